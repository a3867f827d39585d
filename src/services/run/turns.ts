/**
 * How many rows may be between reading their customer and writing it. Where the gate is slow they are fewer than
 * are at work: what was read must still be fresh when its write's turn comes. First come, first served.
 */
export class Turns {
  readonly #most: () => number;
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  /** `most` is asked each time: the gate's rate changes. */
  constructor(most: () => number) {
    this.#most = most;
  }

  /** Resolves with what gives the turn back. */
  async take(): Promise<() => void> {
    if (this.#isFull || this.#waiting.length > 0) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#taken++;
    }
    return () => this.#giveBack();
  }

  get #isFull(): boolean {
    return this.#taken >= Math.max(1, this.#most());
  }

  #giveBack(): void {
    this.#taken--;
    while (this.#waiting.length > 0 && !this.#isFull) {
      this.#taken++;
      this.#waiting.shift()?.();
    }
  }
}
