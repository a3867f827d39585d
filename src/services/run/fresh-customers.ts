import { classify } from '../../core/classify.ts';
import type { RowId } from '../../core/diagnostic.ts';
import type { PlannedUpdate } from '../../core/plan.ts';
import type { FreshnessLimits } from './freshness-limits.ts';
import type { ListingPages } from './listing-pages.ts';
import { type Failure, isDenied, type PatientReader, type ReadPurpose } from './patient-reader.ts';
import type { Reading, Readings } from './readings.ts';

/** What asking for a row's customer came to. */
export type FreshResult =
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'answer'; readonly answer: Failure }
  /** Reading by id is denied, and the listing does not show the customer: that is no proof that there is none. */
  | { readonly kind: 'not_shown' };

export interface FreshCustomersOptions {
  readonly reader: PatientReader;
  readonly readings: Readings;
  readonly pages: ListingPages;
  readonly limits: FreshnessLimits;
}

/**
 * The customers of a run's rows, as fresh as the settings want them: read by id, or with others on one page of
 * the listing where that costs fewer requests for what is left.
 */
export class FreshCustomers {
  readonly #options: FreshCustomersOptions;
  #deniedById: Failure | undefined;

  constructor(options: FreshCustomersOptions) {
    this.#options = options;
  }

  /** A moment: what is read after it is newer than that. */
  mark(): number {
    return this.#options.readings.mark();
  }

  /** Asked when the gate has been passed: whether a write based on this may leave now. */
  isFresh({ snapshot }: Reading): boolean {
    return this.#options.limits.isFresh(snapshot.readAt);
  }

  /** The row has ended: its customer is not read for it any more. */
  forget(row: RowId): void {
    this.#options.readings.forget(row);
  }

  /** What is fresh enough to go to the gate with, read for it where nothing is. */
  async of(update: PlannedUpdate, newerThan: number): Promise<FreshResult> {
    const { readings, pages } = this.#options;
    for (;;) {
      const known = readings.get(update.row);
      if (known && known.serial > newerThan && this.#staysFresh(known)) return read(known);
      const coming = pages.coming(update);
      if (!coming) break;
      await coming;
    }
    const { freshness } = this.#options.limits;
    const page = freshness.kind === 'within' ? pages.worthReading(update) : undefined;
    if (page) {
      const answer = await pages.read(page, update, 'to_send');
      const shown = readings.get(update.row);
      if (shown && shown.serial > newerThan && this.#staysFresh(shown)) return read(shown);
      if (answer && concernsAll(answer)) return { kind: 'answer', answer };
    }
    return await this.#readSingly(update, 'to_send');
  }

  /** The customer as it is now, to find out what became of a write. */
  look(update: PlannedUpdate): Promise<FreshResult> {
    return this.#readSingly(update, 'to_find_out');
  }

  /** By id, or where that is denied on the page that should show the customer. */
  async #readSingly(update: PlannedUpdate, purpose: ReadPurpose): Promise<FreshResult> {
    const { reader, readings, pages } = this.#options;
    if (!this.#deniedById) {
      const serial = readings.next();
      const answer = await reader.customer(update.customerId, purpose);
      if (answer.kind === 'ok') return read(readings.keep(update.row, answer.value, serial));
      if (!isDenied(answer)) return { kind: 'answer', answer };
      this.#deniedById = answer;
    }
    if (!pages.areOfUse) return { kind: 'answer', answer: this.#deniedById };
    const before = readings.mark();
    const page = pages.around(update);
    if (!page) return { kind: 'not_shown' };
    const answer = await pages.read(page, update, purpose);
    const shown = readings.get(update.row);
    if (shown && shown.serial > before) return read(shown);
    return answer ? { kind: 'answer', answer } : { kind: 'not_shown' };
  }

  /** Rows at work beside this one may go to the gate first. */
  #staysFresh({ snapshot }: Reading): boolean {
    const { limits } = this.#options;
    return limits.staysFresh(snapshot.readAt, limits.rowsAtOnce);
  }
}

const read = (reading: Reading): FreshResult => ({ kind: 'read', reading });

/** Whether no other request would fare better. That listing is denied says nothing of reading by id. */
const concernsAll = (answer: Failure): boolean =>
  !isDenied(answer) && (classify(answer) === 'stop_run' || answer.kind === 'not_sent');
