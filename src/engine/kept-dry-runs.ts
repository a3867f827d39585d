import type { Plan } from '../core/plan.ts';
import type { Clock } from '../services/clock.ts';
import { deleteDryRun, keepDryRun } from '../services/dry-run-store/dry-run-store.ts';
import { systemOperator } from '../services/run/operator.ts';

/** The text of a large plan takes half a second to make; the window looks at its first rows just then. */
const KEEP_AFTER_MS = 1_000;

/** Keeps each dry run for the history, behind the back of whoever waits for it, one after the other. */
export class KeptDryRuns {
  readonly #dataFolder: string;
  readonly #clock: Clock;
  /** By the plan's id; applied ones are not kept, or no longer. */
  readonly #ids = new Map<string, string>();
  readonly #applied = new Set<string>();
  #keeping: Promise<void> = Promise.resolve();
  #hurry = new AbortController();

  constructor(dataFolder: string, clock: Clock) {
    this.#dataFolder = dataFolder;
    this.#clock = clock;
  }

  keep(plan: Plan): void {
    const { signal } = this.#hurry;
    this.#next(async () => {
      await this.#clock.sleep(KEEP_AFTER_MS, signal).catch(() => undefined);
      if (this.#applied.has(plan.id)) return;
      this.#ids.set(plan.id, await keepDryRun(this.#dataFolder, plan, systemOperator()));
    });
  }

  /** It is being applied: its run keeps the plan from now on. */
  forget(planId: string): void {
    this.#applied.add(planId);
    this.#next(async () => {
      const id = this.#ids.get(planId);
      if (id !== undefined) await deleteDryRun(this.#dataFolder, id);
    });
  }

  /** Resolves when what was asked for is done, which it now is at once. */
  async settled(): Promise<void> {
    this.#hurry.abort();
    this.#hurry = new AbortController();
    await this.#keeping;
  }

  /** A dry run that can't be kept is no less valid. */
  #next(act: () => Promise<void>): void {
    this.#keeping = this.#keeping.then(act).catch(() => undefined);
  }
}
