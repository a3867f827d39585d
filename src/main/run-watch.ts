import type { EventPayload } from '../contract/events.ts';

type Batch = EventPayload<'run.batch'>;

/** Which runs are on, as the engine tells: what the system's own surfaces and the closing of the window go by. */
export class RunWatch {
  readonly #running = new Map<string, Batch>();
  readonly #listeners: ((watch: RunWatch, ended: Batch | undefined) => void)[] = [];
  #waiting: (() => void)[] = [];

  get isAnyOn(): boolean {
    return this.#running.size > 0;
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

  onChange(listener: (watch: RunWatch, ended: Batch | undefined) => void): void {
    this.#listeners.push(listener);
  }

  note(batch: Batch): void {
    if (batch.end === null) this.#running.set(batch.runId, batch);
    else this.#running.delete(batch.runId);
    this.#tell(batch.end === null ? undefined : batch);
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

  #tell(ended: Batch | undefined): void {
    for (const listener of this.#listeners) listener(this, ended);
    if (this.isAnyOn) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
