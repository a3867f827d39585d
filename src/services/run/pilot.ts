import type { Outcome } from '../../core/outcome.ts';

/** Whether something may really have been written: what somebody can go and look at. */
export const isReallyWritten = ({ state }: Outcome): boolean =>
  state === 'applied' || state === 'partly_applied' || state === 'not_applied' || state === 'unknown';

/** The first rows of a run, after which it pauses to be looked at: never more at work than are left of them. */
export class Pilot {
  readonly #waiting: (() => void)[] = [];
  #left: number;
  #atWork = 0;

  /** `rows` that are still to be written before the pause; none: there is no pilot, or it is over. */
  constructor(rows: number) {
    this.#left = rows;
  }

  get isOver(): boolean {
    return this.#left <= 0;
  }

  /** Waits until this row can be one of the pilot, or the pilot is over. */
  async enter(): Promise<void> {
    while (!this.isOver && this.#atWork >= this.#left) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#atWork++;
  }

  /** True when this row was the last of the pilot. Those waiting come in a moment later. */
  leave(outcome: Outcome): boolean {
    this.#atWork--;
    const wasOver = this.isOver;
    if (isReallyWritten(outcome)) this.#left--;
    for (const goOn of this.#waiting.splice(0)) goOn();
    return !wasOver && this.isOver;
  }
}
