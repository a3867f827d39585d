import type { ColumnIndex, Diagnostic, RowId, Severity } from '../../core/diagnostic.ts';
import type { EditedSheet } from '../../core/edited-sheet.ts';
import type { RowState } from '../../core/row-state.ts';
import { finishInSlices, inSlices } from './breathe.ts';
import { type ColumnFilters, passesFilters } from './column-filter.ts';
import { type ColumnValue, valueSteps } from './column-values.ts';
import { type FigureFilter, isInFigure } from './figure-filter.ts';
import { type FindingFilter, findingsOfKind } from './fixes/finding-kind.ts';
import { fileOrder, orderSteps, type RowOrder } from './row-order.ts';
import type { Sort, Tab } from './sheet-model.ts';
import { placeOfState } from './state-order.ts';

/** What has to be known of a sheet to choose and order its rows. */
interface ViewedSheet {
  readonly edited: EditedSheet;
  cell(row: RowId, column: ColumnIndex): string;
  isChanged(row: RowId, column: ColumnIndex): boolean;
  stateOf(row: RowId): RowState;
  severityOf(row: RowId): Severity | undefined;
  findings(row: RowId): readonly Diagnostic[];
}

export interface ViewChoice {
  readonly tab?: Tab;
  readonly search?: string;
  /** Only rows with a finding of this kind. */
  readonly finding?: FindingFilter | null;
  /** Only rows that a figure of the plan counts. */
  readonly figure?: FigureFilter | null;
  readonly sort?: Sort | null;
  readonly filters?: ColumnFilters;
}

/** Nothing is left out; how rows are sorted is another matter. */
export const EVERY_ROW = {
  tab: 'all',
  search: '',
  finding: null,
  figure: null,
  filters: new Map(),
} as const satisfies ViewChoice;

/** More rows than this are not looked at one by one: the list is put together anew, in slices. */
const MANY_ROWS = 5_000;

/** What is shown of a sheet: which rows, by tab, search and filters, and in which order. */
export class SheetView {
  readonly #sheet: ViewedSheet;
  readonly #onOrder: () => void;
  #choice: Required<ViewChoice> = { ...EVERY_ROW, sort: null };
  #wanted = '';
  #order: RowOrder;
  /** All rows in the order of the file, and of which sheet: nothing is shown more often. */
  #whole: { readonly edited: EditedSheet; readonly order: RowOrder };
  /** While the order is worked out anew: rows that changed since that began, and whether the view was chosen anew. */
  #underWay: { readonly changed: Set<RowId>; readonly isChosen: boolean } | undefined;
  #stopOrdering: () => void = () => undefined;

  constructor(sheet: ViewedSheet, onOrder: () => void) {
    this.#sheet = sheet;
    this.#onOrder = onOrder;
    const { edited } = sheet;
    this.#whole = { edited, order: fileOrder(edited) };
    this.#order = this.#whole.order;
  }

  get choice(): Required<ViewChoice> {
    return this.#choice;
  }

  get order(): RowOrder {
    return this.#order;
  }

  show(choice: ViewChoice): void {
    this.#choice = { ...this.#choice, ...choice };
    this.#wanted = this.#choice.search.trim().toLowerCase();
    this.#reorder(true);
  }

  /** What the rows are may have changed, of all of them: the list is put together anew. */
  lookAgain(): void {
    this.#reorder(this.#underWay?.isChosen === true);
  }

  /** Rows that no longer belong on the tab leave it; what is sorted stays where it is until it is sorted again. */
  changed(rows: ReadonlySet<RowId>): void {
    if (rows.size > MANY_ROWS) this.lookAgain();
    else if (this.#underWay) for (const row of rows) this.#underWay.changed.add(row);
    else this.#takeOrder(this.#withChanged(this.#order, rows));
  }

  /** Distinct values of the rows that would be shown without the column's own filter. */
  valuesOf(column: ColumnIndex, most: number): Promise<readonly ColumnValue[]> {
    const { filters } = this.#choice;
    const steps = valueSteps({
      rowCount: this.#sheet.edited.rowCount,
      passes: (row) => this.#isListed(row) && passesFilters(this.#sheet, filters, row, column),
      textOf: (row) => this.#sheet.cell(row, column),
      most,
    });
    return inSlices(steps, () => undefined);
  }

  close(): void {
    this.#stopOrdering();
  }

  get #isFiltered(): boolean {
    const { tab, finding, figure, filters } = this.#choice;
    const isNarrowed = finding !== null || figure !== null || filters.size > 0;
    return tab !== 'all' || this.#wanted !== '' || isNarrowed;
  }

