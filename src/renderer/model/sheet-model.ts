import type { CommandResult } from '../../contract/commands.ts';
import type { FigureView } from '../../contract/figure-schemas.ts';
import type { PlannedSlice, PlanRowView, PlanSummary } from '../../contract/plan-schemas.ts';
import type { ColumnArrangement } from '../../core/column-arrangement.ts';
import type { FileDialect, ImportOptions } from '../../core/csv/import.ts';
import type { ColumnIndex, Diagnostic, RowId, Severity } from '../../core/diagnostic.ts';
import type { CellChange } from '../../core/edited-sheet.ts';
import type { AddressName } from '../../core/fields.ts';
import type { Mapping } from '../../core/mapping.ts';
import type { MappingProposal } from '../../core/propose-mapping.ts';
import type { LastTime } from '../../core/remembered-mapping.ts';
import type { RowState, StateCounts } from '../../core/row-state.ts';
import type { Column } from '../../core/sheet.ts';
import type { ColumnFilters } from './column-filter.ts';
import type { ColumnValue } from './column-values.ts';
import type { FigureFilter } from './figure-filter.ts';
import type { CustomerMerge } from './fixes/customer-merges.ts';
import type { FindingFilter } from './fixes/finding-kind.ts';
import type { ViewChoice } from './sheet-view.ts';
import type { AskedOperation } from './step-parts.ts';
import type { Touched } from './touched.ts';

/** Which rows the grid shows. */
export type Tab = 'all' | 'errors' | 'warnings' | RowState;

export interface Sort {
  /** A column, or what became of the rows. */
  readonly by: ColumnIndex | 'state' | 'line';
  readonly direction: 'ascending' | 'descending';
}

/** The one index of rows as they are shown: filtered and sorted. Grid, paste, find and "next error" share it. */
export interface ShownRows {
  readonly length: number;
  rowAt(index: number): RowId | undefined;
  /** -1 where the row is not shown. */
  indexOf(row: RowId): number;
}

/** One row of a plan as cells are shown with it; `undefined` from the model means "being fetched". */
export type PlannedRowView = PlannedSlice[number];

/**
 * The live projection of one session's sheet: cells, findings, states, counts, order shown, history. No React,
 * no grid; the truth about the table in the window. What it shows of a plan or run the host told it.
 */
export interface SheetModel {
  readonly sessionId: string;
  readonly fileName: string;
  /** The run that it takes back, where it is the sheet of an undo. */
  readonly undoes: string | null;
  readonly columns: readonly Column[];
  /** Row ids are below this. It grows with added rows, and never shrinks; `counts.all` is how many rows there are. */
  readonly rowCount: number;
  /** Rows gone through so far, in the order of the file; all of them once their number is `rowCount`. */
  readonly validatedRows: number;
  /** Operations done; the number a dry run is asked for by. */
  readonly revision: number;
  readonly options: ImportOptions;
  readonly dialect: FileDialect;
  readonly mapping: Mapping;
  /** What is proposed for the columns, and why; whatever was chosen since. */
  readonly proposal: MappingProposal;
  /** What was confirmed before for a sheet with the same headers, from which this mapping began. */
  readonly lastTime: LastTime | null;
  /** Nobody has looked at the mapping of last time yet, or has had it proposed anew. */
  readonly isFromLastTime: boolean;
  /** Addresses for which the blank question matters, with the number of rows that ask it. */
  readonly blankQuestions: readonly { readonly address: AddressName; readonly rows: number }[];
  readonly fileFindings: readonly Diagnostic[];
  readonly mappingFindings: readonly Diagnostic[];
  /** How its columns were left when it was opened. */
  readonly arrangement: ColumnArrangement;

  readonly tab: Tab;
  readonly search: string;
  /** Only rows with a finding of this kind. */
  readonly finding: FindingFilter | null;
  /** Only rows that a figure of the plan counts; a new plan has other figures. */
  readonly figure: FigureFilter | null;
  readonly sort: Sort | null;
  /** Combined with tab and search. Rows that are edited stay in sight until the filters are chosen again. */
  readonly filters: ColumnFilters;
  readonly shown: ShownRows;
  /** Rows by tab, whatever is shown. */
  readonly counts: StateCounts & { readonly all: number; readonly errors: number; readonly warnings: number };
  readonly canUndo: boolean;
  readonly canRedo: boolean;

