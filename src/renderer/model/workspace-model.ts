import type { CommandInput, CommandResult } from '../../contract/commands.ts';
import type { FigureView } from '../../contract/figure-schemas.ts';
import type { PageLayout, RecentFileView } from '../../contract/file-schemas.ts';
import type { ConnectionView, PlannedSlice, PlanRowView, PlanSummary } from '../../contract/plan-schemas.ts';
import type { UnfinishedRunView } from '../../contract/run-schemas.ts';
import type { AppSettings } from '../../contract/settings-schemas.ts';
import type { FileDialect, ImportedSheet, ImportOptions } from '../../core/csv/import.ts';
import type { ColumnIndex, Diagnostic, RowId, Severity } from '../../core/diagnostic.ts';
import type { CellChange } from '../../core/edited-sheet.ts';
import type { AddressName } from '../../core/fields.ts';
import type { Mapping } from '../../core/mapping.ts';
import type { MappingProposal } from '../../core/propose-mapping.ts';
import type { LastTime } from '../../core/remembered-mapping.ts';
import type { ReportKind } from '../../core/report-kind.ts';
import type { RowState, StateCounts } from '../../core/row-state.ts';
import type { Column } from '../../core/sheet.ts';
import type { ChosenSettings } from './chosen-settings.ts';
import type { ColumnFilters } from './column-filter.ts';
import type { ColumnValue } from './column-values.ts';
import type { Connections, KeyTestView } from './connections.ts';
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

  /** The newest plan, while there is one. */
  readonly plan: PlanSummary | null;
  planned(row: RowId): PlannedRowView | undefined;
  /** The same, fetched where it has to be; `undefined` where the plan says nothing of the row. */
  plannedNow(row: RowId): Promise<PlannedRowView | undefined>;
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

/** How far an import is, in bytes. */
export interface ImportProgress {
  readonly fileName: string;
  readonly done: number;
  readonly total: number;
}

/** How the open file was read, or that it can't be. Small: it is kept while the file is read another way. */
export interface FileReading {
  readonly sessionId: string;
  readonly fileName: string;
  readonly options: ImportOptions;
  readonly findings: readonly Diagnostic[];
  /** Imported just now, and not looked at yet. */
  readonly isFresh: boolean;
  /** `null` where nothing could be made of it. */
  readonly understood:
    | (Pick<ImportedSheet, 'dialect' | 'beginning' | 'specialWords'> & {
        readonly rowCount: number;
        readonly columnCount: number;
      })
    | null;
}

/** Where the dry run or the run is. */
export type JobView =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'planning';
      readonly done: number;
      readonly total: number;
      readonly requestsLeft: number;
      readonly leftMs: number | null;
    }
  | {
      readonly kind: 'running' | 'ended';
      readonly runId: string;
      readonly ended: number;
      readonly total: number;
      readonly perMinute: number | null;
      readonly leftMs: number | null;
      readonly note: string;
      readonly pausedBy: string | null;
      readonly isStopping: boolean;
      readonly end: { readonly how: string; readonly message: string } | null;
    };

/** What can be copied of a row: its request as text or as a command, or the id that Atlas gave an attempt at it. */
export type CopiedOfRow = CommandInput<'plan.copy'>['what'];

/** Whom a kept run talked to. */
export type RunConnection = UnfinishedRunView['connection'];

/** Something to say to the person. Where no sheet is open, an error is about the file that was to be one, unless it says otherwise. */
export interface NoticeView {
  readonly kind: 'error' | 'info';
  readonly text: string;
  readonly about?: 'app';
}

