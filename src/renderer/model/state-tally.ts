import type { RowId, Severity } from '../../core/diagnostic.ts';
import { ALL_STATES, type RowState, type StateCounts, stateNumber } from '../../core/row-state.ts';

interface CountedSheet {
  readonly rowCount: number;
  hasRow(row: RowId): boolean;
  stateOf(row: RowId): RowState;
  severityOf(row: RowId): Severity | undefined;
}

/** On top of a state's number. */
const WARNED = 0x80;
const NO_ROW = 0x7f;
const CODES = 0x100;

/**
 * Rows by their state, where only the rows themselves know it: a plan lies over the sheet. What each row was counted
 * as is kept, so that after an edit among a million only the rows it touched are looked at.
 */
export class StateTally {
  readonly #sheet: CountedSheet;
  /** What each row was counted as; missing until somebody asks. */
  #codes: Uint8Array | undefined;
  #totals = new Uint32Array(CODES);

  constructor(sheet: CountedSheet) {
    this.#sheet = sheet;
  }

  /** Any row may count as something else now. */
  forget(): void {
    this.#codes = undefined;
  }

  /** These rows may. */
  changed(rows: Iterable<RowId>): void {
    const codes = this.#codes;
    if (codes === undefined) return;
    if (codes.length < this.#sheet.rowCount) {
      this.forget();
      return;
    }
    for (const row of rows) {
      const code = this.#codeOf(row);
      this.#shift(codes[row] ?? NO_ROW, -1);
      this.#shift(code, 1);
      codes[row] = code;
    }
  }

  get counts(): StateCounts & { readonly warnings: number } {
    if (this.#codes === undefined) this.#countAll();
    const totals = this.#totals;
    const counts: { [state in RowState]?: number } = {};
    let warnings = 0;
    for (const [number, state] of ALL_STATES.entries()) {
      const warned = totals[number | WARNED] ?? 0;
      const total = warned + (totals[number] ?? 0);
      if (total > 0) counts[state] = total;
      warnings += warned;
    }
    return { ...counts, warnings };
  }

  #shift(code: number, by: 1 | -1): void {
    this.#totals[code] = (this.#totals[code] ?? 0) + by;
  }

  #countAll(): void {
    const codes = new Uint8Array(this.#sheet.rowCount);
    const totals = new Uint32Array(CODES);
    for (let row = 0; row < codes.length; row++) {
      const code = this.#codeOf(row);
      codes[row] = code;
      totals[code] = (totals[code] ?? 0) + 1;
    }
    this.#codes = codes;
    this.#totals = totals;
  }

  #codeOf(row: RowId): number {
    if (!this.#sheet.hasRow(row)) return NO_ROW;
    const number = stateNumber(this.#sheet.stateOf(row));
    return this.#sheet.severityOf(row) === 'warning' ? number | WARNED : number;
  }
}
