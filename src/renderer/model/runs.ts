import type { CommandOutput } from '../../contract/commands.ts';
import { connectionNeededText, NOTHING_LEFT } from '../../core/words/resume.ts';
import type { Connections } from './connections.ts';
import type { Desk } from './desk.ts';
import { type JobWatch, NO_JOB } from './job-watch.ts';
import type { LiveSheet } from './live-sheet.ts';
import type { WorkspaceState } from './workspace-model.ts';

interface RunsOptions {
  readonly desk: Desk;
  readonly watch: JobWatch;
  readonly connections: Connections;
  readonly sheet: () => LiveSheet | null;
  readonly openSession: (sessionId: string) => Promise<void>;
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

  async goOnWithRun(runId: string): Promise<void> {
    const { desk, connections } = this.#options;
    await this.lookForUnfinished();
    const run = desk.state.unfinished.find((known) => known.runId === runId);
    if (!run) {
      desk.set({ notice: { kind: 'error', text: NOTHING_LEFT } });
      return;
    }
    const connection = connections.fitting(run.connection);
    if (!connection) {
      const text = connectionNeededText(run.connection);
      desk.set({ dialog: 'connection', notice: { kind: 'info', text } });
      return;
    }
    const { connectionId } = connection;
    const going = await desk.value(desk.host.command('run.go_on', { runId, connectionId }));
    if (!going) return;
    desk.set({ unfinished: desk.state.unfinished.filter((other) => other.runId !== runId) });
    await this.goOn(going.sessionId);
  }

  /** The window was loaded again: the sheet is there, and so is what the host is at work on. */
  async goOn(sessionId: string): Promise<void> {
    const { desk, openSession } = this.#options;
    await openSession(sessionId);
    const sheet = this.#options.sheet();
    if (sheet === null) return;
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

  async dryRun(): Promise<void> {
    const { desk } = this.#options;
    const sheet = this.#options.sheet();
    const { connection } = desk.state;
    if (!sheet || !connection || !(await sheet.saved())) return;
    const { sessionId, revision } = sheet;
    desk.set({ job: planningOf(sheet), notice: null });
    const { connectionId } = connection;
    const plan = await desk.value(desk.host.command('plan.make', { sessionId, revision, connectionId }));
    const states = plan && (await desk.value(desk.host.command('plan.states', { planId: plan.planId })));
    desk.set({ job: NO_JOB });
    if (plan && states && this.#options.sheet() === sheet) sheet.setPlan(plan, states);
  }

  async cancelDryRun(): Promise<void> {
    const { desk, sheet } = this.#options;
    const sessionId = sheet()?.sessionId;
    if (sessionId !== undefined) await desk.value(desk.host.command('plan.cancel', { sessionId }));
  }

  async apply(customers: number): Promise<void> {
    const { desk, watch } = this.#options;
    const sheet = this.#options.sheet();
    const plan = sheet?.plan;
    if (!sheet || !plan || !(await sheet.saved())) return;
    const started = await desk.value(desk.host.command('run.start', { planId: plan.planId, customers }));
    if (!started) return;
    desk.set({ dialog: 'none', notice: null });
    watch.began(started.runId, customers);
  }

  async toRun(name: 'run.pause' | 'run.resume' | 'run.stop' | 'run.abort'): Promise<void> {
    const { desk, watch } = this.#options;
    const { job } = desk.state;
    if (job.kind === 'running') await desk.value(desk.host.command(name, { runId: job.runId }));
    if (name === 'run.stop') watch.stopping();
  }

  async saveReport(kind: 'csv' | 'failed' | 'json'): Promise<void> {
    const { desk, sheet } = this.#options;
    const plan = sheet()?.plan;
    if (!plan) return;
    const saved = await desk.value(desk.host.command('report.save', { planId: plan.planId, kind }));
    if (!saved) return;
    desk.set({ reportPath: saved.path, notice: { kind: 'info', text: `Saved as ${saved.path}` } });
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

const planningOf = (sheet: LiveSheet): WorkspaceState['job'] => ({
  kind: 'planning',
  done: 0,
  total: sheet.counts.ready ?? sheet.counts.all,
  requestsLeft: 0,
  leftMs: null,
});

const LOOK_AGAIN_MS = 250;
