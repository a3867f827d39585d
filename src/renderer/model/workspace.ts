import type { StoreApi } from 'zustand/vanilla';
import type { ImportOptions } from '../../core/csv/import.ts';
import type { RowId } from '../../core/diagnostic.ts';
import type { ReportKind } from '../../core/report-kind.ts';
import { PASTED_NAME } from '../../core/words/opening.ts';
import { ChosenSettings } from './chosen-settings.ts';
import { Connections } from './connections.ts';
import { type Answer, Desk } from './desk.ts';
import type { Host } from './host.ts';
import { JobWatch, NO_JOB } from './job-watch.ts';
import { KnownFiles } from './known-files.ts';
import { LeaveOut } from './leave-out.ts';
import type { LiveSheet } from './live-sheet.ts';
import { OpenSheet } from './open-sheet.ts';
import { Runs } from './runs.ts';
import type { ConfirmedPlan, CopiedOfRow, RunConnection, WorkspaceActions } from './workspace-actions.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** What the screen can do, done: sheets are opened and closed here, connections and runs have parts of their own. */
export class Workspace implements WorkspaceActions {
  readonly #host: Host;
  readonly #desk: Desk;
  readonly #watch: JobWatch;
  readonly connections: Connections;
  readonly settings: ChosenSettings;
  readonly #runs: Runs;
  readonly #leaveOut: LeaveOut;
  readonly #files: KnownFiles;
  readonly #openSheet: OpenSheet;

