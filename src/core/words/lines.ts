/** The line of a row that is not in the file: where it would stand. */
export const addedLineText = (line: number): string => `${line} (added)`;
