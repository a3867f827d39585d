import type { StoredCustomer } from './stored-customer.ts';

/** One change of the data, whoever made it. */
export interface Commit {
  /** 1 for the first one: it made this version of the data. */
  readonly version: number;
  /** Milliseconds of the server's clock. */
  readonly at: number;
  readonly by: Committer;
  /** As it was stored then. */
  readonly customer: StoredCustomer;
}

export type Committer =
  /** A request, by its sequence number in the request log. */
  | { readonly kind: 'request'; readonly sequence: number }
  /** Another writer, past the API; the rule that scripted it, where one did. */
  | { readonly kind: 'other_writer'; readonly rule: string | null };

/** Every change since the server started, in the order in which the data saw them. */
export class CommitLog {
  readonly #now: () => number;
  readonly #commits: Commit[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Of the data now; 0 while it is as it was at the start. */
  get version(): number {
    return this.#commits.length;
  }

  all(): readonly Commit[] {
    return [...this.#commits];
  }

  /** The data is again as it was at the start. */
  reset(): void {
    this.#commits.length = 0;
  }

  add(customer: StoredCustomer, by: Committer): void {
    this.#commits.push({ version: this.version + 1, at: this.#now(), by, customer });
  }
}
