interface Waiter {
  readonly admit: () => void;
}

/** Who waits for a turn, in order of arrival. Whoever gives up goes at once and holds nobody up. */
export class WaitingLine {
  readonly #waiters: Waiter[] = [];
  #onEmpty: (() => void) | undefined;

  get isWaiting(): boolean {
    return this.#waiters.length > 0;
  }

  /** Resolves when it is one's turn; rejects with the signal's reason when it is aborted first. */
  join(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(reasonOf(signal));
        return;
      }
      const giveUp = (): void => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
        if (!this.isWaiting) this.#onEmpty?.();
        if (signal) reject(reasonOf(signal));
      };
      const waiter: Waiter = {
        admit: () => {
          signal?.removeEventListener('abort', giveUp);
          resolve();
        },
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      this.#waiters.push(waiter);
    });
  }

  /** Lets the first in; `false` where nobody waits any more. */
  admit(): boolean {
    const first = this.#waiters.shift();
    first?.admit();
    return first !== undefined;
  }

  /**
   * Calls back once when the last one who waits gives up.
   *
   * @returns what ends the watch
   */
  onEmpty(callback: () => void): () => void {
    this.#onEmpty = callback;
    return () => {
      this.#onEmpty = undefined;
    };
  }
}

const reasonOf = (signal: AbortSignal): Error =>
  signal.reason instanceof Error ? signal.reason : new Error('aborted');
