import type { RowId } from '../../core/diagnostic.ts';
import type { EditedSheet } from '../../core/edited-sheet.ts';
import type { ShownRows } from './sheet-model.ts';

/** The rows shown, in their order; made anew whenever it changes. */
export class RowOrder implements ShownRows {
  readonly #rows: Uint32Array;
  #places: Int32Array | undefined;
  readonly #rowCount: number;

  constructor(rows: Uint32Array, rowCount: number) {
    this.#rows = rows;
    this.#rowCount = rowCount;
  }

  get length(): number {
    return this.#rows.length;
  }

  rowAt(index: number): RowId | undefined {
    return this.#rows[index];
  }

  indexOf(row: RowId): number {
    this.#places ??= placesOf(this.#rows, this.#rowCount);
    return this.#places[row] ?? -1;
  }

  /** Whether a row was there when the order was made, shown or not. */
  knows(row: RowId): boolean {
    return row < this.#rowCount;
  }

  /** Another one, of a sheet of so many rows: without those that are gone, and with those that came at the end. */
  with(come: readonly RowId[], gone: readonly RowId[], rowCount: number): RowOrder {
    const places = gone.map((row) => this.indexOf(row)).sort((a, b) => a - b);
    const rows = new Uint32Array(this.length - places.length + come.length);
    let length = 0;
    let from = 0;
    for (const place of [...places, this.length]) {
      rows.set(this.#rows.subarray(from, place), length);
      length += place - from;
      from = place + 1;
    }
    rows.set(come, length);
    return new RowOrder(rows, rowCount);
  }

  /** The same rows in the order of the file. */
  asInFile(): RowOrder {
    // Rows that were just added stand where they belong already, and sorting a million others takes a while.
    if (this.#rows.every((row, index) => index === 0 || row > (this.#rows[index - 1] ?? 0))) return this;
    return new RowOrder(this.#rows.toSorted(), this.#rowCount);
  }
}

function placesOf(rows: Uint32Array, rowCount: number): Int32Array {
  const places = new Int32Array(rowCount).fill(-1);
  // A million rows: an iterator would take four times as long.
  for (let index = 0; index < rows.length; index++) places[rows[index] as RowId] = index;
  return places;
}

/** All rows but those that were removed, in the order of the file. */
export function fileOrder({
  rowCount,
  removedRows,
}: Pick<EditedSheet, 'rowCount' | 'removedRows'>): RowOrder {
  const rows = new Uint32Array(rowCount - removedRows.size);
  let length = 0;
  for (let row = 0; row < rowCount; row++) if (!removedRows.has(row)) rows[length++] = row;
  return new RowOrder(rows, rowCount);
}

interface OrderOptions {
  readonly rowCount: number;
  readonly passes: (row: RowId) => boolean;
  readonly sort?: {
    readonly textOf: (row: RowId) => string;
    readonly direction: 'ascending' | 'descending';
  };
}

/** Rows looked at, or put in their place, in one step. */
const ROWS_AT_ONCE = 1_000;

/**
 * Finds the rows that pass, in the order of the file or sorted by a text each: numbers before texts, blanks last,
 * equal ones in the order of the file. In steps, since a hundred thousand rows take longer than a window may
 * stand still.
 */
export function* orderSteps({ rowCount, passes, sort }: OrderOptions): Generator<void, RowOrder> {
  const rows = new Uint32Array(rowCount);
  let length = 0;
  for (let row = 0; row < rowCount; row++) {
    if (passes(row)) rows[length++] = row;
    if (row % ROWS_AT_ONCE === 0) yield;
  }
  const passing = rows.slice(0, length);
  if (!sort) return new RowOrder(passing, rowCount);
  const keys: SortKey[] = [];
  for (const [index, row] of passing.entries()) {
    keys[row] = sortKey(sort.textOf(row));
    if (index % ROWS_AT_ONCE === 0) yield;
  }
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const compare = (a: RowId, b: RowId): number =>
    compareKeys(keys[a] as SortKey, keys[b] as SortKey, sign) || a - b;
  return new RowOrder(yield* mergeSort(passing, compare), rowCount);
}

type Compare = (a: RowId, b: RowId) => number;

/** Sorts short runs, and then merges two neighbours at a time until there is one. */
function* mergeSort(rows: Uint32Array, compare: Compare): Generator<void, Uint32Array> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    rows.subarray(start, start + ROWS_AT_ONCE).sort(compare);
    yield;
  }
  let from = rows;
  let to: Uint32Array = new Uint32Array(rows.length);
  for (let width = ROWS_AT_ONCE; width < rows.length; width *= 2) {
    for (let start = 0; start < rows.length; start += 2 * width) {
      const middle = Math.min(start + width, rows.length);
      yield* merge(from, to, { start, middle, end: Math.min(middle + width, rows.length) }, compare);
    }
    [from, to] = [to, from];
  }
  return from;
}

interface Runs {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

function* merge(from: Uint32Array, to: Uint32Array, { start, middle, end }: Runs, compare: Compare) {
  let [left, right] = [start, middle];
  for (let at = start; at < end; at++) {
    const isLeft = right >= end || (left < middle && compare(from[left] as RowId, from[right] as RowId) <= 0);
    to[at] = from[isLeft ? left++ : right++] as RowId;
    if (at % ROWS_AT_ONCE === 0) yield;
  }
}

type SortKey =
  | { readonly rank: 0; readonly value: number }
  | { readonly rank: 1 | 2; readonly value: string };

const NUMBER = /^\s*-?\d+([.,]\d+)?\s*$/;

function sortKey(text: string): SortKey {
  if (NUMBER.test(text)) return { rank: 0, value: Number(text.replace(',', '.')) };
  const value = text.trim().toLowerCase();
  return { rank: value === '' ? 2 : 1, value };
}

function compareKeys(a: SortKey, b: SortKey, sign: number): number {
  // Blanks stay last in either direction, as in a spreadsheet.
  if (a.rank === 2 || b.rank === 2) return a.rank === b.rank ? 0 : a.rank - b.rank;
  if (a.rank !== b.rank) return sign * (a.rank - b.rank);
  if (a.value === b.value) return 0;
  return sign * (a.value < b.value ? -1 : 1);
}