  /** In the file; rows that were added go on after its last line. */
  lineOf(row: RowId): number;
  /** Whether there is such a row: one that was added may have been removed again. */
  hasRow(row: RowId): boolean;
  /** Whether the row was added in the app: the file does not have it. */
  isAdded(row: RowId): boolean;
  cell(row: RowId, column: ColumnIndex): string;
  original(row: RowId, column: ColumnIndex): string;
  isChanged(row: RowId, column: ColumnIndex): boolean;
  /** The row's one state: of the run, else the plan (`stale` when edited since), else the sheet. */
  stateOf(row: RowId): RowState;
  /** Whether the row was left out of the plan alone: the next dry run has it again. */
  isOutOfPlan(row: RowId): boolean;
  /** Worst finding of a row, cheaply. */
  severityOf(row: RowId): Severity | undefined;
  /** All findings of a row; worked out when asked. */
  findings(row: RowId): readonly Diagnostic[];
  /** Of a row that was left out: the row that is about the same customer and was not. */
  sameAs(row: RowId): RowId | undefined;
  /** What merging a row with the others about its customer comes to; `undefined` where there are none, or a run is at them. */
  mergeOf(row: RowId): CustomerMerge | undefined;
  /** Why a row's cells can't be edited now; `undefined` where they can. */
  lockOf(row: RowId): string | undefined;
  /** Why a row can't be left out or taken back in now; `undefined` where it can. */
  rowLockOf(row: RowId): string | undefined;

  show(view: ViewChoice): void;
  /** Shows the rows that a figure of the plan counts, all of them and no others. */
  showFigure(figure: FigureView): Promise<void>;
  /** Distinct values of the rows shown, whatever the column's own filter; the most frequent first. */
  valuesOf(column: ColumnIndex, most: number): Promise<readonly ColumnValue[]>;
  /** The next shown row with an error after `from`, going round; `undefined` where there is none. */
  nextError(
    from: RowId | undefined,
  ): { readonly row: RowId; readonly column: ColumnIndex | undefined } | undefined;

  /** One undo step. Changes that change nothing are left out. */
  edit(changes: readonly Omit<CellChange, 'before'>[]): void;
  exclude(rows: readonly RowId[]): void;
  include(rows: readonly RowId[]): void;
  /**
   * Several operations as one undo step, each cell in it once. What changes nothing, and rows that are locked, are
   * left out. A large step is done in slices: what is asked for meanwhile comes after it.
   */
  doStep(operations: readonly AskedOperation[]): void;
  /** Blank rows after the last one; no more than a sheet may hold. */
  addRows(count: number): void;
  /** Rows that were added are removed, rows of the file excluded; one undo step. */
  removeRows(rows: readonly RowId[]): void;
  /** Back to the text of the file; one undo step. */
  revert(cells: readonly { readonly row: RowId; readonly column: ColumnIndex }[]): void;
  /** Whether the next step is about a row that is locked; it is not undone, or done again, until the row is free. */
  isHeld(which: 'undo' | 'redo'): boolean;
  /** @returns what was touched; `null` where nothing was, or a large step has to end first */
  undo(): Touched | null;
  redo(): Touched | null;
  /** Takes over what was chosen while looking at the mapping in force. */
  setMapping(mapping: Mapping): void;
  /** Each column's role as its header and values propose it; answers and constants stay. */
  proposeAnew(): void;
  /** Sees to it that the host works with this mapping, also where it was only proposed. */
  tellMapping(): Promise<CommandResult<'session.configure'>>;
  /** The person has seen the mapping: it is kept for the next sheet with the same headers. */
  rememberMapping(): Promise<CommandResult<'mapping.remember'>>;

  /** The columns are left this way: kept for this sheet, and for the next one with the same headers. */
  arrange(arrangement: ColumnArrangement): void;

  /** The newest plan, while there is one. */
  readonly plan: PlanSummary | null;
  planned(row: RowId): PlannedRowView | undefined;
  /** The same, fetched where it has to be; `undefined` where the plan says nothing of the row. */
  plannedNow(row: RowId): Promise<PlannedRowView | undefined>;
  /** What the plan says of many rows, asked for anew. */
  plannedRows(rows: readonly RowId[]): Promise<readonly PlannedRowView[]>;
  /** The rows that a figure of the plan counts, without those edited since; `undefined` where the plan is gone. */
  figureRows(figure: string): Promise<Uint32Array | undefined>;
  detail(row: RowId): Promise<PlanRowView | undefined>;

  /** Told after every change, at most once a frame, what to draw again. */
  subscribe(listener: (change: ModelChange) => void): () => void;
}

export interface ModelChange {
  /** Which rows are shown, or in which order. */
  readonly order: boolean;
  /** Rows to draw again; `all` after a mapping, plan or whole-sheet change. */
  readonly rows: ReadonlySet<RowId> | 'all';
}
