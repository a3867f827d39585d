import { type Random, shuffleRange } from './random.ts';
import type { StoredCustomer } from './stored-customer.ts';

/** The customers of the practice server, and the two rules its database keeps: ids and e-mails are unique. */
export class CustomerStore {
  readonly #customersById = new Map<string, StoredCustomer>();
  readonly #idsByEmail = new Map<string, string>();
  /** As they were at the start; a change replaces a customer and never alters one. */
  readonly #atStart: readonly StoredCustomer[];
  /** Ids, newest `created` first. `created` never changes, so this order is made once. */
  readonly #idsNewestFirst: readonly string[];

  constructor(customers: readonly StoredCustomer[]) {
    this.#atStart = customers;
    for (const customer of customers) {
      if (this.#customersById.has(customer.id)) throw new Error(`There are two customers ${customer.id}.`);
      if (this.isEmailTaken(customer)) throw new Error(`There are two customers with ${customer.email}.`);
      this.#put(customer);
    }
    this.#idsNewestFirst = customers.toSorted((a, b) => b.created - a.created).map(({ id }) => id);
  }

  get size(): number {
    return this.#customersById.size;
  }

  all(): readonly StoredCustomer[] {
    return [...this.#customersById.values()];
  }

  /** Ids are UUIDs, and their capitals don't matter; the customer carries the id as it is stored. */
  byId(id: string): StoredCustomer | undefined {
    return this.#customersById.get(id) ?? this.#customersById.get(id.toLowerCase());
  }

  /** Exact and case-sensitive. */
  byEmail(email: string): StoredCustomer | undefined {
    const id = this.#idsByEmail.get(email);
    return id === undefined ? undefined : this.#customersById.get(id);
  }

  isEmailTaken({ id, email }: StoredCustomer): boolean {
    const owner = typeof email === 'string' ? this.#idsByEmail.get(email) : undefined;
    return owner !== undefined && owner !== id;
  }

  replace(customer: StoredCustomer): void {
    const before = this.#customersById.get(customer.id);
    if (before === undefined) throw new Error(`There is no customer ${customer.id}.`);
    if (this.isEmailTaken(customer))
      throw new Error(`The e-mail ${customer.email} belongs to another customer.`);
    if (typeof before.email === 'string') this.#idsByEmail.delete(before.email);
    this.#put(customer);
  }

  /** Every customer is again as at the start. */
  reset(): void {
    this.#idsByEmail.clear();
    for (const customer of this.#atStart) this.#put(customer);
  }

  /**
   * A slice of the listing. Customers created at the same instant come in the order `random` gives them,
   * as a database without a second sort key does: one of them may show on two pages, or on none.
   */
  page(offset: number, count: number, random: Random): readonly StoredCustomer[] {
    const total = this.#idsNewestFirst.length;
    const end = Math.min(offset + count, total);
    if (offset >= end) return [];
    // A group of equals that the slice cuts through has to be shuffled as a whole.
    let from = offset;
    while (from > 0 && this.#createdAt(from - 1) === this.#createdAt(from)) from--;
    let to = end;
    while (to < total && this.#createdAt(to) === this.#createdAt(to - 1)) to++;
    const ids = this.#idsNewestFirst.slice(from, to);
    for (let start = 0; start < ids.length; ) {
      let next = start + 1;
      while (next < ids.length && this.#createdAt(from + next) === this.#createdAt(from + start)) next++;
      shuffleRange(random, ids, start, next);
      start = next;
    }
    return ids.slice(offset - from, end - from).map((id) => this.#stored(id));
  }

  #put(customer: StoredCustomer): void {
    this.#customersById.set(customer.id, customer);
    if (typeof customer.email === 'string') this.#idsByEmail.set(customer.email, customer.id);
  }

  #createdAt(index: number): number {
    return this.#stored(this.#idsNewestFirst[index] ?? '').created;
  }

  #stored(id: string): StoredCustomer {
    const customer = this.#customersById.get(id);
    if (customer === undefined) throw new Error(`There is no customer ${id}.`);
    return customer;
  }
}
