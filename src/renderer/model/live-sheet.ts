import type { CommandResult } from '../../contract/commands.ts';
import type { FigureView } from '../../contract/figure-schemas.ts';
import type { PlanRowView, PlanSummary } from '../../contract/plan-schemas.ts';
import type { OpenedSession } from '../../contract/session-schemas.ts';
import type { ColumnArrangement } from '../../core/column-arrangement.ts';
import type { FileDialect, ImportOptions } from '../../core/csv/import.ts';
import type { ColumnIndex, Diagnostic, RowId, Severity } from '../../core/diagnostic.ts';
import { type CellChange, cellText, type EditedSheet, isAdded } from '../../core/edited-sheet.ts';
import type { Mapping } from '../../core/mapping.ts';
import { createRowMerger } from '../../core/merge-rows.ts';
import type { MappingProposal } from '../../core/propose-mapping.ts';
import type { LastTime } from '../../core/remembered-mapping.ts';
import type { RowState } from '../../core/row-state.ts';
import { type Column, lineOf } from '../../core/sheet.ts';
import type { SheetValidator } from '../../core/sheet-validator.ts';
import { ChangeTeller } from './change-teller.ts';
import type { ColumnFilters } from './column-filter.ts';
import type { ColumnValue } from './column-values.ts';
import { FigureChoice } from './figure-filter.ts';
import { type CustomerMerge, mergeOfRows } from './fixes/customer-merges.ts';
import type { Host } from './host.ts';
import { Judge } from './judge.ts';
import type { LoadedSheet } from './load-sheet.ts';
import { nextErrorIn } from './next-finding.ts';
import { PlanOnSheet } from './plan-on-sheet.ts';
import type { Recorder } from './recorder.ts';
import type { RowOrder } from './row-order.ts';
import { SheetEditor } from './sheet-editor.ts';
import { mappingFindings, SheetMapping } from './sheet-mapping.ts';
import type { ModelChange, PlannedRowView, SheetModel, Sort, Tab } from './sheet-model.ts';
import { EVERY_ROW, SheetView, type ViewChoice } from './sheet-view.ts';
import { StateTally } from './state-tally.ts';
import type { AskedOperation } from './step-parts.ts';
import type { Touched } from './touched.ts';

export interface LiveSheetOptions {
  readonly session: OpenedSession;
  readonly loaded: LoadedSheet;
  readonly host: Host;
  readonly recorder: Recorder;
}

