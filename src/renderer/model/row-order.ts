import type { RowId } from '../../core/diagnostic.ts';
import type { ShownRows } from './workspace-model.ts';

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

  /** Whether another order shows the same rows in the same places. */
  equals(other: RowOrder): boolean {
    return this.length === other.length && this.#rows.every((row, index) => other.rowAt(index) === row);
  }
}

function placesOf(rows: Uint32Array, rowCount: number): Int32Array {
  const places = new Int32Array(rowCount).fill(-1);
  for (const [index, row] of rows.entries()) places[row] = index;
  return places;
}

/** Rows that pass, in the order of the file. */
export function filterRows(rowCount: number, passes: (row: RowId) => boolean): Uint32Array {
  const rows = new Uint32Array(rowCount);
  let length = 0;
  for (let row = 0; row < rowCount; row++) if (passes(row)) rows[length++] = row;
  return rows.slice(0, length);
}

/** Sorts rows by a text or number each; blanks last, numbers before texts, equal ones in the order of the file. */
export function sortRows(
  rows: Uint32Array,
  textOf: (row: RowId) => string,
  direction: 'ascending' | 'descending',
): Uint32Array {
  const keys = new Map<RowId, SortKey>();
  for (const row of rows) keys.set(row, sortKey(textOf(row)));
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => compareKeys(keys.get(a) as SortKey, keys.get(b) as SortKey, sign) || a - b);
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
