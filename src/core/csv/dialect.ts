import { closingQuote } from './walk.ts';

/** How a CSV file is written down. Determined here, because PapaParse's own guesses were seen to be wrong. */
export interface Dialect {
  readonly delimiter: Delimiter;
  readonly newline: Newline;
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];
/** `mixed`: lines end in several ways; every one of them ends a line. */
export type Newline = '\n' | '\r\n' | '\r' | 'mixed';

const SAMPLE_CHARACTERS = 256 * 1024;
const SAMPLE_RECORDS = 200;

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Cells that were copied in a spreadsheet have tabs between them; a single column has none. */
export const pastedDelimiter = (text: string): Delimiter =>
  text.includes('\t') ? '\t' : (bestDelimiter(text) ?? '\t');

export const detectDelimiter = (text: string): Delimiter => bestDelimiter(text) ?? ',';

/**
 * The delimiter with which the first records have the same number of cells most often. Quoted cells are read
 * as such, so that a decimal comma (`"1,5";2`) or an address on three lines does not mislead it. `undefined` where
 * none splits anything.
 */
function bestDelimiter(text: string): Delimiter | undefined {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best: { readonly delimiter: Delimiter | undefined; readonly score: number } = {
    delimiter: undefined,
    score: 0,
  };
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(cellCounts(sample, delimiter));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/**
 * Higher for more records with the same number of cells, then for more cells; 0 where nothing is split. The number
 * is that of the first record, or of most where titles stand above the header and that makes a table of it.
 */
function scoreOf({
  counts,
  malformed,
}: {
  readonly counts: readonly number[];
  readonly malformed: number;
}): number {
  const score = (width: number): number => {
    const alike = counts.filter((count) => count === width).length;
    const share = (alike - malformed) / counts.length;
    return share <= 0 ? 0 : share * 100 + Math.min(width, 99) / 100;
  };
  const first = counts[0] ?? 1;
  const usual = mostFrequent(counts.filter((count) => count >= LEAST_BELOW_TITLES));
  return Math.max(first < 2 ? 0 : score(first), usual === undefined ? 0 : score(usual));
}

/** Two cells in most lines may be a text with a comma in it. */
const LEAST_BELOW_TITLES = 3;

function mostFrequent(counts: readonly number[]): number | undefined {
  const timesByCount = new Map<number, number>();
  for (const count of counts) timesByCount.set(count, (timesByCount.get(count) ?? 0) + 1);
  return [...timesByCount].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** Cells in each of the first records, and cells in which text follows a closing quote. */
function cellCounts(text: string, delimiter: Delimiter): { counts: number[]; malformed: number } {
  const split = delimiter.charCodeAt(0);
  const counts: number[] = [];
  let cells = 1;
  let malformed = 0;
  let recordStart = 0;
  for (let at = 0; at < text.length && counts.length < SAMPLE_RECORDS; at++) {
    const code = text.charCodeAt(at);
    const atCellStart = at === recordStart || text.charCodeAt(at - 1) === split;
    if (code === QUOTE && atCellStart) {
      const close = closingQuote(text, at + 1);
      const next = close + 1 < text.length ? text.charCodeAt(close + 1) : LF;
      if (next !== split && next !== LF && next !== CR) malformed++;
      at = close;
    } else if (code === split) {
      cells++;
    } else if (code === LF || code === CR) {
      if (at > recordStart) counts.push(cells);
      if (code === CR && text.charCodeAt(at + 1) === LF) at++;
      cells = 1;
      recordStart = at + 1;
    }
  }
  if (
    counts.length === 0 ||
    (recordStart < text.length && counts.length < SAMPLE_RECORDS && text.length < SAMPLE_CHARACTERS)
  ) {
    counts.push(cells);
  }
  return { counts, malformed };
}
