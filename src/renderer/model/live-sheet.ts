import type { OpenedSession } from '../../contract/commands.ts';
import type { PlanRowView, PlanSummary } from '../../contract/plan-schemas.ts';
import type { FileDialect, ImportOptions } from '../../core/csv/import.ts';
import type { ColumnIndex, Diagnostic, RowId, Severity } from '../../core/diagnostic.ts';
import {
  applyOperation,
  type CellChange,
  cellText,
  type EditedSheet,
  editedColumns,
  type Operation,
  partsOf,
} from '../../core/edited-sheet.ts';
import type { AddressName } from '../../core/fields.ts';
import { type Mapping, withEditedColumns } from '../../core/mapping.ts';
import { rowsTouched } from '../../core/replay.ts';
import { ALL_STATES, type RowState, type StateCounts } from '../../core/row-state.ts';
import { type Column, lineOf } from '../../core/sheet.ts';
import type { SheetValidator } from '../../core/sheet-validator.ts';
import { openBlankQuestions } from '../../core/validate.ts';
import { finding } from '../../core/words/diagnostics.ts';
import { LOCKED_ROW } from '../../core/words/run.ts';
import { finishInSlices } from './breathe.ts';
import { ChangeTeller } from './change-teller.ts';
import { type FindingFilter, findingsOfKind } from './fixes/finding-kind.ts';
import { History } from './history.ts';
import type { Host } from './host.ts';
import { Judge } from './judge.ts';
import type { LoadedSheet } from './load-sheet.ts';
import { PlanOverlay } from './plan-overlay.ts';
import type { Recorder } from './recorder.ts';
import { fileOrder, orderSteps, type RowOrder, withRowsSeenAnew } from './row-order.ts';
import type { ModelChange, PlannedRowView, SheetModel, Sort, Tab } from './workspace-model.ts';

/** Cells or rows of an operation that go over the bridge together: some 10 ms of the window's time. */
const MOST_RECORDED_AT_ONCE = 5_000;

interface LiveSheetOptions {
  readonly session: OpenedSession;
  readonly loaded: LoadedSheet;
  readonly host: Host;
  readonly recorder: Recorder;
}