/** Everything React renders around the grid, in one small zustand store. */
export interface WorkspaceState {
  readonly version: string;
  readonly isStandIn: boolean;
  /** Of the system, as BCP 47; empty until it is known. */
  readonly locale: string;
  readonly keysAreKept: boolean;
  readonly settings: AppSettings;
  readonly connections: readonly ConnectionView[];
  readonly connection: ConnectionView | null;
  /** By connection: what its key was found to allow since the window opened. */
  readonly keyTests: ReadonlyMap<string, KeyTestView>;
  /** Sessions offered at the start. */
  readonly recoverable: readonly {
    readonly sessionId: string;
    readonly fileName: string;
    readonly savedAt: string;
    readonly operations: number;
  }[];
  /** Interrupted runs, offered at the start too. */
  readonly unfinished: readonly UnfinishedRunView[];
  /** Files that were imported lately, the newest first. */
  /** How the page was laid out when it was left; `null` until that is known, or where it never was. */
  readonly layout: PageLayout | null;
  readonly recent: readonly RecentFileView[];
  readonly importing: ImportProgress | null;
  /** Of the sheet that is open, or of a file that can't be one. */
  readonly reading: FileReading | null;
  readonly sheet: SheetModel | null;
  /** Goes up with every change of the sheet model that React has to see (counts, tab, mapping, plan …). */
  readonly sheetVersion: number;
  readonly job: JobView;
  readonly selectedRow: RowId | null;
  readonly selectedColumn: ColumnIndex | null;
  readonly dialog:
    | 'none'
    | 'import'
    | 'mapping'
    | 'connection'
    | 'apply'
    | 'history'
    | 'settings'
    | 'shortcuts';
  readonly savedAt: string | null;
  readonly reportPath: string | null;
  /** The newest thing to say to the person; errors stay until dismissed. */
  readonly notice: NoticeView | null;
}

/** What a person confirmed of the plan that is applied. */
export interface ConfirmedPlan {
  readonly customers: number;
  /** Of the plan that was approved on paper, where one was; another is refused. */
  readonly approvedHash?: string;
  /** A ticket, or why it is done. */
  readonly reason?: string;
}

/** What the screen can do; each is one entry of the command registry or a gesture. */
export interface WorkspaceActions {
  start(): Promise<void>;
  chooseFile(): Promise<void>;
  importDropped(file: File): Promise<void>;
  importText(text: string, options: ImportOptions): Promise<void>;
  importSample(): Promise<void>;
  openSession(sessionId: string): Promise<void>;
  discardSession(sessionId: string): Promise<void>;
  closeSheet(): Promise<void>;
  openRecent(id: string): Promise<void>;
  /** From the list; the file is left alone. */
  forgetRecent(id: string): Promise<void>;
  clearRecent(): Promise<void>;
  /** Reads the open file another way. */
  setImportOptions(options: ImportOptions): Promise<void>;
  /** Gives a file up: stops reading it, or closes one that can't be used. What was only begun is deleted. */
  abandonImport(): Promise<void>;
  /** The mapping was looked at: the host works with it and remembers it. Whether the host does work with it. */
  confirmMapping(): Promise<boolean>;
  select(row: RowId | null, column?: ColumnIndex | null): void;
  showDialog(dialog: WorkspaceState['dialog']): void;
  tell(text: string): void;
  dismissNotice(): void;
  readonly connections: Connections;
  readonly settings: ChosenSettings;
  /** Reads only what is needed, unless all rows are to be read anew. */
  dryRun(isAnew?: boolean): Promise<void>;
  /** Leaves rows out of the plan, or takes them back in; the sheet stays as it is. */
  leaveOut(rows: readonly RowId[], isOut: boolean): Promise<void>;
  /** Puts text about a row of the plan on the clipboard. Whether it is there. */
  copyOfRow(row: RowId, what: CopiedOfRow): Promise<boolean>;
  /** Of these rows only, after a plan; the others keep what became of them. */
  dryRunAgain(rows: readonly RowId[]): Promise<void>;
  /** Sessions that were deleted: where the sheet of one is open, it is put away. */
  sessionsGone(sessionIds: readonly string[]): void;
  /** Opens the sheet that takes a run back and, over a connection like the run's, its dry run. */
  undoRun(run: { readonly id: string; readonly connection: RunConnection }): Promise<void>;
  cancelDryRun(): Promise<void>;
  apply(confirmed: ConfirmedPlan): Promise<void>;
  /** Without a connection the run is one of those offered at the start. */
  goOnWithRun(runId: string, of?: RunConnection): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
  abort(): Promise<void>;
  saveReport(kind: ReportKind): Promise<void>;
  copySummary(): Promise<void>;
  showReport(): Promise<void>;
  /** For menus: the clipboard's events come as they do by its keys. */
  useClipboard(action: 'cut' | 'copy' | 'paste'): Promise<void>;
  /** In the text field that has the focus. */
  stepText(step: 'undo' | 'redo'): Promise<void>;
}
