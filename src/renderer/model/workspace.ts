import type { StoreApi } from 'zustand/vanilla';
import type { CommandInput, CommandOutput, CommandResult, OpenedSession } from '../../contract/commands.ts';
import type { ConnectionView } from '../../contract/plan-schemas.ts';
import { isError, type RowId } from '../../core/diagnostic.ts';
import { placeText } from '../../core/words/places.ts';
import { connectionForUndoText, connectionNeededText, NOTHING_LEFT } from '../../core/words/resume.ts';
import { afterFrame, breathe } from './breathe.ts';
import type { Host } from './host.ts';
import { JobWatch } from './job-watch.ts';
import { LiveSheet } from './live-sheet.ts';
import { loadSheet } from './load-sheet.ts';
import { nowAndThen } from './now-and-then.ts';
import { Recorder } from './recorder.ts';
import { UndoSheet } from './undo-sheet.ts';
import type { ImportProgress, RunConnection, WorkspaceActions, WorkspaceState } from './workspace-model.ts';

const NO_JOB = { kind: 'none' } as const;

/** What the screen can do, done: commands to the host, and what they change in the store. */
export class Workspace implements WorkspaceActions {
  readonly #host: Host;
  readonly #store: StoreApi<WorkspaceState>;
  readonly #watch: JobWatch;
  #sheet: LiveSheet | null = null;
  #unsubscribe: () => void = () => undefined;
  #isAroundStale = false;

  constructor(host: Host, store: StoreApi<WorkspaceState>) {
    this.#host = host;
    this.#store = store;
    this.#watch = new JobWatch(host, store, () => this.#sheet);
  }

