import type { RowId } from '../../core/diagnostic.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import type { KeyedRow } from './keyed-row.ts';
import type { Readings } from './readings.ts';

interface KnownOptions {
  /** Epoch milliseconds: what was read before is not known any more. */
  readonly notBefore: number;
  /** Whether a row may go by what was read before; the customers of others are read again. */
  readonly isKept: (row: RowId) => boolean;
}

/**
 * Customers as an earlier dry run has read them, by what rows find them with: a row that was given another key is never
 * taken for the customer it had before. Each keeps the time at which it was read.
 */
export class KnownCustomers {
  readonly #byId = new Map<string, Snapshot>();
  readonly #byEmail = new Map<string, Snapshot>();
  readonly #isKept: KnownOptions['isKept'];
  readonly freeEmails: ReadonlyMap<string, number>;

  constructor({ snapshots, freeEmails }: Readings, { notBefore, isKept }: KnownOptions) {
    this.#isKept = isKept;
    this.freeEmails = new Map([...freeEmails].filter(([, askedAt]) => askedAt >= notBefore));
    for (const snapshot of snapshots.values()) {
      if (snapshot.readAt < notBefore) continue;
      const { id, email } = snapshot.customer;
      this.#byId.set(id.toLowerCase(), snapshot);
      if (typeof email === 'string') this.#byEmail.set(email, snapshot);
    }
  }

  /** The customer of a row that need not be read again. */
  find({ row, key }: KeyedRow): Snapshot | undefined {
    if (!this.#isKept(row)) return undefined;
    return key.by === 'id' ? this.#byId.get(key.text.toLowerCase()) : this.#byEmail.get(key.text);
  }
}
