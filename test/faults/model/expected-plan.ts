import type { JsonObject, JsonValue } from '../../../src/core/json.ts';
import type { StoredCustomer } from '../../../src/practice/stored-customer.ts';
import { mergeOn } from './merge.ts';
import { isSame, valueAt } from './values.ts';
import { type ModelSheet, type Wishes, wishesOf } from './wishes.ts';

export interface ExpectedRow {
  readonly row: number;
  readonly wishes: Wishes;
  readonly action: 'invalid' | 'not_found' | 'unread' | 'blocked' | 'unchanged' | 'update';
  /** Atlas' own; empty where there is none. */
  readonly customerId: string;
  /** Of the dry run. */
  readonly changes: ReadonlyMap<string, JsonValue>;
  readonly body: JsonObject;
  /** The row that has to free this one's e-mail. */
  readonly after: number | undefined;
}

/** What a dry run has to say of each row. */
export function expectedPlan(
  sheet: ModelSheet,
  customers: readonly StoredCustomer[],
  /** Asking for one customer is denied: that no listing shows an id does not prove that there is none. */
  isByIdDenied: boolean,
): readonly ExpectedRow[] {
  const byKey = new Map<JsonValue | undefined, StoredCustomer>();
  for (const customer of customers) byKey.set(customer.id, customer).set(customer.email, customer);
  const rows = sheet.rows.map((cells, row) => {
    const wishes = wishesOf(sheet, cells);
    // Ids are found whatever their capitals, e-mails only as they are stored.
    const customer = byKey.get(wishes.key.includes('@') ? wishes.key : wishes.key.toLowerCase());
    return { row, wishes, customer };
  });
  const written = Map.groupBy(rows, ({ wishes }) => wishes.key);
  const isInvalid = ({ key, values }: Wishes): boolean =>
    written.get(key)?.length !== 1 || isNoEmail(values.get('email'));
  const valid = rows.filter(({ wishes }) => !isInvalid(wishes));
  const reached = Map.groupBy(valid, ({ customer }) => customer);
  const single = rows.map(({ row, wishes, customer }) => {
    const plain = { row, wishes, customerId: customer?.id ?? '', ...NOTHING };
    if (isInvalid(wishes)) return { ...plain, action: 'invalid' as const };
    if (!customer) {
      const isUnread = isByIdDenied && !wishes.key.includes('@');
      return { ...plain, action: isUnread ? ('unread' as const) : ('not_found' as const) };
    }
    return expectedRow(row, wishes, customer, reached.get(customer)?.length === 1);
  });
  return withEmailOrder(single, byKey);
}

const NOTHING = { changes: new Map<string, JsonValue>(), body: {}, after: undefined };

const isNoEmail = (value: JsonValue | undefined): boolean =>
  typeof value === 'string' && !value.includes('@');

function expectedRow(row: number, wishes: Wishes, customer: StoredCustomer, isAlone: boolean): ExpectedRow {
  const none = { row, wishes, customerId: customer.id, ...NOTHING };
  const isOther = [...wishes.checks].some(([field, text]) => !isSame(valueAt(customer, field), text));
  if (!isAlone || isOther) return { ...none, action: 'blocked' };
  const merged = mergeOn(customer, wishes.values);
  if (merged.kind === 'blocked') return { ...none, action: 'blocked' };
  const { body, changes } = merged;
  return { ...none, action: changes.size === 0 ? 'unchanged' : 'update', body, changes };
}

/** Whoever takes an e-mail of the sheet comes after the row that frees it; circles, and who waits for one, are blocked. */
function withEmailOrder(
  rows: readonly ExpectedRow[],
  byKey: ReadonlyMap<JsonValue | undefined, StoredCustomer>,
): readonly ExpectedRow[] {
  const holders = new Map<JsonValue | undefined, ExpectedRow>();
  for (const row of rows) if (row.changes.has('email')) holders.set(byKey.get(row.customerId)?.email, row);
  const before = (row: ExpectedRow): ExpectedRow | undefined =>
    row.changes.has('email') ? holders.get(row.changes.get('email')) : undefined;
  return rows.map((row): ExpectedRow => {
    const seen = new Set<ExpectedRow>();
    for (let next: ExpectedRow | undefined = row; next; next = before(next)) {
      if (seen.has(next)) return { ...row, action: 'blocked', changes: new Map(), body: {} };
      seen.add(next);
    }
    return { ...row, after: before(row)?.row };
  });
}