/** One session's sheet as the window shows it. The host works out the same from the same bytes and operations. */
export class LiveSheet implements SheetModel {
  readonly sessionId: string;
  readonly fileName: string;
  readonly options: ImportOptions;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly dialect: FileDialect;
  readonly isWholeExport: boolean;
  readonly fileFindings: readonly Diagnostic[];
  readonly #host: Host;
  readonly #recorder: Recorder;
  readonly #history = new History();
  readonly #teller = new ChangeTeller();
  #edited: EditedSheet;
  #mapping: Mapping;
  #inForce: Mapping;
  readonly #judge: Judge;
  #overlay: PlanOverlay | null = null;
  #isRunning = false;
  #view: {
    readonly tab: Tab;
    readonly search: string;
    readonly finding: FindingFilter | null;
    readonly sort: Sort | null;
  } = {
    tab: 'all',
    search: '',
    finding: null,
    sort: null,
  };
  readonly #fileOrder: RowOrder;
  #order: RowOrder;
  /** While the order is worked out anew: rows that changed since that began. */
  #changedMeanwhile: Set<RowId> | undefined;
  #stopOrdering: () => void = () => undefined;
  #counts: SheetModel['counts'] | undefined;

  constructor({ session, loaded, host, recorder }: LiveSheetOptions) {
    const { sheet, dialect, diagnostics } = loaded.imported;
    this.sessionId = session.sessionId;
    this.fileName = session.fileName;
    this.options = session.options;
    this.columns = sheet.columns;
    this.rowCount = sheet.rowCount;
    this.dialect = dialect;
    this.isWholeExport = loaded.isWholeExport;
    this.fileFindings = diagnostics;
    this.#host = host;
    this.#recorder = recorder;
    this.#edited = loaded.edited;
    this.#mapping = loaded.mapping;
    this.#inForce = withEditedColumns(loaded.mapping, editedColumns(loaded.edited));
    this.#fileOrder = fileOrder(this.rowCount);
    this.#order = this.#fileOrder;
    this.#judge = new Judge({
      edited: loaded.edited,
      mapping: loaded.mapping,
      onProgress: (from, rows) => this.#validated(from, rows),
      onDone: () => this.#drawAll(),
    });
  }

  get #validator(): SheetValidator {
    return this.#judge.validator;
  }

  get validatedRows(): number {
    return this.#validator.validatedRows;
  }

  get revision(): number {
    return this.#edited.revision;
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
    return (['billing_address', 'shipping_address'] as const satisfies readonly AddressName[])
      .map((address) => ({ address, rows: partlyBlankRows[address] }))
      .filter(({ address, rows }) => rows > 0 || this.#mapping.blanks[address] !== undefined);
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
    return this.#view.tab;
  }

  get search(): string {
    return this.#view.search;
  }

  get finding(): FindingFilter | null {
    return this.#view.finding;
  }

  get sort(): Sort | null {
    return this.#view.sort;
  }

  get shown(): RowOrder {
    return this.#order;
  }

  get counts(): SheetModel['counts'] {
    this.#counts ??= this.#countStates();
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
    return lineOf(this.#edited.sheet, row);
  }

  cell(row: RowId, column: ColumnIndex): string {
    return cellText(this.#edited, row, column);
  }

  original(row: RowId, column: ColumnIndex): string {
    return this.#edited.sheet.cells[column]?.[row] ?? '';
  }

  isChanged(row: RowId, column: ColumnIndex): boolean {
    return this.#edited.changedCells.get(column)?.has(row) ?? false;
  }

  stateOf(row: RowId): RowState {
    const sheetState = this.#validator.stateOf(row);
    if (!this.#overlay || sheetState === 'excluded') return sheetState;
    if (!this.#overlay.isStale(row)) return this.#overlay.stateOf(row);
    return sheetState === 'invalid' ? 'invalid' : 'stale';
  }

  severityOf(row: RowId): Severity | undefined {
    if (this.#edited.excludedRows.has(row)) return undefined;
    return this.#validator.severityOf(row) ?? (this.#overlay?.isWarned(row) ? 'warning' : undefined);
  }

  findings(row: RowId): readonly Diagnostic[] {
    return this.#validator.read(row).diagnostics;
  }

  lockOf(row: RowId): string | undefined {
    return this.#isRunning && this.#overlay?.isAtWork(row) ? LOCKED_ROW : undefined;
  }

  show(view: Parameters<SheetModel['show']>[0]): void {
    this.#view = { ...this.#view, ...view };
    this.#reorder();
    // The tab that was chosen is seen to be chosen at once, however long its rows take.
    this.#teller.tell({ order: false, rows: new Set() });
  }

  nextError(
    from: RowId | undefined,
  ): { readonly row: RowId; readonly column: ColumnIndex | undefined } | undefined {
    const { length } = this.#order;
    const start = from === undefined ? -1 : this.#order.indexOf(from);
    for (let step = 1; step <= length; step++) {
      const row = this.#order.rowAt((start + step) % length);
      if (row === undefined || this.severityOf(row) !== 'error') continue;
      const place = this.findings(row).find(({ severity }) => severity === 'error')?.place;
      return { row, column: place?.kind === 'cell' ? place.column : undefined };
    }
    return undefined;
  }

  edit(changes: readonly Omit<CellChange, 'before'>[]): void {
    const real = changes
      .filter(({ row }) => this.lockOf(row) === undefined)
      .map((change) => ({ ...change, before: this.cell(change.row, change.column) }))
      .filter(({ before, after }) => before !== after);
    if (real.length > 0) this.#doNew({ kind: 'set_cells', changes: real });
  }

  exclude(rows: readonly RowId[]): void {
    const real = rows.filter((row) => !this.#edited.excludedRows.has(row) && this.lockOf(row) === undefined);
    if (real.length > 0) this.#doNew({ kind: 'exclude_rows', rows: real });
  }

  include(rows: readonly RowId[]): void {
    const real = rows.filter((row) => this.#edited.excludedRows.has(row) && this.lockOf(row) === undefined);
    if (real.length > 0) this.#doNew({ kind: 'include_rows', rows: real });
  }

  undo(): void {
    const operation = this.#history.undo();
    if (operation) this.#do(operation);
  }

  redo(): void {
    const operation = this.#history.redo();
    if (operation) this.#do(operation);
  }

  /** The plan was made under the old mapping: it is gone. */
  setMapping(mapping: Mapping): void {
    this.#mapping = mapping;
    this.#inForce = withEditedColumns(mapping, editedColumns(this.#edited));
    this.#overlay = null;
    this.#drawAll();
    void this.#host.command('session.configure', { sessionId: this.sessionId, mapping });
    this.#judge.begin(this.#edited, mapping);
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
    this.#stopOrdering();
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

  #doNew(operation: Operation): void {
    this.#history.did(operation);
    this.#do(operation);
  }

  #do(operation: Operation): void {
    // One step to the person; on its way to the disk it must not hold up the window.
    for (const part of partsOf(operation, MOST_RECORDED_AT_ONCE)) {
      this.#edited = applyOperation(this.#edited, part);
      this.#recorder.record(this.#edited.revision, part);
    }
    const rows = rowsTouched([operation]);
    this.#overlay?.edited(rows);
    const touched = this.#judge.update(this.#edited, this.#mapping, rows);
    if (touched) this.#redraw(touched);
    else this.#inForce = withEditedColumns(this.#mapping, editedColumns(this.#edited));
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
    this.#reorder();
    this.#teller.tell({ order: false, rows: 'all' });
  }

  /** Rows that no longer belong on the tab leave it; what is sorted stays where it is until it is sorted again. */
  #redraw(rows: ReadonlySet<RowId>): void {
    this.#counts = undefined;
    if (this.#changedMeanwhile) for (const row of rows) this.#changedMeanwhile.add(row);
    else this.#takeOrder(this.#withChanged(this.#order, rows));
    this.#teller.tell({ order: false, rows });
  }

  /** Works out anew which rows are shown in which order; until it is known the old order stands. */
  #reorder(): void {
    const { sort } = this.#view;
    const changed = new Set<RowId>();
    this.#stopOrdering();
    if (!sort && !this.#isFiltered) {
      this.#changedMeanwhile = undefined;
      this.#takeOrder(this.#fileOrder);
      return;
    }
    this.#changedMeanwhile = changed;
    const steps = orderSteps({
      rowCount: this.rowCount,
      passes: (row) => this.#isShown(row),
      ...(sort && { sort: { direction: sort.direction, textOf: (row) => this.#sortText(sort.by, row) } }),
    });
    this.#stopOrdering = finishInSlices(steps, (order) => {
      this.#changedMeanwhile = undefined;
      this.#takeOrder(this.#withChanged(order, changed));
    });
  }

  #takeOrder(order: RowOrder): void {
    if (order === this.#order) return;
    this.#order = order;
    this.#teller.tell({ order: true, rows: new Set() });
  }

  get #isFiltered(): boolean {
    return this.#view.tab !== 'all' || this.#view.search !== '' || this.#view.finding !== null;
  }

  #withChanged(order: RowOrder, rows: Iterable<RowId>): RowOrder {
    const isFixed = !this.#isFiltered || this.#view.sort !== null;
    return isFixed ? order : withRowsSeenAnew(order, rows, (row) => this.#isShown(row));
  }

  #sortText(by: Sort['by'], row: RowId): string {
    if (by === 'line') return String(row);
    return by === 'state' ? String(ALL_STATES.indexOf(this.stateOf(row))) : this.cell(row, by);
  }

  #isShown(row: RowId): boolean {
    return this.#isOnTab(row) && this.#hasFinding(row) && this.#isFound(row);
  }

  #isOnTab(row: RowId): boolean {
    const { tab } = this.#view;
    if (tab === 'all') return true;
    if (tab === 'errors') return this.severityOf(row) === 'error';
    return tab === 'warnings' ? this.severityOf(row) === 'warning' : this.stateOf(row) === tab;
  }

  #hasFinding(row: RowId): boolean {
    const { finding: wanted } = this.#view;
    return wanted === null || findingsOfKind(this, row, wanted).length > 0;
  }

  #isFound(row: RowId): boolean {
    const wanted = this.#view.search.trim().toLowerCase();
    if (wanted === '') return true;
    return this.columns.some(({ index }) => this.cell(row, index).toLowerCase().includes(wanted));
  }

  #countStates(): SheetModel['counts'] {
    const counts = this.#validator.counts;
    const states = this.#overlay ? this.#countEachRow() : counts;
    return { ...states, all: this.rowCount, errors: counts.invalid };
  }

  #countEachRow(): StateCounts & { readonly warnings: number } {
    const counts: { [state in RowState]?: number } = {};
    let warnings = 0;
    for (let row = 0; row < this.rowCount; row++) {
      const state = this.stateOf(row);
      counts[state] = (counts[state] ?? 0) + 1;
      if (this.severityOf(row) === 'warning') warnings++;
    }
    return { ...counts, warnings };
  }
}