  constructor(host: Host, store: StoreApi<WorkspaceState>) {
    this.#host = host;
    this.#desk = new Desk(host, store);
    this.#openSheet = new OpenSheet(this.#desk, () => this.#showWhatCanBeOpened());
    this.#watch = new JobWatch(host, store, () => this.#sheet);
    this.connections = new Connections({
      desk: this.#desk,
      onOther: () => this.#dropPlan(),
      onPracticeReset: () => this.#practiceWasReset(),
    });
    this.settings = new ChosenSettings(this.#desk);
    this.#leaveOut = new LeaveOut(this.#desk, () => this.#sheet);
    this.#runs = new Runs({
      desk: this.#desk,
      watch: this.#watch,
      connections: this.connections,
      sheet: () => this.#sheet,
      confirmMapping: () => this.confirmMapping(),
      open: (session) => this.#openSheet.open(session, 'known'),
    });
    this.#files = new KnownFiles(this.#desk, (session) => this.#openSheet.open(session, 'new'));
  }

  async start(): Promise<void> {
    this.#watch.listen();
    this.#files.listen();
    const started = await this.#value(this.#host.command('app.start', {}));
    if (!started) return;
    const { version, isStandIn, keysAreKept, settings, connections } = started;
    const { sessions, startsWithSample, openSession, offered } = started;
    this.#set({
      version,
      isStandIn,
      keysAreKept,
      settings,
      connections,
      connection: connections.find(({ isPractice }) => !isPractice) ?? null,
      recoverable: sessions,
      locale: started.locale,
      layout: started.layout ?? null,
    });
    void this.#files.list();
    if (openSession !== null) await this.#runs.goOn(openSession);
    const isOpened = offered !== null && (await this.#files.answer(offered));
    if (offered === null && openSession === null && startsWithSample) {
      await this.connections.usePractice();
      await this.importSample();
    } else if (openSession === null && !isOpened) {
      await this.#runs.lookForUnfinished();
    }
  }

  async chooseFile(): Promise<void> {
    const opened = await this.#value(this.#host.command('session.choose_file', {}));
    if (opened) await this.#openSheet.open(opened, 'new');
  }

  async importDropped(file: File): Promise<void> {
    const opened = await this.#value(this.#host.importDropped(file));
    if (opened) await this.#openSheet.open(opened, 'new');
  }

  async importText(text: string, options: ImportOptions): Promise<void> {
    const source = { name: PASTED_NAME, text, options };
    const opened = await this.#value(this.#host.command('session.import_text', source));
    if (opened) await this.#openSheet.open(opened, 'new');
  }

  async importSample(): Promise<void> {
    const opened = await this.#value(this.#host.command('session.import_sample', {}));
    if (opened) await this.#openSheet.open(opened, 'known');
  }

  openRecent(id: string): Promise<void> {
    return this.#files.open(id);
  }

  forgetRecent(id: string): Promise<void> {
    return this.#files.forget(id);
  }

  clearRecent(): Promise<void> {
    return this.#files.clear();
  }

  openSession(sessionId: string): Promise<void> {
    return this.#runs.goOn(sessionId);
  }

  async discardSession(sessionId: string): Promise<void> {
    const discarded = await this.#value(this.#host.command('session.discard', { sessionId }));
    if (!discarded) return;
    this.#set({ recoverable: this.#state.recoverable.filter((session) => session.sessionId !== sessionId) });
  }

  closeSheet(): Promise<void> {
    return this.#openSheet.close();
  }

  setImportOption<K extends keyof ImportOptions>(key: K, value: ImportOptions[K] | undefined): Promise<void> {
    return this.#openSheet.setImportOption(key, value);
  }

  abandonImport(): Promise<void> {
    return this.#openSheet.abandonImport();
  }

  async confirmMapping(): Promise<boolean> {
    const sheet = this.#sheet;
    if (!sheet || !(await this.#value(sheet.tellMapping()))) return false;
    await this.#value(sheet.rememberMapping());
    return true;
  }

  select(row: number | null, column: number | null = null): void {
    this.#set({ selectedRow: row, selectedColumn: column });
  }

  showDialog(dialog: WorkspaceState['dialog']): void {
    const { reading, dialog: shown } = this.#state;
    this.#set({ dialog, reading: reading && shown === 'import' ? { ...reading, isFresh: false } : reading });
  }

  tell(text: string): void {
    this.#set({ notice: { kind: 'info', text } });
  }

  dismissNotice(): void {
    this.#set({ notice: null });
  }

  dryRun(isAnew = false): Promise<void> {
    return this.#runs.dryRun(isAnew);
  }

  leaveOut(rows: readonly RowId[], isOut: boolean): Promise<void> {
    return this.#leaveOut.change(rows, isOut);
  }

  async copyOfRow(row: RowId, what: CopiedOfRow): Promise<boolean> {
    const planId = this.#sheet?.plan?.planId;
    if (planId === undefined) return false;
    return (await this.#value(this.#host.command('plan.copy', { planId, row, what }))) !== undefined;
  }

  dryRunAgain(rows: readonly RowId[]): Promise<void> {
    return this.#runs.dryRunAgain(rows);
  }

  undoRun(run: Parameters<WorkspaceActions['undoRun']>[0]): Promise<void> {
    return this.#runs.undoRun(run);
  }

  sessionsGone(sessionIds: readonly string[]): void {
    this.#set({
      recoverable: this.#state.recoverable.filter((known) => !sessionIds.includes(known.sessionId)),
    });
    if (!this.#sheet || !sessionIds.includes(this.#sheet.sessionId)) return;
    this.#openSheet.putAway();
  }

  cancelDryRun(): Promise<void> {
    return this.#runs.cancelDryRun();
  }

  apply(confirmed: ConfirmedPlan): Promise<void> {
    return this.#runs.apply(confirmed);
  }

  goOnWithRun(runId: string, of?: RunConnection): Promise<void> {
    return this.#runs.goOnWithRun(runId, of);
  }

  pause(): Promise<void> {
    return this.#runs.toRun('run.pause');
  }

  resume(): Promise<void> {
    return this.#runs.toRun('run.resume');
  }

  stop(): Promise<void> {
    return this.#runs.toRun('run.stop');
  }

  abort(): Promise<void> {
    return this.#runs.toRun('run.abort');
  }

  saveReport(kind: ReportKind): Promise<void> {
    return this.#runs.saveReport(kind);
  }

  copySummary(): Promise<void> {
    return this.#runs.copySummary();
  }

  showReport(): Promise<void> {
    return this.#runs.showReport();
  }

  async useClipboard(action: 'cut' | 'copy' | 'paste'): Promise<void> {
    await this.#value(this.#host.command('window.clipboard', { action }));
  }

  async stepText(step: 'undo' | 'redo'): Promise<void> {
    await this.#value(this.#host.command('window.text_step', { step }));
  }

  /** A plan names whom it was made for; over another connection it is not the plan that was looked at. */
  #dropPlan(): void {
    if (this.#sheet?.plan && this.#state.job.kind === 'none') this.#sheet.setPlan(null);
  }

  /** The host has dropped the plans that were made on it, runs and all; what was written is written no more. */
  #practiceWasReset(): void {
    if (!this.#sheet?.plan?.connection.isPractice) return;
    this.#sheet.setPlan(null);
    this.#set({ job: NO_JOB });
  }

  async #showWhatCanBeOpened(): Promise<void> {
    await this.#files.list();
    await this.#runs.lookForUnfinished();
  }

  get #sheet(): LiveSheet | null {
    return this.#openSheet.sheet;
  }

  #value<T>(answering: Promise<Answer<T>>): Promise<T | undefined> {
    return this.#desk.value(answering);
  }

  get #state(): WorkspaceState {
    return this.#desk.state;
  }

  #set(change: Partial<WorkspaceState>): void {
    this.#desk.set(change);
  }
}
