export const isBlankCell = (cell: string): boolean => cell.trim() === '';

export const isBlankRecord = (record: readonly string[]): boolean => record.every(isBlankCell);
