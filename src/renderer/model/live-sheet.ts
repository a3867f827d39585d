import type { OpenedSession } from '../../contract/commands.ts';
import type { PlanRowView, PlanSummary } from '../../contract/plan-schemas.ts';
import type { FileDialect, ImportOptions } from '../../core/csv/import.ts';
import type { ColumnIndex, Diagnostic, RowId, Severity } from '../../core/diagnostic.ts';
import {
  type CellChange,
  cellText,
  type EditedSheet,
  editedColumns,
  isAdded,
  rowsOf,
} from '../../core/edited-sheet.ts';
import { ADDRESS_NAMES } from '../../core/fields.ts';
import { type Mapping, withEditedColumns } from '../../core/mapping.ts';
import type { RowState } from '../../core/row-state.ts';
import { type Column, lineOf } from '../../core/sheet.ts';
import type { SheetValidator } from '../../core/sheet-validator.ts';
import { openBlankQuestions } from '../../core/validate.ts';
import { finding } from '../../core/words/diagnostics.ts';
import { LOCKED_ROW } from '../../core/words/run.ts';
import { ChangeTeller } from './change-teller.ts';
import type { ColumnFilters } from './column-filter.ts';
import type { ColumnValue } from './column-values.ts';
import type { Host } from './host.ts';
import { Judge } from './judge.ts';
import type { LoadedSheet } from './load-sheet.ts';
import { PlanOverlay } from './plan-overlay.ts';
import type { Recorder } from './recorder.ts';
import type { RowOrder } from './row-order.ts';
import { SheetEditor } from './sheet-editor.ts';
import { SheetView, type ViewChoice } from './sheet-view.ts';
import { countStates } from './state-counts.ts';
import type { AskedOperation } from './step-parts.ts';
import type { Touched } from './touched.ts';
import type { ModelChange, PlannedRowView, SheetModel, Sort, Tab } from './workspace-model.ts';

export interface LiveSheetOptions {
  readonly session: OpenedSession;
  readonly loaded: LoadedSheet;
  readonly host: Host;
  readonly recorder: Recorder;
}

/** More rows than this are not judged one by one after a step, but with all others. */
const MANY_ROWS = 5_000;

/**
 * One session's sheet as the window shows it: what was done to it, what is thought of it, what of it is shown and what
 * a plan lays over it, put together. The host works out the same from the same bytes and operations.
 */
export class LiveSheet implements SheetModel {
  readonly sessionId: string;
  readonly fileName: string;
  readonly undoes: string | null;
  readonly options: ImportOptions;
  readonly columns: readonly Column[];
  readonly dialect: FileDialect;
  readonly isWholeExport: boolean;
  readonly fileFindings: readonly Diagnostic[];
  readonly #host: Host;
  readonly #history: LoadedSheet['history'];
  readonly #teller = new ChangeTeller();
  readonly #editor: SheetEditor;
  readonly #judge: Judge;
  readonly #view: SheetView;
  #mapping: Mapping;
  #inForce: Mapping;
  #overlay: PlanOverlay | null = null;
  #isRunning = false;
  #counts: SheetModel['counts'] | undefined;

