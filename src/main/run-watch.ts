import type { EventPayload } from '../contract/events.ts';

type Batch = EventPayload<'run.batch'>;

/** What somebody who is looking at something else is told of a run. */
export interface RunNews {
  readonly kind: 'ended' | 'waits';
  readonly batch: Batch;
}

type Listener = (watch: RunWatch, news: RunNews | undefined) => void;

/** Whether a run goes no further until somebody looks at it; without a connection it goes on by itself. */
const waitsForPerson = ({ pausedBy }: Batch): boolean => pausedBy !== null && pausedBy !== 'no_connection';

/** Which runs are on, as the engine tells: what the system's own surfaces and the closing of the window go by. */
export class RunWatch {
  readonly #running = new Map<string, Batch>();
  readonly #listeners: Listener[] = [];
  #waiting: (() => void)[] = [];

  get isAnyOn(): boolean {
    return this.#running.size > 0;
  }

  /** Whether some run goes on without anybody doing anything. */
  get isAnyAtWork(): boolean {
    return [...this.#running.values()].some((batch) => !waitsForPerson(batch));
  }

  get rowsLeft(): number {
    return [...this.#running.values()].reduce((sum, { total, ended }) => sum + total - ended, 0);
  }

  /** Between 0 and 1. */
  get progress(): number {
    const batches = [...this.#running.values()];
    const total = batches.reduce((sum, batch) => sum + batch.total, 0);
    return total === 0 ? 0 : 1 - this.rowsLeft / total;
  }

  get runIds(): readonly string[] {
    return [...this.#running.keys()];
  }

  isRunning(planId: string): boolean {
    return [...this.#running.values()].some((batch) => batch.planId === planId);
  }

  onChange(listener: Listener): void {
    this.#listeners.push(listener);
  }

  note(batch: Batch): void {
    const before = this.#running.get(batch.runId);
    if (batch.end !== null) {
      this.#running.delete(batch.runId);
      this.#tell({ kind: 'ended', batch });
      return;
    }
    this.#running.set(batch.runId, batch);
    // Who paused it knows.
    const isNews =
      waitsForPerson(batch) && batch.pausedBy !== 'person' && batch.pausedBy !== before?.pausedBy;
    this.#tell(isNews ? { kind: 'waits', batch } : undefined);
  }

  /** The engine is gone, and all runs with it. */
  forget(): void {
    this.#running.clear();
    this.#tell(undefined);
  }

  /** Resolves when no run is on. */
  async allEnded(): Promise<void> {
    if (this.isAnyOn) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #tell(news: RunNews | undefined): void {
    for (const listener of this.#listeners) listener(this, news);
    if (this.isAnyOn) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
