import type { CommandInput, CommandOutput } from '../../contract/commands.ts';
import type { OpenedSession } from '../../contract/session-schemas.ts';
import type { RowId } from '../../core/diagnostic.ts';
import type { ReportKind } from '../../core/report-kind.ts';
import { savedAsText } from '../../core/words/opening.ts';
import { SUMMARY_COPIED } from '../../core/words/printed-report.ts';
import { connectionForUndoText, connectionNeededText, NOTHING_LEFT } from '../../core/words/resume.ts';
import type { Connections } from './connections.ts';
import type { Desk } from './desk.ts';
import { leaveEmptiedTab } from './emptied-tab.ts';
import { type JobWatch, NO_JOB } from './job-watch.ts';
import type { LiveSheet } from './live-sheet.ts';
import { rowsToRead } from './rows-to-read.ts';
import type { ConfirmedPlan, RunConnection, WorkspaceActions } from './workspace-actions.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface RunsOptions {
  readonly desk: Desk;
  readonly watch: JobWatch;
  readonly connections: Connections;
  readonly sheet: () => LiveSheet | null;
  /** The host must work with the mapping that is on screen. */
  readonly confirmMapping: () => Promise<boolean>;
  readonly open: (session: OpenedSession) => Promise<void>;
}

/** Dry runs and runs of the sheet that is open, their reports, and runs that were interrupted. */
export class Runs {
  readonly #options: RunsOptions;

  constructor(options: RunsOptions) {
    this.#options = options;
  }

  /** Not part of the start: large runs take a moment to read. */
  async lookForUnfinished(): Promise<void> {
    const { desk } = this.#options;
    const unfinished = await desk.value(desk.host.command('runs.unfinished', {}));
    if (unfinished) desk.set({ unfinished });
  }

  async goOnWithRun(runId: string, of?: RunConnection): Promise<void> {
    const { desk, connections } = this.#options;
    const wanted = of ?? (await this.#connectionOfUnfinished(runId));
    if (!wanted) {
      desk.set({ notice: { kind: 'error', text: NOTHING_LEFT } });
      return;
    }
    const connection = connections.fitting(wanted);
    if (!connection) {
      const text = connectionNeededText(wanted);
      desk.set({ dialog: 'connection', notice: { kind: 'info', text } });
      return;
    }
    const { connectionId } = connection;
    const going = await desk.value(desk.host.command('run.go_on', { runId, connectionId }));
    if (!going) return;
    desk.set({ unfinished: desk.state.unfinished.filter((other) => other.runId !== runId) });
    await this.goOn(going.sessionId);
  }

  async #connectionOfUnfinished(runId: string): Promise<RunConnection | undefined> {
    await this.lookForUnfinished();
    return this.#options.desk.state.unfinished.find((known) => known.runId === runId)?.connection;
  }

