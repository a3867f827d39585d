import type { JsonObject } from '../../../src/core/json.ts';
import { pick, type Random } from '../../../src/practice/random.ts';
import type { ExpectedRow } from '../model/expected-plan.ts';
import { isObject, partsOf } from '../model/values.ts';

/** What another writer does to a customer of the sheet. */
export type Interference = 'touched' | 'address_sibling' | 'metadata_sibling' | 'untouched' | 'same';

/** Every kind that means something for this row; what only few rows can show, twice. */
export function possibleInterferences({ changes, body }: ExpectedRow): readonly Interference[] {
  const hasAddress = 'billing_address' in body || 'shipping_address' in body;
  // An e-mail that somebody else takes or moves would be another customer's.
  const isPlain = !changes.has('email');
  return [
    'untouched',
    ...(isPlain ? (['touched', 'same'] as const) : []),
    ...(hasAddress ? (['address_sibling', 'address_sibling'] as const) : []),
    ...('metadata' in body ? (['metadata_sibling', 'metadata_sibling'] as const) : []),
  ];
}

/** The fields that the other writer sets. */
export function otherFields(random: Random, row: ExpectedRow, kind: Interference): JsonObject {
  switch (kind) {
    case 'touched': {
      const field = pick(random, [...row.changes.keys()]);
      return { [field]: strangeValue(row, field) };
    }
    case 'same':
      return Object.fromEntries(row.changes);
    case 'address_sibling':
      return { [`${addressOf(row)}.care_of`]: 'Somebody else' };
    case 'metadata_sibling':
      return { 'metadata.owner': 'Somebody else' };
    case 'untouched':
      return 'description' in row.body
        ? { 'metadata.owner': 'Somebody else' }
        : { description: 'Somebody else’s' };
  }
}

const addressOf = ({ body }: ExpectedRow): string =>
  'billing_address' in body ? 'billing_address' : 'shipping_address';

/** Neither the value before nor the one wanted, and of its type. */
function strangeValue({ changes, body }: ExpectedRow, field: string): string | number | boolean {
  const [name, part] = partsOf(field);
  const value = part === undefined ? changes.get(field) : isObject(body[name]) ? body[name][part] : undefined;
  if (typeof value === 'number') return -1;
  if (typeof value === 'boolean') return !value;
  return 'Somebody else’s';
}
