import type { JsonObject, JsonValue } from '../../../src/core/json.ts';
import { mergeOn } from './merge.ts';
import { isSame, valueAt } from './values.ts';
import { type ModelSheet, type Wishes, wishesOf } from './wishes.ts';

export interface ExpectedRow {
  readonly row: number;
  readonly wishes: Wishes;
  readonly action: 'invalid' | 'not_found' | 'blocked' | 'unchanged' | 'update';
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
  customers: ReadonlyMap<string, JsonObject>,
): readonly ExpectedRow[] {
  const rows = sheet.rows.map((cells, row) => ({ row, wishes: wishesOf(sheet, cells) }));
  const reached = Map.groupBy(
    rows.filter(({ wishes }) => !isInvalid(wishes)),
    ({ wishes }) => wishes.id.toLowerCase(),
  );
  const single = rows.map(({ row, wishes }) => {
    const isAlone = reached.get(wishes.id.toLowerCase())?.length === 1;
    return expectedRow(row, wishes, customers.get(wishes.id.toLowerCase()), isAlone);
  });
  return withEmailOrder(single, customers);
}

const isInvalid = ({ values }: Wishes): boolean => {
  const email = values.get('email');
  return typeof email === 'string' && !email.includes('@');
};

function expectedRow(
  row: number,
  wishes: Wishes,
  customer: JsonObject | undefined,
  isAlone: boolean,
): ExpectedRow {
  const id = customer?.['id'];
  const customerId = typeof id === 'string' ? id : '';
  const none = { row, wishes, customerId, changes: new Map<string, JsonValue>(), body: {}, after: undefined };
  if (isInvalid(wishes)) return { ...none, action: 'invalid' };
  if (!customer) return { ...none, action: 'not_found' };
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
  customers: ReadonlyMap<string, JsonObject>,
): readonly ExpectedRow[] {
  const holders = new Map<JsonValue | undefined, ExpectedRow>();
  for (const row of rows)
    if (row.changes.has('email')) holders.set(customers.get(row.customerId)?.['email'], row);
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
