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
   * Learns from where a page shows customers of the plan. The middle one counts: some change places.
   *
   * @returns by how many places they were elsewhere than was thought
   */
  learn(page: readonly Snapshot[]): number {
    const shifts = page
      .flatMap(({ customer, position }) => {
        const planned = this.#plannedById.get(customer.id);
        return planned === undefined || position === undefined ? [] : [position - planned];
      })
      .sort((a, b) => a - b);
    const before = this.#shift;
    this.#shift = shifts[shifts.length >> 1] ?? before;
    return Math.abs(this.#shift - before);
  }
}
