/** What a person looks for in cells. */
export interface PatternOptions {
  readonly text: string;
  readonly matchCase: boolean;
  /** Only cells that hold the text and nothing else. */
  readonly wholeCell: boolean;
}

/** Finds a text in cells and puts another in its place. Both by the same rule, so that what is counted is replaced. */
export interface TextPattern {
  matches(text: string): boolean;
  /** The text with every occurrence replaced, taken as it is: `$1` means itself. */
  replace(text: string, by: string): string;
  /** Where it occurs, as `[start, end]`. */
  places(text: string): readonly (readonly [number, number])[];
}

const MEANT_BY_A_REGEXP = /[\\^$.*+?()[\]{}|/-]/g;

/** Nothing is found by no text: there is no pattern. */
export function textPattern({ text, matchCase, wholeCell }: PatternOptions): TextPattern | undefined {
  if (text === '') return undefined;
  const literal = text.replaceAll(MEANT_BY_A_REGEXP, String.raw`\$&`);
  const source = wholeCell ? `^${literal}$` : literal;
  const flags = matchCase ? '' : 'i';
  const one = new RegExp(source, flags);
  const every = new RegExp(source, `${flags}g`);
  return {
    matches: (cell) => one.test(cell),
    replace: (cell, by) => cell.replace(every, () => by),
    places: (cell) =>
      [...cell.matchAll(every)].map(({ index, 0: found }) => [index, index + found.length] as const),
  };
}
