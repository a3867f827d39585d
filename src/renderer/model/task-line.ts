import { finishInSlices } from './breathe.ts';

/** Does tasks one after the other: at once where that takes no longer than a slice, the rest in slices. */
export class TaskLine {
  readonly #waiting: (() => Iterator<unknown, void>)[] = [];
  #isBusy = false;
  #whenIdle: PromiseWithResolvers<void> | undefined;

  get isIdle(): boolean {
    return !this.#isBusy;
  }

  add(task: () => Iterator<unknown, void>): void {
    this.#waiting.push(task);
    if (!this.#isBusy) this.#next();
  }

  /** Resolves when nothing is left to do. */
  async idle(): Promise<void> {
    if (!this.#isBusy) return;
    this.#whenIdle ??= Promise.withResolvers<void>();
    await this.#whenIdle.promise;
  }

  #next(): void {
    const task = this.#waiting.shift();
    this.#isBusy = task !== undefined;
    if (task) finishInSlices(task(), () => this.#next());
    else {
      this.#whenIdle?.resolve();
      this.#whenIdle = undefined;
    }
  }
}