  /** The sheet is there, and so is what the host is at work on, or was while another sheet was looked at. */
  async goOn(sessionId: string): Promise<void> {
    const { desk, open } = this.#options;
    const opened = await desk.value(desk.host.command('session.open', { sessionId }));
    if (opened) await open(opened);
    const sheet = this.#options.sheet();
    if (sheet?.sessionId !== sessionId) return;
    for (;;) {
      const current = await desk.value(desk.host.command('plan.current', { sessionId }));
      if (!current || this.#options.sheet() !== sheet) return;
      if (!current.isPlanning) {
        desk.set({ job: NO_JOB });
        await this.#takeOver(sheet, current);
        return;
      }
      // Its answer went to the window that asked; this one sees its progress and looks for its plan.
      if (desk.state.job.kind !== 'planning') desk.set({ job: planningOf(sheet) });
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  dryRun(isAnew: boolean): Promise<void> {
    const keepsRead = !isAnew && rowsToRead(this.#options.desk.state, Date.now()) !== undefined;
    return this.#plan({ keepsRead });
  }

  async dryRunAgain(rows: readonly RowId[]): Promise<void> {
    const plan = this.#options.sheet()?.plan;
    if (plan && rows.length > 0) await this.#plan({ again: { planId: plan.planId, rows: [...rows] } });
  }

  async undoRun({ id, connection: wanted }: Parameters<WorkspaceActions['undoRun']>[0]): Promise<void> {
    const { desk, connections, open } = this.#options;
    const opened = await desk.value(desk.host.command('history.undo', { runId: id }));
    if (!opened) return;
    await open(opened);
    if (this.#options.sheet()?.sessionId !== opened.sessionId) return;
    const connection = connections.fitting(wanted);
    if (!connection) {
      desk.set({ dialog: 'connection', notice: { kind: 'info', text: connectionForUndoText(wanted) } });
      return;
    }
    connections.use(connection);
    await this.#plan();
  }

  async #plan({
    again,
    keepsRead = false,
  }: Pick<CommandInput<'plan.make'>, 'again' | 'keepsRead'> = {}): Promise<void> {
    const { desk } = this.#options;
    const sheet = this.#options.sheet();
    const { connection } = desk.state;
    if (!sheet || !connection || !(await sheet.saved())) return;
    const { sessionId, revision } = sheet;
    const hadPlan = sheet.plan !== null;
    // Where no plan can be made, the run that ended last is still what there is to go on from.
    const before = desk.state.job.kind === 'ended' ? desk.state.job : NO_JOB;
    desk.set({ job: planningOf(sheet, again?.rows.length), notice: null });
    if (!(await this.#options.confirmMapping())) {
      desk.set({ job: before });
      return;
    }
    const { connectionId } = connection;
    const input = { sessionId, revision, connectionId, keepsRead, ...(again && { again }) };
    const plan = await desk.value(desk.host.command('plan.make', input));
    const states = plan && (await desk.value(desk.host.command('plan.states', { planId: plan.planId })));
    if (this.#options.sheet() !== sheet) return;
    if (!plan || !states) {
      desk.set({ job: sheet.plan === null ? NO_JOB : before });
      return;
    }
    desk.set({ job: NO_JOB });
    sheet.setPlan(plan, states);
    leaveEmptiedTab(sheet);
    // What it comes to is seen first, whatever row was looked at; later dry runs leave the person at their row.
    if (!hadPlan) desk.set({ selectedRow: null, selectedColumn: null });
  }

  async cancelDryRun(): Promise<void> {
    const { desk, sheet } = this.#options;
    const sessionId = sheet()?.sessionId;
    if (sessionId !== undefined) await desk.value(desk.host.command('plan.cancel', { sessionId }));
  }

  async apply(confirmed: ConfirmedPlan): Promise<void> {
    const { desk, watch } = this.#options;
    const sheet = this.#options.sheet();
    const plan = sheet?.plan;
    if (!sheet || !plan || !(await sheet.saved())) return;
    const { planId } = plan;
    const started = await desk.value(desk.host.command('run.start', { planId, ...confirmed }));
    if (!started) return;
    // How it goes as a whole is seen, whatever row was looked at; a run of one row may well be about that one.
    const isLeft = confirmed.customers > 1;
    desk.set({ dialog: 'none', notice: null, ...(isLeft && { selectedRow: null, selectedColumn: null }) });
    watch.began(started.runId, confirmed.customers);
    if (sheet.tab === 'update') sheet.show({ tab: 'all' });
  }

  async toRun(name: 'run.pause' | 'run.resume' | 'run.stop' | 'run.abort'): Promise<void> {
    const { desk, watch } = this.#options;
    const { job } = desk.state;
    if (job.kind === 'running') await desk.value(desk.host.command(name, { runId: job.runId }));
    if (name === 'run.stop') watch.stopping();
  }

  async saveReport(kind: ReportKind): Promise<void> {
    const { desk, sheet } = this.#options;
    const plan = sheet()?.plan;
    if (!plan) return;
    const saved = await desk.value(desk.host.command('report.save', { planId: plan.planId, kind }));
    if (!saved) return;
    desk.set({ reportPath: saved.path, notice: { kind: 'info', text: savedAsText(saved.path) } });
  }

  async copySummary(): Promise<void> {
    const { desk, sheet } = this.#options;
    const planId = sheet()?.plan?.planId;
    if (planId === undefined) return;
    const copied = await desk.value(desk.host.command('report.copy_summary', { planId }));
    if (copied) desk.set({ notice: { kind: 'info', text: SUMMARY_COPIED } });
  }

  async showReport(): Promise<void> {
    const { desk } = this.#options;
    await desk.value(desk.host.command('report.show', {}));
  }

  async #takeOver(sheet: LiveSheet, { plan, run }: CommandOutput<'plan.current'>): Promise<void> {
    const { desk, connections, watch } = this.#options;
    const states = plan && (await desk.value(desk.host.command('plan.states', { planId: plan.planId })));
    if (!plan || !states || this.#options.sheet() !== sheet) return;
    connections.use(plan.connection);
    sheet.setPlan(plan, states);
    if (run) watch.goesOn(run);
  }
}

const planningOf = (sheet: LiveSheet, rows?: number): WorkspaceState['job'] => ({
  kind: 'planning',
  done: 0,
  total: rows ?? sheet.counts.ready ?? sheet.counts.all,
  requestsLeft: 0,
  leftMs: null,
});

const LOOK_AGAIN_MS = 250;
