import type { RowId, Severity } from './diagnostic.ts';

/** Worst finding of a row itself, as it is kept of a million rows. */
export const FINE = 0;
export const WARNED = 1;
export const INVALID = 2;

/** People add rows one by one. */
const ROWS_TO_SPARE = 1_000;

/** How bad each row is, by its own findings and by those it shares with others, and how many of each there are. */
export class SeverityTally {
  /** Worst finding of the row itself. */
  #own: Uint8Array;
  /** Findings across rows that the row has: same customer, same e-mail. */
  #across: Uint8Array;
  #invalid = 0;
  #warned = 0;

  constructor(rowCount: number) {
    this.#own = new Uint8Array(rowCount);
    this.#across = new Uint8Array(rowCount);
  }

  get invalid(): number {
    return this.#invalid;
  }

  get warned(): number {
    return this.#warned;
  }

  /** Makes room for so many rows, where there is not enough. */
  makeRoom(rowCount: number): void {
    if (this.#own.length >= rowCount) return;
    this.#own = roomier(this.#own, rowCount + ROWS_TO_SPARE);
    this.#across = roomier(this.#across, rowCount + ROWS_TO_SPARE);
  }

  severityOf(row: RowId): Severity | undefined {
    if (this.isInvalid(row)) return 'error';
    return this.#own[row] === WARNED ? 'warning' : undefined;
  }

  isInvalid(row: RowId): boolean {
    return this.#own[row] === INVALID || (this.#across[row] ?? 0) > 0;
  }

  setOwn(row: RowId, code: number): void {
    this.#uncount(row);
    this.#own[row] = code;
    this.#count(row);
  }

  /** A finding that rows share came, or is gone. */
  shiftAcross(rows: readonly RowId[], by: 1 | -1): void {
    for (const row of rows) {
      this.#uncount(row);
      this.#across[row] = (this.#across[row] ?? 0) + by;
      this.#count(row);
    }
  }

  #count(row: RowId): void {
    if (this.isInvalid(row)) this.#invalid++;
    else if (this.#own[row] === WARNED) this.#warned++;
  }

  #uncount(row: RowId): void {
    if (this.isInvalid(row)) this.#invalid--;
    else if (this.#own[row] === WARNED) this.#warned--;
  }
}

function roomier(codes: Uint8Array, length: number): Uint8Array {
  const copy = new Uint8Array(length);
  copy.set(codes);
  return copy;
}