  async start(): Promise<void> {
    this.#watch.listen();
    const started = await this.#value(this.#host.command('app.start', {}));
    if (!started) return;
    const { version, isStandIn, keysAreKept, connections, sessions, startsWithSample, openSession } = started;
    this.#set({
      version,
      isStandIn,
      keysAreKept,
      connections,
      connection: connections.find(({ isPractice }) => !isPractice) ?? null,
      recoverable: sessions,
    });
    if (openSession !== null) {
      await this.#goOn(openSession);
    } else if (startsWithSample) {
      await this.usePractice();
      await this.importSample();
    } else {
      await this.#lookForUnfinished();
    }
  }

  /** Not part of the start: large runs take a moment to read. */
  async #lookForUnfinished(): Promise<void> {
    const unfinished = await this.#value(this.#host.command('runs.unfinished', {}));
    if (unfinished) this.#set({ unfinished });
  }

  async goOnWithRun(runId: string, of?: RunConnection): Promise<void> {
    const wanted = of ?? (await this.#connectionOfUnfinished(runId));
    if (!wanted) {
      this.#set({ notice: { kind: 'error', text: NOTHING_LEFT } });
      return;
    }
    const connection = connectionFor(wanted, this.#state);
    if (!connection) {
      this.#set({ dialog: 'connection', notice: { kind: 'info', text: connectionNeededText(wanted) } });
      return;
    }
    const { connectionId } = connection;
    const going = await this.#value(this.#host.command('run.go_on', { runId, connectionId }));
    if (!going) return;
    this.#set({ unfinished: this.#state.unfinished.filter((other) => other.runId !== runId) });
    await this.#goOn(going.sessionId);
  }

  async #connectionOfUnfinished(runId: string): Promise<RunConnection | undefined> {
    await this.#lookForUnfinished();
    return this.#state.unfinished.find((known) => known.runId === runId)?.connection;
  }

  /** The sheet is there, and so is what the host is at work on, or was while another sheet was looked at. */
  async #goOn(sessionId: string): Promise<void> {
    const opened = await this.#value(this.#host.command('session.open', { sessionId }));
    if (opened) await this.#open(opened, false);
    const sheet = this.#sheet;
    if (sheet?.sessionId !== sessionId) return;
    for (;;) {
      const current = await this.#value(this.#host.command('plan.current', { sessionId }));
      if (!current || this.#sheet !== sheet) return;
      if (!current.isPlanning) {
        this.#set({ job: NO_JOB });
        await this.#takeOver(sheet, current);
        return;
      }
      // Its answer went to the window that asked; this one sees its progress and looks for its plan.
      if (this.#state.job.kind !== 'planning') this.#set({ job: planningOf(sheet) });
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  async #takeOver(sheet: LiveSheet, { plan, run }: CommandOutput<'plan.current'>): Promise<void> {
    const states = plan && (await this.#value(this.#host.command('plan.states', { planId: plan.planId })));
    if (!plan || !states || this.#sheet !== sheet) return;
    this.#useConnection(plan.connection);
    sheet.setPlan(plan, states);
    if (run) this.#watch.goesOn(run);
  }

  async chooseFile(): Promise<void> {
    const opened = await this.#value(this.#host.command('session.choose_file', {}));
    if (opened) await this.#open(opened, true);
  }

  async importDropped(file: File): Promise<void> {
    const opened = await this.#value(this.#host.importDropped(file));
    if (opened) await this.#open(opened, true);
  }

  async importText(text: string): Promise<void> {
    const opened = await this.#value(this.#host.command('session.import_text', { name: PASTED_NAME, text }));
    if (opened) await this.#open(opened, true);
  }

  async importSample(): Promise<void> {
    const opened = await this.#value(this.#host.command('session.import_sample', {}));
    if (opened) await this.#open(opened, false);
  }

  async openSession(sessionId: string): Promise<void> {
    await this.#goOn(sessionId);
  }

  async discardSession(sessionId: string): Promise<void> {
    const discarded = await this.#value(this.#host.command('session.discard', { sessionId }));
    if (!discarded) return;
    this.#set({ recoverable: this.#state.recoverable.filter((session) => session.sessionId !== sessionId) });
  }

  async closeSheet(): Promise<void> {
    const sheet = this.#sheet;
    if (!sheet || !(await this.#isSaved())) return;
    await this.#host.command('session.close', { sessionId: sheet.sessionId });
    this.#show(null);
    const started = await this.#value(this.#host.command('app.start', {}));
    if (started) this.#set({ recoverable: started.sessions });
    await this.#lookForUnfinished();
  }

  async setImportOptions(options: LiveSheet['options']): Promise<void> {
    const sheet = this.#sheet;
    if (!sheet) return;
    const { sessionId } = sheet;
    const configured = await this.#value(this.#host.command('session.configure', { sessionId, options }));
    const opened = configured && (await this.#value(this.#host.command('session.open', { sessionId })));
    if (opened) await this.#open(opened, false);
  }

  select(row: number | null, column: number | null = null): void {
    this.#set({ selectedRow: row, selectedColumn: column });
  }

  showDialog(dialog: WorkspaceState['dialog']): void {
    this.#set({ dialog });
  }

  dismissNotice(): void {
    this.#set({ notice: null });
  }

  async usePractice(): Promise<void> {
    const connection = await this.#value(this.#host.command('practice.start', {}));
    if (connection) this.#useConnection(connection);
  }

  async addConnection(input: {
    readonly name: string;
    readonly baseUrl: string;
    readonly key: string;
  }): Promise<boolean> {
    const connection = await this.#value(this.#host.command('connection.add', input));
    if (connection) this.#useConnection(connection);
    return connection !== undefined;
  }

  useConnection(connectionId: string): void {
    const connection = this.#state.connections.find((known) => known.connectionId === connectionId);
    if (connection) this.#useConnection(connection);
  }

  async removeConnection(connectionId: string): Promise<void> {
    if (!(await this.#value(this.#host.command('connection.remove', { connectionId })))) return;
    const { connections, connection } = this.#state;
    this.#set({ connections: connections.filter((known) => known.connectionId !== connectionId) });
    if (connection?.connectionId === connectionId) this.#set({ connection: null });
  }

  dryRun(): Promise<void> {
    return this.#plan();
  }

  async dryRunAgain(rows: readonly RowId[]): Promise<void> {
    const plan = this.#sheet?.plan;
    if (plan && rows.length > 0) await this.#plan({ planId: plan.planId, rows: [...rows] });
  }

  sessionsGone(sessionIds: readonly string[]): void {
    this.#set({
      recoverable: this.#state.recoverable.filter((known) => !sessionIds.includes(known.sessionId)),
    });
    if (!this.#sheet || !sessionIds.includes(this.#sheet.sessionId)) return;
    const { dialog } = this.#state;
    this.#show(null);
    this.#set({ dialog });
  }

  async undoRun({ id, connection: wanted }: Parameters<WorkspaceActions['undoRun']>[0]): Promise<void> {
    const opened = await this.#value(this.#host.command('history.undo', { runId: id }));
    if (!opened) return;
    await this.#open(opened, false);
    if (this.#sheet?.sessionId !== opened.sessionId) return;
    const connection = connectionFor(wanted, this.#state);
    if (!connection) {
      this.#set({ dialog: 'connection', notice: { kind: 'info', text: connectionForUndoText(wanted) } });
      return;
    }
    this.#useConnection(connection);
    await this.#plan();
  }

  async #plan(again?: NonNullable<CommandInput<'plan.make'>['again']>): Promise<void> {
    const sheet = this.#sheet;
    const { connection } = this.#state;
    if (!sheet || !connection || !(await this.#isSaved())) return;
    const { sessionId, revision } = sheet;
    this.#set({ job: planningOf(sheet, again?.rows.length), notice: null });
    const { connectionId } = connection;
    const input = { sessionId, revision, connectionId, ...(again && { again }) };
    const plan = await this.#value(this.#host.command('plan.make', input));
    const states = plan && (await this.#value(this.#host.command('plan.states', { planId: plan.planId })));
    this.#set({ job: NO_JOB });
    if (plan && states && this.#sheet === sheet) sheet.setPlan(plan, states);
  }

  async cancelDryRun(): Promise<void> {
    if (this.#sheet)
      await this.#value(this.#host.command('plan.cancel', { sessionId: this.#sheet.sessionId }));
  }

  async apply(customers: number): Promise<void> {
    const plan = this.#sheet?.plan;
    if (!plan || !(await this.#isSaved())) return;
    const started = await this.#value(this.#host.command('run.start', { planId: plan.planId, customers }));
    if (!started) return;
    this.#set({ dialog: 'none', notice: null });
    this.#watch.began(started.runId, customers);
  }

  async pause(): Promise<void> {
    await this.#toRun('run.pause');
  }

  async resume(): Promise<void> {
    await this.#toRun('run.resume');
  }

  async stop(): Promise<void> {
    await this.#toRun('run.stop');
    this.#watch.stopping();
  }

  async abort(): Promise<void> {
    await this.#toRun('run.abort');
  }

  async saveReport(kind: 'csv' | 'failed' | 'json'): Promise<void> {
    const plan = this.#sheet?.plan;
    if (!plan) return;
    const saved = await this.#value(this.#host.command('report.save', { planId: plan.planId, kind }));
    if (!saved) return;
    this.#set({ reportPath: saved.path, notice: { kind: 'info', text: `Saved as ${saved.path}` } });
  }

  async showReport(): Promise<void> {
    await this.#value(this.#host.command('report.show', {}));
  }

  async #open(session: OpenedSession, isFresh: boolean): Promise<void> {
    this.#show(null);
    const report = nowAndThen((importing: ImportProgress) => this.#set({ importing }));
    const loaded = await loadSheet(session, report);
    if (!loaded.ok) {
      const text = loaded.error
        .filter(isError)
        .map(({ place, message }) => `${placeText(place)}${message}`)
        .join(' ');
      this.#set({ importing: null, notice: { kind: 'error', text: `${session.fileName}: ${text}` } });
      await this.#host.command('session.discard', { sessionId: session.sessionId });
      return;
    }
    const recorder = new Recorder(this.#host, session.sessionId, {
      onSaved: (savedAt) => this.#set({ savedAt }),
      onFailed: (text) => this.#set({ notice: { kind: 'error', text } }),
    });
    await breathe();
    const options = { session, loaded: loaded.value, host: this.#host, recorder };
    const sheet = session.undoes === undefined ? new LiveSheet(options) : new UndoSheet(options);
    await breathe();
    this.#show(sheet);
    if (!isFresh) return;
    // The sheet first: a person sees that the file is there, and then the question.
    await afterFrame();
    if (this.#sheet === sheet) this.#set({ dialog: 'mapping' });
  }

  #show(sheet: LiveSheet | null): void {
    this.#unsubscribe();
    this.#sheet?.close();
    this.#sheet = sheet;
    this.#unsubscribe = sheet?.subscribe(() => this.#drawAround()) ?? (() => undefined);
    this.#set({
      sheet,
      importing: null,
      sheetVersion: this.#state.sheetVersion + 1,
      selectedRow: null,
      selectedColumn: null,
      job: NO_JOB,
      dialog: 'none',
      savedAt: null,
      reportPath: null,
      notice: null,
    });
  }

  /** What is around the grid is drawn in a frame of its own: an edited cell does not wait for counts and buttons. */
  #drawAround(): void {
    if (this.#isAroundStale) return;
    this.#isAroundStale = true;
    void this.#drawAroundSoon();
  }

  async #drawAroundSoon(): Promise<void> {
    await breathe();
    this.#isAroundStale = false;
    this.#set({ sheetVersion: this.#state.sheetVersion + 1 });
  }

  #useConnection(connection: ConnectionView): void {
    const others = this.#state.connections.filter(
      ({ connectionId }) => connectionId !== connection.connectionId,
    );
    const isOther = this.#state.connection?.connectionId !== connection.connectionId;
    this.#set({ connections: [...others, connection], connection });
    // A plan names whom it was made for; over another connection it is not the plan that was looked at.
    if (isOther && this.#sheet?.plan && this.#state.job.kind === 'none') this.#sheet.setPlan(null);
  }

  async #toRun(name: 'run.pause' | 'run.resume' | 'run.stop' | 'run.abort'): Promise<void> {
    const { job } = this.#state;
    if (job.kind === 'running') await this.#value(this.#host.command(name, { runId: job.runId }));
  }

  /** Whether every edit is on the disk: what the host works from is what the person sees. */
  async #isSaved(): Promise<boolean> {
    return (await this.#sheet?.saved()) ?? true;
  }

  /** The value of a command, or a notice about why there is none. */
  async #value<T>(
    answering: Promise<
      { readonly ok: true; readonly value: T } | Extract<CommandResult<'app.start'>, { ok: false }>
    >,
  ): Promise<T | undefined> {
    const answer = await answering;
    if (answer.ok) return answer.value;
    this.#set({ notice: { kind: 'error', text: answer.error.message } });
    return undefined;
  }

  get #state(): WorkspaceState {
    return this.#store.getState();
  }

  #set(change: Partial<WorkspaceState>): void {
    this.#store.setState(change);
  }
}

/** A connection to the same address and mode: the one in use (its key may be the new one), else the same key's. */
function connectionFor(
  { baseUrl, mode, keyLastFour }: RunConnection,
  { connections, connection }: Pick<WorkspaceState, 'connections' | 'connection'>,
): ConnectionView | undefined {
  const fitting = connections.filter((known) => known.baseUrl === baseUrl && known.mode === mode);
  return (
    fitting.find((known) => known.connectionId === connection?.connectionId) ??
    fitting.find((known) => known.keyLastFour === keyLastFour) ??
    fitting[0]
  );
}

const planningOf = (sheet: LiveSheet, rows?: number): WorkspaceState['job'] => ({
  kind: 'planning',
  done: 0,
  total: rows ?? sheet.counts.ready ?? sheet.rowCount,
  requestsLeft: 0,
  leftMs: null,
});

const PASTED_NAME = 'Pasted cells';
const LOOK_AGAIN_MS = 250;
