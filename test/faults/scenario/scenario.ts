import type { JsonValue } from '../../../src/core/json.ts';
import type { StoredCustomer } from '../../../src/practice/stored-customer.ts';
import { type ExpectedRow, expectedPlan } from '../model/expected-plan.ts';
import type { ModelSheet } from '../model/wishes.ts';
import { createJob } from './sheet.ts';
import { createTroubles, type ReadingPlan, type Troubles } from './troubles.ts';

/** One seed's tenant, sheet and troubles, and what has to come of the dry run. */
export interface Scenario {
  readonly seed: number;
  readonly customers: readonly StoredCustomer[];
  readonly sheet: ModelSheet;
  readonly expected: readonly ExpectedRow[];
  readonly reading: ReadingPlan;
  /** Whoever wants one of these e-mails is refused. */
  readonly takenEmails: ReadonlySet<JsonValue | undefined>;
  readonly troubles: Troubles;
}

export function createScenario(seed: number, rows: number): Scenario {
  const reading = readingOf(seed);
  const { customers: created, sheet } = createJob(seed, rows, reading.denied === 'list');
  const customers = reading.denied === 'byId' ? oneByOne(created) : created;
  const expected = expectedPlan(sheet, customers, reading.denied);
  const takenEmails = takenBy(customers, expected);
  const troubles = createTroubles({ seed, expected, reading, takenEmails });
  return { seed, customers, sheet, expected, reading, takenEmails, troubles };
}

/** Half of the seeds each; now and then the key may not read in both ways. */
function readingOf(seed: number): ReadingPlan {
  if (seed % 2 === 0) return { how: 'each', denied: seed % 10 === 4 ? 'list' : undefined };
  return { how: 'within', denied: seed % 10 === 5 ? 'byId' : undefined };
}

/**
 * No two of them created at one instant. A listing misses some of such a group where a page ends; without reading by
 * id they stay unread, truthfully.
 */
const oneByOne = (customers: readonly StoredCustomer[]): readonly StoredCustomer[] =>
  customers.map((customer, index) => ({ ...customer, created: customer.created - index }));

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
