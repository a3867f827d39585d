import type { StoreApi } from 'zustand/vanilla';
import type { EventPayload } from '../../contract/events.ts';
import type { Host } from './host.ts';
import type { LiveSheet } from './live-sheet.ts';
import type { WorkspaceState } from './workspace-state.ts';

export const NO_JOB = { kind: 'none' } as const;

/** Listens to what the host tells of dry runs and runs, and passes it on to the store and the sheet. */
export class JobWatch {
  readonly #host: Host;
  readonly #store: StoreApi<WorkspaceState>;
  readonly #sheet: () => LiveSheet | null;

  constructor(host: Host, store: StoreApi<WorkspaceState>, sheet: () => LiveSheet | null) {
    this.#host = host;
    this.#store = store;
    this.#sheet = sheet;
  }

  listen(): void {
    this.#host.listen('plan.progress', (progress) => this.#planProgress(progress));
    this.#host.listen('run.batch', (batch) => this.#runBatch(batch));
    this.#host.listen('engine.stopped', ({ message }) => this.#engineStopped(message));
  }

  began(runId: string, total: number): void {
    const { job } = this.#store.getState();
    // Its first events may have been here before the answer.
    if (job.kind !== 'none' && 'runId' in job && job.runId === runId) return;
    this.#store.setState({
      job: {
        kind: 'running',
        runId,
        ended: 0,
        total,
        perMinute: null,
        leftMs: null,
        note: '',
        pausedBy: null,
        isStopping: false,
        end: null,
      },
    });
    this.#sheet()?.runChanged([], true);
  }

  stopping(): void {
    const { job } = this.#store.getState();
    if (job.kind === 'running') this.#store.setState({ job: { ...job, isStopping: true } });
  }

  #planProgress({ sessionId, ...progress }: EventPayload<'plan.progress'>): void {
    const { job } = this.#store.getState();
    if (job.kind === 'planning' && this.#sheet()?.sessionId === sessionId) {
      this.#store.setState({ job: { kind: 'planning', ...progress } });
    }
  }

  /** A run that is on, or has ended, as a window finds it that was loaded again. */
  goesOn(batch: EventPayload<'run.batch'>): void {
    this.#runBatch(batch);
  }

  #runBatch({ planId, changed, counts: _counts, ...progress }: EventPayload<'run.batch'>): void {
    const sheet = this.#sheet();
    if (sheet?.plan?.planId !== planId) return;
    const { job } = this.#store.getState();
    const isStopping = job.kind === 'running' && job.isStopping;
    const kind = progress.end === null ? 'running' : 'ended';
    this.#store.setState({ job: { ...progress, kind, isStopping } });
    sheet.runChanged(changed, kind === 'running');
  }

  #engineStopped(message: string): void {
    this.#store.setState({ job: NO_JOB, notice: { kind: 'error', text: message } });
    this.#sheet()?.setPlan(null);
  }
}