  constructor({ session, loaded, host, recorder }: LiveSheetOptions) {
    const { edited, mapping, history } = loaded;
    const { sheet, dialect, diagnostics } = loaded.imported;
    this.sessionId = session.sessionId;
    this.fileName = session.fileName;
    this.undoes = session.undoes ?? null;
    this.options = session.options;
    this.columns = sheet.columns;
    this.dialect = dialect;
    this.isWholeExport = loaded.isWholeExport;
    this.fileFindings = diagnostics;
    this.#host = host;
    this.#mapping = mapping;
    this.#inForce = withEditedColumns(mapping, editedColumns(edited));
    this.#history = history;
    this.#editor = new SheetEditor({
      edited,
      history,
      recorder,
      isLocked: (row, kind) => (kind === 'set_cells' ? this.lockOf(row) : this.rowLockOf(row)) !== undefined,
      onPart: (rows) => this.#overlay?.edited(rows),
      onStep: (rows) => this.#stepDone(rows),
    });
    this.#view = new SheetView(this, () => this.#teller.tell({ order: true, rows: new Set() }));
    this.#judge = new Judge({
      edited,
      mapping,
      onProgress: (from, rows) => this.#validated(from, rows),
      onDone: () => this.#drawAll(),
    });
  }

  get #validator(): SheetValidator {
    return this.#judge.validator;
  }

  get edited(): EditedSheet {
    return this.#editor.edited;
  }

  get rowCount(): number {
    return this.edited.rowCount;
  }

  get validatedRows(): number {
    return this.#validator.validatedRows;
  }

  get revision(): number {
    return this.edited.revision;
  }

  /**
   * As it is in force: a column of an export of which a cell was edited is written. The newest one, though its
   * findings may still be on their way: what is chosen next builds on what was chosen last.
   */
  get mapping(): Mapping {
    return this.#inForce;
  }

  get blankQuestions(): SheetModel['blankQuestions'] {
    const { partlyBlankRows } = this.#validator;
    return ADDRESS_NAMES.map((address) => ({ address, rows: partlyBlankRows[address] })).filter(
      ({ address, rows }) => rows > 0 || this.#mapping.blanks[address] !== undefined,
    );
  }

  get mappingFindings(): readonly Diagnostic[] {
    const open = openBlankQuestions(this.#validator).map((address) =>
      finding(
        'blank_question',
        { kind: 'file' },
        { address, rows: this.#validator.partlyBlankRows[address] },
      ),
    );
    return [...this.#validator.mappingFindings, ...open];
  }

  get tab(): Tab {
    return this.#view.choice.tab;
  }

  get search(): string {
    return this.#view.choice.search;
  }

  get sort(): Sort | null {
    return this.#view.choice.sort;
  }

  get filters(): ColumnFilters {
    return this.#view.choice.filters;
  }

  get shown(): RowOrder {
    return this.#view.order;
  }

  get counts(): SheetModel['counts'] {
    this.#counts ??= countStates({
      rows: rowsOf(this.edited),
      all: this.rowCount - this.edited.removedRows.size,
      validated: this.#validator.counts,
      hasPlan: this.#overlay !== null,
      stateOf: (row) => this.stateOf(row),
      severityOf: (row) => this.severityOf(row),
    });
    return this.#counts;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  get plan(): PlanSummary | null {
    return this.#overlay?.summary ?? null;
  }

  lineOf(row: RowId): number {
    return lineOf(this.edited.sheet, row);
  }

  isAdded(row: RowId): boolean {
    return isAdded(this.edited, row);
  }

  cell(row: RowId, column: ColumnIndex): string {
    return cellText(this.edited, row, column);
  }

  original(row: RowId, column: ColumnIndex): string {
    return this.edited.sheet.cells[column]?.[row] ?? '';
  }

  isChanged(row: RowId, column: ColumnIndex): boolean {
    return this.edited.changedCells.get(column)?.has(row) ?? false;
  }

  stateOf(row: RowId): RowState {
    const sheetState = this.#validator.stateOf(row);
    if (!this.#overlay || sheetState === 'excluded') return sheetState;
    if (!this.#overlay.isStale(row)) return this.#overlay.stateOf(row);
    return sheetState === 'invalid' ? 'invalid' : 'stale';
  }

  severityOf(row: RowId): Severity | undefined {
    if (this.edited.excludedRows.has(row) || this.edited.removedRows.has(row)) return undefined;
    return this.#validator.severityOf(row) ?? (this.#overlay?.isWarned(row) ? 'warning' : undefined);
  }

  findings(row: RowId): readonly Diagnostic[] {
    return this.#validator.read(row).diagnostics;
  }

  lockOf(row: RowId): string | undefined {
    return this.rowLockOf(row);
  }

  rowLockOf(row: RowId): string | undefined {
    return this.#isRunning && this.#overlay?.isAtWork(row) ? LOCKED_ROW : undefined;
  }

  show(view: ViewChoice): void {
    this.#view.show(view);
    // The tab that was chosen is seen to be chosen at once, however long its rows take.
    this.#teller.tell({ order: false, rows: new Set() });
  }

  valuesOf(column: ColumnIndex, most: number): Promise<readonly ColumnValue[]> {
    return this.#view.valuesOf(column, most);
  }

  nextError(
    from: RowId | undefined,
  ): { readonly row: RowId; readonly column: ColumnIndex | undefined } | undefined {
    const { shown } = this;
    const start = from === undefined ? -1 : shown.indexOf(from);
    for (let step = 1; step <= shown.length; step++) {
      const row = shown.rowAt((start + step) % shown.length);
      if (row === undefined || this.severityOf(row) !== 'error') continue;
      const place = this.findings(row).find(({ severity }) => severity === 'error')?.place;
      return { row, column: place?.kind === 'cell' ? place.column : undefined };
    }
    return undefined;
  }

  edit(changes: readonly Omit<CellChange, 'before'>[]): void {
    this.#editor.doStep([{ kind: 'set_cells', changes }]);
  }

  exclude(rows: readonly RowId[]): void {
    this.#editor.doStep([{ kind: 'exclude_rows', rows }]);
  }

  include(rows: readonly RowId[]): void {
    this.#editor.doStep([{ kind: 'include_rows', rows }]);
  }

  doStep(operations: readonly AskedOperation[]): void {
    this.#editor.doStep(operations);
  }

  addRows(count: number): void {
    this.#editor.doStep([{ kind: 'add_rows', count }]);
  }

  removeRows(rows: readonly RowId[]): void {
    this.#editor.removeRows(rows);
  }

  revert(cells: readonly { readonly row: RowId; readonly column: ColumnIndex }[]): void {
    this.#editor.revert(cells);
  }

  undo(): Touched | null {
    return this.#editor.undo();
  }

  redo(): Touched | null {
    return this.#editor.redo();
  }

  /** Whether all that was done is on the disk. */
  saved(): Promise<boolean> {
    return this.#editor.saved();
  }

  /** The plan was made under the old mapping: it is gone. */
  setMapping(mapping: Mapping): void {
    this.#mapping = mapping;
    this.#inForce = withEditedColumns(mapping, editedColumns(this.edited));
    this.#overlay = null;
    this.#drawAll();
    void this.#host.command('session.configure', { sessionId: this.sessionId, mapping });
    this.#judge.begin(this.edited, mapping);
  }

  planned(row: RowId): PlannedRowView | undefined {
    return this.#overlay?.viewOf(row);
  }

  async detail(row: RowId): Promise<PlanRowView | undefined> {
    if (!this.#overlay) return undefined;
    const detail = await this.#host.command('plan.row', { planId: this.#overlay.summary.planId, row });
    return detail.ok ? detail.value : undefined;
  }

  /** The sheet was closed: what is still under way is of no use. */
  close(): void {
    this.#judge.stop();
    this.#view.close();
  }

  subscribe(listener: (change: ModelChange) => void): () => void {
    return this.#teller.subscribe(listener);
  }

  /** Takes over a plan the host has made. */
  setPlan(summary: PlanSummary | null, states?: Uint8Array): void {
    this.#overlay =
      summary && states
        ? new PlanOverlay(this.#host, summary, states, (rows) => this.#teller.tell({ order: false, rows }))
        : null;
    this.#isRunning = false;
    this.#drawAll();
  }

  /** Takes over what happened in a run of the plan. */
  runChanged(changes: readonly (readonly [RowId, number])[], isRunning: boolean): void {
    const wasRunning = this.#isRunning;
    this.#isRunning = isRunning;
    this.#overlay?.changed(changes);
    if (wasRunning === isRunning) this.#redraw(new Set(changes.map(([row]) => row)));
    else this.#drawAll();
  }

  #stepDone(rows: ReadonlySet<RowId>): void {
    this.#inForce = withRolesOf(this.#inForce, withEditedColumns(this.#mapping, editedColumns(this.edited)));
    if (rows.size > MANY_ROWS) {
      this.#judge.takeOver(this.edited, this.#mapping);
      this.#drawAll();
    } else {
      this.#redraw(this.#judge.update(this.edited, this.#mapping, rows) ?? rows);
    }
  }

  /** What is listed is worked out anew only in the end: lists that grow under one's hands help nobody. */
  #validated(from: RowId, rows: number): void {
    this.#counts = undefined;
    this.#teller.tell({
      order: false,
      rows: new Set(Array.from({ length: rows }, (_, index) => from + index)),
    });
  }

  #drawAll(): void {
    this.#counts = undefined;
    this.#view.lookAgain();
    this.#teller.tell({ order: false, rows: 'all' });
  }

  #redraw(rows: ReadonlySet<RowId>): void {
    this.#counts = undefined;
    this.#view.changed(rows);
    this.#teller.tell({ order: false, rows });
  }
}

/** The same mapping where no column's role is another one. */
const withRolesOf = (known: Mapping, next: Mapping): Mapping =>
  next.roles.every(({ kind }, column) => kind === known.roles[column]?.kind) ? known : next;
