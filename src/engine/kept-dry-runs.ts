import { setImmediate as afterAnswers } from 'node:timers/promises';
import type { Plan } from '../core/plan.ts';
import { deleteDryRun, keepDryRun } from '../services/dry-run-store/dry-run-store.ts';
import { systemOperator } from '../services/run/operator.ts';

/** Keeps each dry run for the history, behind the back of whoever waits for it, one after the other. */
export class KeptDryRuns {
  readonly #dataFolder: string;
  readonly #ids = new Map<string, string>();
  #keeping: Promise<void> = Promise.resolve();

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
  }

  keep(plan: Plan): void {
    this.#next(async () => {
      // The window is told of the plan before its text is made, which of a large one takes a while.
      await afterAnswers();
      this.#ids.set(plan.id, await keepDryRun(this.#dataFolder, plan, systemOperator()));
    });
  }

  /** It is being applied: its run keeps the plan from now on. */
  forget(planId: string): void {
    this.#next(async () => {
      const id = this.#ids.get(planId);
      if (id !== undefined) await deleteDryRun(this.#dataFolder, id);
    });
  }

  /** Resolves when what was asked for is done. */
  async settled(): Promise<void> {
    await this.#keeping;
  }

  /** A dry run that can't be kept is no less valid. */
  #next(act: () => Promise<void>): void {
    this.#keeping = this.#keeping.then(act).catch(() => undefined);
  }
}
