import pLimit from 'p-limit';
import type { Answer } from '../../core/answer.ts';
import type { RowId } from '../../core/diagnostic.ts';
import type { DryRunFailure } from '../../core/dry-run-failure.ts';
import type { Resolution } from '../../core/plan-rows.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import type { PacedClient } from '../paced-client.ts';
import { type Patience, readPatiently } from '../patient-read.ts';
import type { EmailSightings } from './email-sightings.ts';
import { answerText, fatalFailure, isDenied, isNotFound, unreadReason } from './failure.ts';
import { type KeyedRow, rowsByKey } from './keyed-row.ts';
import type { KnownCustomers } from './known-customers.ts';
import { lookUp } from './look-up.ts';

/** Source: a page holds at most this many, whatever `limit` says. */
export const PAGE_SIZE = 1_000;
/** So many ids that a listing showed none of, asked for by themselves, settle whether it is the right account. */
const ACCOUNT_SAMPLE = 10;
/** Fewer ids than this may all be mistyped. */
const FEWEST_FOR_WRONG_ACCOUNT = 3;

export interface ReadingProgress {
  /** Customers looked for so far, and in all. */
  readonly done: number;
  readonly total: number;
  /** Requests still to come, as far as can be told. */
  readonly requestsLeft: number;
}

export interface ReadingOptions {
  readonly client: PacedClient;
  readonly patience: Patience;
  readonly concurrency: number;
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined;
}

/**
 * Finds every row's customer in the fewest requests: by listing or by id, whichever costs less. Notes on the way
 * who has the e-mails that rows would set; what is known from before is not asked for. Writes nothing.
 */
export async function readCustomers(
  rows: readonly KeyedRow[],
  options: ReadingOptions,
  sightings: EmailSightings,
  known?: KnownCustomers,
): Promise<Result<ReadonlyMap<RowId, Resolution>, DryRunFailure>> {
  const reader = new CustomerReader(rows, options, sightings, known);
  return await reader.read();
}

class CustomerReader {
  readonly #rows: readonly KeyedRow[];
  readonly #options: ReadingOptions;
  readonly #sightings: EmailSightings;
  readonly #resolutions = new Map<RowId, Resolution>();
  #failure: DryRunFailure | undefined;
  /** How many customers a listing would show, while listing is allowed and not yet done. */
  #unlisted: number | undefined;
  #isDeniedById = false;

  constructor(
    rows: readonly KeyedRow[],
    options: ReadingOptions,
    sightings: EmailSightings,
    known: KnownCustomers | undefined,
  ) {
    this.#rows = rows;
    this.#options = options;
    this.#sightings = sightings;
    for (const keyed of rows) {
      const snapshot = known?.find(keyed);
      // Not for sightings: an e-mail that it had then may be somebody else's by now.
      if (snapshot) this.#resolutions.set(keyed.row, { kind: 'found', snapshot });
    }
  }

