import type { JsonValue } from '../../../src/core/json.ts';
import type { StoredCustomer } from '../../../src/practice/stored-customer.ts';
import { type ExpectedRow, expectedPlan } from '../model/expected-plan.ts';
import type { ModelSheet } from '../model/wishes.ts';
import { createJob } from './sheet.ts';
import { createTroubles, type Troubles } from './troubles.ts';

/** One seed's tenant, sheet and troubles, and what has to come of the dry run. */
export interface Scenario {
  readonly seed: number;
  readonly customers: readonly StoredCustomer[];
  readonly sheet: ModelSheet;
  readonly expected: readonly ExpectedRow[];
  /** Each customer is read by id before each of its writes; otherwise with others from the listing. */
  readonly readsEach: boolean;
  /** Whoever wants one of these e-mails is refused. */
  readonly takenEmails: ReadonlySet<JsonValue | undefined>;
  readonly troubles: Troubles;
}

export function createScenario(seed: number, rows: number): Scenario {
  const { customers, sheet } = createJob(seed, rows);
  const expected = expectedPlan(sheet, new Map(customers.map((customer) => [customer.id, customer])));
  const readsEach = seed % 2 === 0;
  const takenEmails = takenBy(customers, expected);
  const troubles = createTroubles({ seed, expected, readsEach, takenEmails });
  return { seed, customers, sheet, expected, readsEach, takenEmails, troubles };
}

/** All but those that their customers are to give up. */
function takenBy(
  customers: readonly StoredCustomer[],
  expected: readonly ExpectedRow[],
): ReadonlySet<JsonValue | undefined> {
  const moving = new Set(
    expected.filter(({ changes }) => changes.has('email')).map(({ customerId }) => customerId),
  );
  return new Set(customers.filter(({ id }) => !moving.has(id)).map(({ email }) => email));
}
