/** A record of more than this is a text rather than the name of a column. */
const LONGEST_NAME = 80;
/** Names have few digits (`Address 2`); ids, dates, amounts and phone numbers have many. */
const MOST_DIGITS = 3;

/**
 * Which of a file's first records is its header: the first one, unless what stands there can only be a title,
 * a date of export or the like. A later one is suggested only where everything speaks for it:
 * - all its cells read like names of columns, and few are the same;
 * - it has at least twice as many filled cells as any record above it;
 * - the record below it does not read like names, so it is data.
 *
 * @param records the first records that are not blank
 */
export function headerAmong(records: readonly (readonly string[])[]): number {
  let mostAbove = 0;
  for (const [index, record] of records.entries()) {
    const filled = filledCells(record);
    const below = records[index + 1];
    const isWider = index === 0 ? filled.length > 1 : filled.length >= 2 * mostAbove && filled.length > 1;
    if (isWider && below && areNames(filled) && !areNames(filledCells(below))) return index;
    mostAbove = Math.max(mostAbove, filled.length);
  }
  return 0;
}

const filledCells = (record: readonly string[]): readonly string[] =>
  record.map((cell) => cell.trim()).filter((cell) => cell !== '');

const areNames = (cells: readonly string[]): boolean =>
  cells.every(isName) && 2 * new Set(cells).size > cells.length;

function isName(cell: string): boolean {
  const digits = cell.match(/\d/g)?.length ?? 0;
  return cell.length <= LONGEST_NAME && digits <= MOST_DIGITS && /\p{L}/u.test(cell) && !cell.includes('@');
}