  async read(): Promise<Result<ReadonlyMap<RowId, Resolution>, DryRunFailure>> {
    const missing = this.#missing;
    const [first] = missing;
    if (!first) return ok(this.#resolutions);
    const sized = await this.#patiently(() =>
      this.#client.listCustomers({ limit: 0, offset: 0 }, this.#signal),
    );
    const fatal = fatalFailure(sized);
    if (fatal) return err(fatal);
    if (sized.kind === 'ok') {
      this.#unlisted = sized.value.totalCount;
      if (Math.ceil(this.#unlisted / PAGE_SIZE) < missing.length) await this.#readByListing(this.#unlisted);
    } else if (isDenied(sized)) {
      this.#sightings.isListingDenied = true;
      const single = await this.#readOne(first);
      if (isDenied(single)) {
        for (const { row } of this.#rows) this.#resolutions.set(row, { kind: 'denied' });
        return ok(this.#resolutions);
      }
    } else if (!this.#isAborted) {
      return err({ code: 'server_error', detail: answerText(sized) });
    }
    if (!this.#failure) await this.#readTheRest();
    if (!this.#failure && this.#isListingLeft) await this.#listInstead(this.#unlisted ?? 0);
    if (this.#failure) return err(this.#failure);
    return this.#isWrongAccount()
      ? err({ code: 'wrong_account', asked: this.#rows.length })
      : ok(this.#resolutions);
  }

  get #client(): PacedClient {
    return this.#options.client;
  }

  get #signal(): AbortSignal | undefined {
    return this.#options.patience.signal;
  }

  get #missing(): readonly KeyedRow[] {
    return this.#rows.filter(({ row }) => !this.#resolutions.has(row));
  }

  get #isAborted(): boolean {
    return this.#signal?.aborted ?? false;
  }

  /**
   * Pages until as many customers were received as there are. `has_more` can be wrong and the order moves
   * between requests, so what a listing did not show is not missing yet.
   */
  async #readByListing(totalCount: number): Promise<void> {
    const wantedById = rowsByKey(this.#rows, 'id');
    const wantedByEmail = rowsByKey(this.#rows, 'email');
    let total = totalCount;
    let isEnough = false;
    this.#unlisted = undefined;
    this.#sightings.beginListing(totalCount);
    for (let offset = 0; offset < total && !this.#isAborted && !isEnough; ) {
      const at = offset;
      const page = await this.#patiently(() =>
        this.#client.listCustomers({ limit: PAGE_SIZE, offset: at }, this.#signal),
      );
      if (page.kind !== 'ok') {
        this.#failure ??= fatalFailure(page);
        return;
      }
      const { snapshots } = page.value;
      total = page.value.totalCount;
      if (snapshots.length === 0) return;
      offset += snapshots.length;
      this.#sightings.seePage(snapshots, total);
      for (const snapshot of snapshots) {
        const { id, email } = snapshot.customer;
        this.#found(wantedById.get(id.toLowerCase()), snapshot);
        if (typeof email === 'string') this.#found(wantedByEmail.get(email), snapshot);
      }
      const pagesLeft = Math.ceil((total - offset) / PAGE_SIZE);
      isEnough = this.#isComplete && !this.#sightings.isWorthListingOn(pagesLeft);
      this.#report(isEnough ? 0 : pagesLeft);
    }
  }

  #found(rows: readonly RowId[] | undefined, snapshot: Snapshot): void {
    for (const row of rows ?? []) this.#resolutions.set(row, { kind: 'found', snapshot });
  }

  /** Asks for each customer that is still missing by itself: only this answer can say that there is none. */
  async #readTheRest(): Promise<void> {
    const rest = this.#missing;
    const isNobodyKnown = this.#resolutions.size === 0 && this.#rows.length >= FEWEST_FOR_WRONG_ACCOUNT;
    const sample = isNobodyKnown ? rest.slice(0, ACCOUNT_SAMPLE) : [];
    await this.#readEach(sample);
    if (sample.length === ACCOUNT_SAMPLE && this.#isWrongAccount()) return;
    await this.#readEach(rest.slice(sample.length));
  }

  /** Reading by id is denied and listing is not: what is still unread may be in the listing. */
  get #isListingLeft(): boolean {
    return this.#isDeniedById && this.#unlisted !== undefined && !this.#isAborted;
  }

  async #listInstead(totalCount: number): Promise<void> {
    for (const [row, { kind }] of this.#resolutions) if (kind === 'unread') this.#resolutions.delete(row);
    await this.#readByListing(totalCount);
    if (!this.#failure) await this.#readTheRest();
  }

  async #readEach(rows: readonly KeyedRow[]): Promise<void> {
    const limit = pLimit(this.#options.concurrency);
    let left = rows.length;
    await Promise.all(
      rows.map((keyed) =>
        limit(async () => {
          if (this.#failure || this.#isAborted || this.#isListingLeft) return;
          await this.#readOne(keyed);
          this.#report(--left);
        }),
      ),
    );
  }

  async #readOne({ row, key }: KeyedRow): Promise<Answer<unknown>> {
    const answer = await this.#patiently(() => lookUp(key, this.#client, this.#signal));
    if (answer.kind === 'ok') {
      if (answer.value) this.#sightings.see(answer.value);
      const resolution: Resolution = answer.value
        ? { kind: 'found', snapshot: answer.value }
        : { kind: 'not_found' };
      this.#resolutions.set(row, resolution);
    } else if (isNotFound(answer)) {
      this.#resolutions.set(row, { kind: 'not_found' });
    } else {
      this.#failure ??= fatalFailure(answer);
      this.#isDeniedById ||= key.by === 'id' && isDenied(answer);
      this.#resolutions.set(row, {
        kind: 'unread',
        reason: this.#isAborted ? 'cancelled' : unreadReason(answer),
      });
    }
    return answer;
  }

  #isWrongAccount(): boolean {
    const all = [...this.#resolutions.values()];
    const isEnough = all.length >= Math.min(ACCOUNT_SAMPLE, this.#rows.length);
    return (
      all.length >= FEWEST_FOR_WRONG_ACCOUNT && isEnough && all.every(({ kind }) => kind === 'not_found')
    );
  }

  get #isComplete(): boolean {
    return this.#resolutions.size === this.#rows.length;
  }

  #patiently<T>(send: () => Promise<Answer<T>>): Promise<Answer<T>> {
    return readPatiently(send, this.#options.patience);
  }

  #report(requestsLeft: number): void {
    this.#options.onProgress?.({
      done: this.#resolutions.size,
      total: this.#rows.length,
      requestsLeft: requestsLeft + this.#sightings.lookUpsLeft,
    });
  }
}
