/** How often rows may be sent again over the whole run, before somebody should look at why. */
export class RetryBudget {
  readonly #size: number;
  #left: number;

  constructor(size: number) {
    this.#size = size;
    this.#left = size;
  }

  /** False when it is spent: nothing is sent again until it is renewed. */
  take(): boolean {
    if (this.#left <= 0) return false;
    this.#left--;
    return true;
  }

  renew(): void {
    this.#left = this.#size;
  }
}