/** So many rows are judged one by one after a step, though they may be more than half of all. */
const FEW_ROWS = 1_000;

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
  readonly proposal: MappingProposal;
  readonly lastTime: LastTime | null;
  readonly fileFindings: readonly Diagnostic[];
  readonly arrangement: ColumnArrangement;
  readonly #host: Host;
  readonly #history: LoadedSheet['history'];
  readonly #teller = new ChangeTeller();
  readonly #editor: SheetEditor;
  readonly #judge: Judge;
  readonly #view: SheetView;
  readonly #tally = new StateTally(this);
  readonly #mapping: SheetMapping;
  readonly #plan: PlanOnSheet;
  readonly #figures = new FigureChoice();
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
    this.proposal = loaded.proposal;
    this.lastTime = loaded.lastTime;
    this.fileFindings = diagnostics;
    this.arrangement = loaded.arrangement;
    this.#host = host;
    this.#mapping = new SheetMapping({ host, session, loaded });
    this.#plan = new PlanOnSheet(host, (rows) => this.#teller.tell({ order: false, rows }));
    this.#history = history;
    this.#editor = new SheetEditor({
      edited,
      history,
      recorder,
      isLocked: (row, kind) => (kind === 'set_cells' ? this.lockOf(row) : this.rowLockOf(row)) !== undefined,
      onPart: (rows) => this.#plan.edited(rows),
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
    return this.#mapping.inForce;
  }

  get blankQuestions(): SheetModel['blankQuestions'] {
    return this.#mapping.blankQuestions(this.#validator);
  }

  get mappingFindings(): readonly Diagnostic[] {
    return mappingFindings(this.#validator);
  }

  get tab(): Tab {
    return this.#view.choice.tab;
  }

  get search(): string {
    return this.#view.choice.search;
  }

  get finding(): SheetModel['finding'] {
    return this.#view.choice.finding;
  }

  get figure(): SheetModel['figure'] {
    return this.#view.choice.figure;
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
    this.#counts ??= {
      ...(this.plan === null ? this.#validator.counts : this.#tally.counts),
      all: this.rowCount - this.edited.removedRows.size,
      errors: this.#validator.counts.invalid,
    };
    return this.#counts;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  get plan(): PlanSummary | null {
    return this.#plan.summary;
  }

  lineOf(row: RowId): number {
    return lineOf(this.edited.sheet, row);
  }

  hasRow(row: RowId): boolean {
    return row < this.rowCount && !this.edited.removedRows.has(row);
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
    return this.#plan.stateOf(row, this.#validator.stateOf(row));
  }

  isOutOfPlan(row: RowId): boolean {
    return this.#plan.isOut(row, this.#validator.stateOf(row));
  }

  severityOf(row: RowId): Severity | undefined {
    if (this.edited.excludedRows.has(row) || this.edited.removedRows.has(row)) return undefined;
    return this.#validator.severityOf(row) ?? (this.#plan.isWarned(row) ? 'warning' : undefined);
  }

  findings(row: RowId): readonly Diagnostic[] {
    return this.#validator.read(row).diagnostics;
  }

  sameAs(row: RowId): RowId | undefined {
    return this.#validator.sameAs(row);
  }

  mergeOf(row: RowId): CustomerMerge | undefined {
    const rows = this.#validator.rowsOfCustomer(row);
    if (rows === undefined) return undefined;
    const found = mergeOfRows(rows, createRowMerger(this.edited, this.#validator.mapping));
    return found.rows.some((each) => this.lockOf(each) !== undefined) ? undefined : found;
  }

  lockOf(row: RowId): string | undefined {
    return this.rowLockOf(row);
  }

  rowLockOf(row: RowId): string | undefined {
    return this.#plan.lockOf(row);
  }

  show(view: ViewChoice): void {
    this.#view.show(view);
    // The tab that was chosen is seen to be chosen at once, however long its rows take.
    this.#teller.tell({ order: false, rows: new Set() });
  }

  async showFigure(figure: FigureView): Promise<void> {
    const filter = await this.#figures.ask(figure, (id) => this.#plan.figureRows(id));
    if (filter) this.show({ ...EVERY_ROW, figure: filter });
  }

  valuesOf(column: ColumnIndex, most: number): Promise<readonly ColumnValue[]> {
    return this.#view.valuesOf(column, most);
  }

  nextError(from: RowId | undefined): ReturnType<SheetModel['nextError']> {
    return nextErrorIn(this, from);
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

  isHeld(which: 'undo' | 'redo'): boolean {
    return this.#editor.isHeld(which);
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

  get isFromLastTime(): boolean {
    return this.#mapping.isFromLastTime;
  }

  /** The plan was made under the old mapping: it is gone. */
  setMapping(mapping: Mapping): void {
    this.#mapping.choose(mapping, this.edited);
    this.setPlan(null);
    this.#judge.begin(this.edited, this.#mapping.chosen);
  }

  proposeAnew(): void {
    this.setMapping(this.#mapping.proposeAnew());
  }

  tellMapping(): Promise<CommandResult<'session.configure'>> {
    return this.#mapping.tell();
  }

  rememberMapping(): Promise<CommandResult<'mapping.remember'>> {
    return this.#mapping.remember();
  }

  arrange(arrangement: ColumnArrangement): void {
    const { sessionId } = this;
    const headers = this.columns.map(({ name }) => name);
    void this.#host.command('columns.arrange', { sessionId, headers, arrangement, isChosen: true });
  }

  planned(row: RowId): PlannedRowView | undefined {
    return this.#plan.viewOf(row);
  }

  plannedNow(row: RowId): Promise<PlannedRowView | undefined> {
    return this.#plan.viewNow(row);
  }

  plannedRows(rows: readonly RowId[]): Promise<readonly PlannedRowView[]> {
    return this.#plan.viewsOf(rows);
  }

  figureRows(figure: string): Promise<Uint32Array | undefined> {
    return this.#plan.figureRows(figure);
  }

  detail(row: RowId): Promise<PlanRowView | undefined> {
    return this.#plan.detail(row);
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
    this.#plan.take(summary, states);
    this.#figures.forget();
    if (this.figure) this.#view.show({ figure: null });
    this.#drawAll();
  }

  /** Takes over what leaving rows out made of the plan. */
  derivePlan(summary: PlanSummary, states: Uint8Array): void {
    this.#plan.derive(summary, states);
    this.#drawAll();
  }

  /** Takes over what happened in a run of the plan. */
  runChanged(changes: readonly (readonly [RowId, number])[], isRunning: boolean): void {
    if (this.#plan.runChanged(changes, isRunning)) this.#drawAll();
    else this.#redraw(new Set(changes.map(([row]) => row)));
  }

  *#stepDone(rows: ReadonlySet<RowId> | 'many'): Generator<void, void> {
    this.#mapping.edited(this.edited);
    if (rows === 'many' || rows.size > Math.max(FEW_ROWS, this.rowCount / 2)) {
      this.#judge.takeOver(this.edited, this.#mapping.chosen);
      this.#drawAll();
      return;
    }
    const touched = yield* this.#judge.updateSteps(this.edited, rows);
    if (touched === undefined) this.#judge.begin(this.edited, this.#mapping.chosen);
    this.#redraw(touched ?? rows);
  }

  /** What is listed is worked out anew only in the end: lists that grow under one's hands help nobody. */
  #validated(from: RowId, rows: number): void {
    this.#counts = undefined;
    this.#tally.forget();
    this.#teller.tell({
      order: false,
      rows: new Set(Array.from({ length: rows }, (_, index) => from + index)),
    });
  }

  #drawAll(): void {
    this.#counts = undefined;
    this.#tally.forget();
    this.#view.lookAgain();
    this.#teller.tell({ order: false, rows: 'all' });
  }

  #redraw(rows: ReadonlySet<RowId>): void {
    this.#counts = undefined;
    this.#tally.changed(rows);
    this.#view.changed(rows);
    this.#teller.tell({ order: false, rows });
  }
}
