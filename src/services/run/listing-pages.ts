import type { RowId } from '../../core/diagnostic.ts';
import type { PlannedUpdate } from '../../core/plan.ts';
import type { FreshnessLimits } from './freshness-limits.ts';
import { ListingPlaces } from './listing-places.ts';
import { choosePage, isOnPage, MARGIN, type Page } from './page-choice.ts';
import { type Failure, isDenied, type PatientReader, type ReadPurpose } from './patient-reader.ts';
import type { Readings } from './readings.ts';

/** A page is read only where it saves requests. */
const LEAST_ROWS_SERVED = 2;
/** After a page that served too few, so many rows are read by id before the next one, and more each time. */
const ROWS_AFTER_MISS = 16;
/** Rows looked through for those that a page would serve: what comes much later is not fresh any more. */
const MOST_ROWS_AHEAD = 2_000;

export interface ListingPagesOptions {
  readonly reader: PatientReader;
  readonly readings: Readings;
  readonly limits: FreshnessLimits;
  /** In the order in which they are written. */
  readonly updates: readonly PlannedUpdate[];
}

/** Pages of the listing that serve several rows at once. "Not found" is never concluded from one. */
export class ListingPages {
  readonly #options: ListingPagesOptions;
  readonly #places: ListingPlaces;
  readonly #turns: ReadonlyMap<RowId, number>;
  /** Rows that a page should have shown and did not: they are read by id. */
  readonly #notShown = new Set<RowId>();
  readonly #coming = new Map<Page, Promise<unknown>>();
  #denied: Failure | undefined;
  #misses = 0;
  #rowsById = 0;

  constructor(options: ListingPagesOptions) {
    this.#options = options;
    this.#places = new ListingPlaces(options.updates.flatMap(({ snapshot }) => (snapshot ? [snapshot] : [])));
    this.#turns = new Map(options.updates.map(({ row }, index) => [row, index]));
  }

  /** Resolves when a page has come that is under way and should show this row's customer. */
  coming(update: PlannedUpdate): Promise<unknown> | undefined {
    const place = this.#placeOf(update);
    if (place === undefined) return undefined;
    for (const [page, arrival] of this.#coming) if (isOnPage(page, place)) return arrival;
    return undefined;
  }

  /** The page to read now for this row and others, where it costs fewer requests than asking for each by id. */
  worthReading(update: PlannedUpdate): Page | undefined {
    const place = this.#placeOf(update);
    if (place === undefined || this.#denied) return undefined;
    if (this.#rowsById > 0) {
      this.#rowsById--;
      return undefined;
    }
    const { page, serves } = choosePage(place, this.#placesDue(update), this.#misses > 0);
    return serves < LEAST_ROWS_SERVED ? undefined : page;
  }

  /** Whether listing may show customers of the run at all. */
  get areOfUse(): boolean {
    return this.#denied === undefined && this.#places.areKnown;
  }

  /** The page that shows this row's customer, whatever it costs. */
  around(update: PlannedUpdate): Page | undefined {
    const place = this.#places.placeOf(update.customerId);
    return place === undefined
      ? undefined
      : choosePage(place, this.#placesDue(update), this.#misses > 0).page;
  }

  /** Reads a page; what it shows is among the readings then. An answer: why there is none. */
  async read(page: Page, update: PlannedUpdate, purpose: ReadPurpose): Promise<Failure | undefined> {
    const reading = this.#read(page, update, purpose);
    const arrival = reading.catch(() => undefined);
    this.#coming.set(page, arrival);
    try {
      return await reading;
    } finally {
      this.#coming.delete(page);
    }
  }

  async #read(page: Page, update: PlannedUpdate, purpose: ReadPurpose): Promise<Failure | undefined> {
    const { reader, readings } = this.#options;
    const due = this.#rowsOn(page, update);
    const serial = readings.next();
    const answer = await reader.page(page, purpose);
    if (answer.kind !== 'ok') {
      if (isDenied(answer)) this.#denied = answer;
      this.#missed();
      return answer;
    }
    const { snapshots } = answer.value;
    const movedBy = this.#places.learn(snapshots, update.snapshot);
    const shown = readings.keepPage(snapshots, serial);
    // Whoever was looked for in the wrong place may be on the next page.
    if (movedBy < MARGIN) for (const row of due) if (!shown.has(row)) this.#notShown.add(row);
    if (shown.size < LEAST_ROWS_SERVED) this.#missed();
    else this.#misses = 0;
    return undefined;
  }

  #missed(): void {
    this.#misses++;
    this.#rowsById = this.#misses * ROWS_AFTER_MISS;
  }

  #placeOf({ row, customerId }: PlannedUpdate): number | undefined {
    return this.#notShown.has(row) ? undefined : this.#places.placeOf(customerId);
  }

  /** Rows from this one on that a page read now would still be fresh for. */
  #placesDue(update: PlannedUpdate): readonly number[] {
    const { readings, limits } = this.#options;
    const places: number[] = [];
    for (const next of this.#from(update).slice(1)) {
      if (places.length + 1 >= limits.writesPerPage) break;
      const known = readings.get(next.row);
      if (!known || limits.staysFresh(known.snapshot.readAt, places.length)) continue;
      const place = this.#placeOf(next);
      if (place !== undefined) places.push(place);
    }
    return places;
  }

  #rowsOn(page: Page, asking: PlannedUpdate): readonly RowId[] {
    return this.#from(asking).flatMap((update) => {
      const place = this.#options.readings.isOpen(update.row) ? this.#placeOf(update) : undefined;
      return place !== undefined && isOnPage(page, place) ? [update.row] : [];
    });
  }

  /** This row and those whose turn comes after it. */
  #from({ row }: PlannedUpdate): readonly PlannedUpdate[] {
    const turn = this.#turns.get(row) ?? 0;
    return this.#options.updates.slice(turn, turn + MOST_ROWS_AHEAD);
  }
}
