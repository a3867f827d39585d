import type { JsonObject } from '../../../src/core/json.ts';
import type { StoredCustomer } from '../../../src/practice/stored-customer.ts';

export interface CustomerState {
  /** Of the data that it began with. */
  readonly version: number;
  /** Milliseconds of the server's clock. */
  readonly since: number;
  readonly customer: JsonObject;
}

/** Every state that every customer had, as the model has it. */
export class History {
  readonly #statesById = new Map<string, CustomerState[]>();

  constructor(customers: readonly StoredCustomer[]) {
    for (const customer of customers)
      this.#statesById.set(customer.id, [{ version: 0, since: Number.NEGATIVE_INFINITY, customer }]);
  }

  get ids(): readonly string[] {
    return [...this.#statesById.keys()];
  }

  add(id: string, state: CustomerState): void {
    this.of(id);
    this.#statesById.get(id)?.push(state);
  }

  /** Oldest first; never empty. */
  of(id: string): readonly CustomerState[] {
    const states = this.#statesById.get(id);
    if (!states) throw new Error(`The model knows no customer ${id}.`);
    return states;
  }

  now(id: string): JsonObject {
    const state = this.of(id).at(-1);
    if (!state) throw new Error(`The model knows no state of ${id}.`);
    return state.customer;
  }

  /** As a read that saw this version of the data had to show it. */
  at(id: string, version: number): JsonObject {
    return (this.of(id).findLast((state) => state.version <= version) ?? { customer: this.now(id) }).customer;
  }

  /** The states that were there at some time in between. */
  between(id: string, from: number, to: number): readonly JsonObject[] {
    const states = this.of(id);
    return states
      .filter(
        ({ since }, index) => since <= to && (states[index + 1]?.since ?? Number.POSITIVE_INFINITY) >= from,
      )
      .map(({ customer }) => customer);
  }
}