  /** Works out anew which rows are shown in which order; until it is known the old order stands. */
  #reorder(isChosen: boolean): void {
    const { sort } = this.#choice;
    this.#stopOrdering();
    this.#underWay = undefined;
    if (!sort && !this.#isFiltered) {
      this.#takeOrder(this.#wholeOrder());
      return;
    }
    const changed = new Set<RowId>();
    this.#underWay = { changed, isChosen };
    const shown = this.#order;
    const steps = orderSteps({
      rowCount: this.#sheet.edited.rowCount,
      passes: (row) => this.#belongsTo(row, !isChosen && shown.indexOf(row) >= 0),
      ...(sort && { sort: { direction: sort.direction, textOf: (row) => this.#sortText(sort.by, row) } }),
    });
    this.#stopOrdering = finishInSlices(steps, (order) => {
      this.#underWay = undefined;
      this.#takeOrder(this.#withChanged(order, changed));
    });
  }

  #wholeOrder(): RowOrder {
    const { edited } = this.#sheet;
    const { rowCount, removedRows } = this.#whole.edited;
    if (edited.rowCount !== rowCount || edited.removedRows !== removedRows)
      this.#whole = { edited, order: fileOrder(edited) };
    return this.#whole.order;
  }

  #takeOrder(order: RowOrder): void {
    if (order === this.#order) return;
    this.#order = order;
    this.#onOrder();
  }

  #withChanged(order: RowOrder, rows: Iterable<RowId>): RowOrder {
    const { edited } = this.#sheet;
    const { sort } = this.#choice;
    const come: RowId[] = [];
    const gone: RowId[] = [];
    for (const row of rows) {
      const isIn = order.indexOf(row) >= 0;
      const belongs = this.#belongs(order, row, isIn);
      if (isIn && !belongs) gone.push(row);
      if (!isIn && belongs) come.push(row);
    }
    if (come.length + gone.length === 0) return order;
    const next = order.with(come, gone, edited.rowCount);
    return sort || come.length === 0 ? next : next.asInFile();
  }

  #belongs(order: RowOrder, row: RowId, isIn: boolean): boolean {
    if (this.#sheet.edited.removedRows.has(row)) return false;
    // A row that was just added is shown, or nobody could fill it in.
    if (!this.#isFiltered || !order.knows(row)) return true;
    if (this.#choice.sort !== null) return isIn;
    return this.#belongsTo(row, isIn);
  }

  /** A cell that is filled in under a filter for blank ones does not vanish: filters are for when they are chosen. */
  #belongsTo(row: RowId, isShown: boolean): boolean {
    return this.#isListed(row) && (isShown || passesFilters(this.#sheet, this.#choice.filters, row));
  }

  #isListed(row: RowId): boolean {
    if (this.#sheet.edited.removedRows.has(row)) return false;
    const { figure } = this.#choice;
    if (figure !== null && !isInFigure(figure, row, this.#sheet)) return false;
    return this.#isOnTab(row) && this.#hasFinding(row) && this.#isFound(row);
  }

  #isOnTab(row: RowId): boolean {
    const { tab } = this.#choice;
    if (tab === 'all') return true;
    if (tab === 'errors') return this.#sheet.severityOf(row) === 'error';
    return tab === 'warnings' ? this.#sheet.severityOf(row) === 'warning' : this.#sheet.stateOf(row) === tab;
  }

  #hasFinding(row: RowId): boolean {
    const { finding } = this.#choice;
    return finding === null || findingsOfKind(this.#sheet, row, finding).length > 0;
  }

  #isFound(row: RowId): boolean {
    if (this.#wanted === '') return true;
    return this.#sheet.edited.sheet.columns.some(({ index }) =>
      this.#sheet.cell(row, index).toLowerCase().includes(this.#wanted),
    );
  }

  #sortText(by: Sort['by'], row: RowId): string {
    if (by === 'line') return String(row);
    return by === 'state' ? String(placeOfState(this.#sheet.stateOf(row))) : this.#sheet.cell(row, by);
  }
}
