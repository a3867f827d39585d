import type { ColumnIndex, RowId } from '../../../core/diagnostic.ts';
import { finishInSlices } from '../breathe.ts';
import type { ModelChange, SheetModel } from '../sheet-model.ts';
import { columnsIn, type FindQuery, isRowIn } from './find-query.ts';
import { type TextPattern, textPattern } from './text-pattern.ts';

export interface CellPlace {
  readonly row: RowId;
  readonly column: ColumnIndex;
}

/** How many cells hold the text. */
export interface FindCounts {
  /** In rows that are shown. */
  readonly shown: number;
  /** In rows that the tab or the filters hide. */
  readonly hidden: number;
  /** The sheet was not gone through to its end yet. */
  readonly isSearching: boolean;
}

/** Rows looked at between two looks at the clock. */
const ROWS_AT_ONCE = 500;
/** More rows than this are not counted again at once, but in slices, with all others. */
const MANY_ROWS = 5_000;
/** How often it is told how many were found so far. */
const TELL_EVERY_MS = 200;

/**
 * Finds a text in the cells of a sheet. Of a million rows it keeps how many cells of each row hold the text, and no
 * list of them; edits are looked at as they come, and what is shown counts apart from what is hidden.
 */
export class Finder {
  readonly #sheet: SheetModel;
  readonly #onChange: () => void;
  readonly #unsubscribe: () => void;
  #query: FindQuery | null = null;
  #pattern: TextPattern | undefined;
  #columns: readonly ColumnIndex[] = [];
  /** Cells that hold the text, by row. */
  #found = new Uint16Array(0);
  #total = 0;
  /** Rows gone through so far. */
  #done = 0;
  /** The sheet's revision when all of it was gone through last. */
  #wholeAt = -1;
  #shown: number | undefined;
  #stop: () => void = () => undefined;

  constructor(sheet: SheetModel, onChange: () => void) {
    this.#sheet = sheet;
    this.#onChange = onChange;
    this.#unsubscribe = sheet.subscribe((change) => this.#sheetChanged(change));
  }

  get query(): FindQuery | null {
    return this.#query;
  }

  get counts(): FindCounts {
    this.#shown ??= this.#countShown();
    return {
      shown: this.#shown,
      hidden: this.#total - this.#shown,
      isSearching: this.#pattern !== undefined && this.#done < this.#sheet.rowCount,
    };
  }

  search(query: FindQuery | null): void {
    this.#query = query;
    this.#pattern = query ? textPattern(query) : undefined;
    this.#columns = query ? columnsIn(query.scope, this.#sheet) : [];
    this.#begin();
    this.#onChange();
  }

  /** Whether a cell holds the text and is where it is looked for. */
  isFound(row: RowId, column: ColumnIndex): boolean {
    return this.#columns.includes(column) && this.#holds(row, column);
  }

  /** Cells of a row that hold the text, in the order of the file. */
  columnsFound(row: RowId): readonly ColumnIndex[] {
    return (this.#found[row] ?? 0) === 0 ? [] : this.#columns.filter((column) => this.#holds(row, column));
  }

  /** The text of a cell with what was found in it replaced. */
  replaced(text: string, by: string): string {
    return this.#pattern?.replace(text, by) ?? text;
  }

  /** Where in a text what is looked for occurs. */
  placesIn(text: string): readonly (readonly [number, number])[] {
    return this.#pattern?.places(text) ?? [];
  }

  /** The next cell shown that holds the text, or the one before; going round. From nowhere: the first, or the last. */
  next(from: CellPlace | undefined, direction: 1 | -1): CellPlace | undefined {
    const { shown } = this.#sheet;
    const { length } = shown;
    const start = from === undefined ? -1 : shown.indexOf(from.row);
    if (from && start >= 0) {
      const beside = this.#besides(from, direction);
      if (beside) return beside;
    }
    const first = start < 0 && direction < 0 ? length : start;
    for (let step = 1; step <= length; step++) {
      const row = shown.rowAt((first + direction * step + length) % length);
      if (row === undefined || (this.#found[row] ?? 0) === 0) continue;
      const column = this.columnsFound(row).at(direction > 0 ? 0 : -1);
      if (column !== undefined) return { row, column };
    }
    return undefined;
  }

  /** A cell's number among those shown that hold the text, from 1; `undefined` where it is none of them. */
  numberOf({ row, column }: CellPlace): number | undefined {
    const { shown } = this.#sheet;
    const at = shown.indexOf(row);
    const inRow = this.columnsFound(row).indexOf(column);
    if (at < 0 || inRow < 0) return undefined;
    let before = 0;
    for (let index = 0; index < at; index++) before += this.#found[shown.rowAt(index) ?? 0] ?? 0;
    return before + inRow + 1;
  }

  close(): void {
    this.#stop();
    this.#unsubscribe();
  }

  #besides({ row, column }: CellPlace, direction: 1 | -1): CellPlace | undefined {
    const others = this.columnsFound(row);
    const beside =
      direction > 0 ? others.find((other) => other > column) : others.findLast((other) => other < column);
    return beside === undefined ? undefined : { row, column: beside };
  }

  #holds(row: RowId, column: ColumnIndex): boolean {
    const { scope } = this.#query ?? {};
    if (scope === undefined || !isRowIn(scope, row)) return false;
    return this.#pattern?.matches(this.#sheet.cell(row, column)) ?? false;
  }

  #begin(): void {
    this.#stop();
    this.#found = new Uint16Array(this.#sheet.rowCount);
    this.#total = 0;
    this.#done = 0;
    this.#wholeAt = this.#sheet.revision;
    this.#shown = undefined;
    if (this.#pattern === undefined) return;
    this.#stop = finishInSlices(this.#steps(), () => this.#counted());
  }

  *#steps(): Generator<void, void> {
    let toldAt = performance.now();
    while (this.#done < this.#sheet.rowCount) {
      const end = Math.min(this.#done + ROWS_AT_ONCE, this.#sheet.rowCount);
      for (; this.#done < end; this.#done++) this.#count(this.#done);
      if (performance.now() - toldAt > TELL_EVERY_MS) {
        toldAt = performance.now();
        this.#counted();
      }
      yield;
    }
  }

  #count(row: RowId): void {
    let found = 0;
    for (const column of this.#columns) if (this.#holds(row, column)) found++;
    this.#total += found - (this.#found[row] ?? 0);
    this.#found[row] = found;
  }

  #counted(): void {
    this.#shown = undefined;
    this.#onChange();
  }

  #sheetChanged({ rows }: ModelChange): void {
    if (this.#pattern === undefined) return;
    const { rowCount, revision } = this.#sheet;
    // A plan, a mapping, and being validated draw many rows again, and change no cell.
    const isOutdated = (rows === 'all' || rows.size > MANY_ROWS) && revision !== this.#wholeAt;
    if (isOutdated || this.#found.length !== rowCount) this.#begin();
    // Rows that are yet to be gone through are counted then.
    else if (rows !== 'all' && rows.size <= MANY_ROWS)
      for (const row of rows) if (row < this.#done) this.#count(row);
    this.#counted();
  }

  #countShown(): number {
    const { shown, rowCount } = this.#sheet;
    if (shown.length === rowCount || this.#total === 0) return this.#total;
    let sum = 0;
    for (let index = 0; index < shown.length; index++) sum += this.#found[shown.rowAt(index) ?? 0] ?? 0;
    return sum;
  }
}
