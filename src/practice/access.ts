/** Whether a way of reading is open, and with which status it is refused otherwise. */
export type ReadingAccess = 'allowed' | 403 | 405;

export interface Reading {
  readonly list: ReadingAccess;
  readonly byId: ReadingAccess;
}

export const DEFAULT_KEYS: readonly string[] = ['sk_test_practice', 'sk_live_practice'];

/** Who may come in, and who may read; both can change while the server runs. */
export class Access {
  readonly #keys: Set<string>;
  #reading: Reading;

  constructor(keys: readonly string[], reading: Partial<Reading>) {
    this.#keys = new Set(keys);
    this.#reading = { list: 'allowed', byId: 'allowed', ...reading };
  }

  get reading(): Reading {
    return this.#reading;
  }

  isAccepted(key: string | undefined): key is string {
    return key !== undefined && this.#keys.has(key);
  }

  revoke(key: string): void {
    if (!this.#keys.delete(key)) throw new Error('This key is not accepted, so it cannot be revoked.');
  }

  setReading(reading: Partial<Reading>): void {
    this.#reading = { ...this.#reading, ...reading };
  }
}

export function keyOf(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
}
