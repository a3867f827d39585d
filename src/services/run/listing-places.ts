import type { Snapshot } from '../../core/snapshot.ts';

/**
 * Where customers are in the listing now. It shows the newest first, so that every new customer pushes those of
 * the plan one place down, and every deleted one pulls those behind it up.
 */
export class ListingPlaces {
  readonly #plannedById = new Map<string, number>();
  #shift = 0;

  constructor(snapshots: Iterable<Snapshot>) {
    for (const { customer, position } of snapshots) {
      if (position !== undefined) this.#plannedById.set(customer.id, position);
    }
  }

  /** 0-based, as far as can be told; `undefined` for a customer that no listing has shown. */
  placeOf(customerId: string): number | undefined {
    const planned = this.#plannedById.get(customerId);
    return planned === undefined ? undefined : Math.max(0, planned + this.#shift);
  }

  get areKnown(): boolean {
    return this.#plannedById.size > 0;
  }

  /**
   * Learns from where a page shows customers of the plan; the middle one counts: some change places. A page that
   * shows none of them says by its customers' age in which direction the one that was looked for is.
   *
   * @returns by how many places they were elsewhere than was thought
   */
  learn(page: readonly Snapshot[], lookedFor: Snapshot | null): number {
    const shifts = page
      .flatMap(({ customer, position }) => {
        const planned = this.#plannedById.get(customer.id);
        return planned === undefined || position === undefined ? [] : [position - planned];
      })
      .sort((a, b) => a - b);
    const before = this.#shift;
    this.#shift = shifts[shifts.length >> 1] ?? before + page.length * directionTo(lookedFor, page);
    return Math.abs(this.#shift - before);
  }
}

/** Down (1) or up (-1) the listing from a page, or not to be told (0). Newest come first. */
function directionTo(lookedFor: Snapshot | null, page: readonly Snapshot[]): -1 | 0 | 1 {
  const created = lookedFor?.customer.created;
  const newest = page.at(0)?.customer.created;
  const oldest = page.at(-1)?.customer.created;
  if (created === undefined || newest === undefined || oldest === undefined) return 0;
  if (created < oldest) return 1;
  return created > newest ? -1 : 0;
}
