/** Whether a way in is open, and with which status it is refused otherwise. */
export type RightOfAccess = 'allowed' | 403 | 405;

export interface Reading {
  readonly list: RightOfAccess;
  readonly byId: RightOfAccess;
}

export const DEFAULT_KEYS: readonly string[] = ['sk_test_practice', 'sk_live_practice'];

/** Who may come in, and what may be read and written; all of it can change while the server runs. */
export class Access {
  readonly #keys: Set<string>;
  #reading: Reading;
  #writing: RightOfAccess;

  constructor(keys: readonly string[], reading: Partial<Reading>, writing: RightOfAccess) {
    this.#keys = new Set(keys);
    this.#reading = { list: 'allowed', byId: 'allowed', ...reading };
    this.#writing = writing;
  }

  get reading(): Reading {
    return this.#reading;
  }

  get writing(): RightOfAccess {
    return this.#writing;
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

  setWriting(writing: RightOfAccess): void {
    this.#writing = writing;
  }
}

export function keyOf(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
}
