import type { Outcome } from '../../core/outcome.ts';
import type { RunSettings } from '../../core/run-settings.ts';

const AS_WANTED: ReadonlySet<Outcome['state']> = new Set<Outcome['state']>(['applied', 'already_so']);

/** Notices that too many of the last rows did not end as wanted. */
export class Breaker {
  readonly #options: RunSettings['breaker'];
  /** Of the last rows that ended, oldest first, whether each ended as wanted. */
  #last: boolean[] = [];

  constructor(options: RunSettings['breaker']) {
    this.#options = options;
  }

  /** True when it is too many now. */
  ended({ state }: Outcome): boolean {
    const { rows, mostShare } = this.#options;
    this.#last.push(AS_WANTED.has(state));
    if (this.#last.length > rows) this.#last.shift();
    const unwanted = this.#last.filter((isAsWanted) => !isAsWanted).length;
    return this.#last.length === rows && unwanted > rows * mostShare;
  }

  /** Somebody has looked: rows that ended before do not count again. */
  renew(): void {
    this.#last = [];
  }
}
