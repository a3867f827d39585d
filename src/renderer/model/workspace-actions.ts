import type { CommandInput } from '../../contract/commands.ts';
import type { UnfinishedRunView } from '../../contract/run-schemas.ts';
import type { ImportOptions } from '../../core/csv/import.ts';
import type { ColumnIndex, RowId } from '../../core/diagnostic.ts';
import type { ReportKind } from '../../core/report-kind.ts';
import type { ChosenSettings } from './chosen-settings.ts';
import type { Connections } from './connections.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** What can be copied of a row: its request as text or as a command, or the id that Atlas gave an attempt at it. */
export type CopiedOfRow = CommandInput<'plan.copy'>['what'];

/** Whom a kept run talked to. */
export type RunConnection = UnfinishedRunView['connection'];

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
  /** Reads the open file with one option changed; without a value it is determined. */
  setImportOption<K extends keyof ImportOptions>(key: K, value: ImportOptions[K] | undefined): Promise<void>;
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
