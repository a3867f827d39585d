/** Small pieces of English that sentences are made of. */

const numberFormat = new Intl.NumberFormat('en-US');
const listFormat = new Intl.ListFormat('en-US', { style: 'long', type: 'conjunction' });

export const number = (value: number): string => numberFormat.format(value);

/** `1 row`, `1,350 rows`. */
export const count = (value: number, noun: string, plural = `${noun}s`): string =>
  `${number(value)} ${value === 1 ? noun : plural}`;

/** `a, b, and c`. */
export const list = (items: readonly string[]): string => listFormat.format(items);

const LONGEST_QUOTE = 60;

/** A piece of the person's own text inside a sentence, cut where it is long. */
export function quoted(text: string): string {
  const shown = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return `“${shown}”`;
}

/** Lines of a file that are named, and whether there are more of the kind. */
export interface Lines {
  readonly total: number;
  readonly lines: readonly number[];
  readonly hasMore: boolean;
}

/** `line 3, 4, 5`, `line 3, 4, 5, 6, 7, …`. */
export const linesText = ({ lines, hasMore }: Lines): string =>
  `line ${lines.map(number).join(', ')}${hasMore ? ', …' : ''}`;
