import { countryNamed } from './address-rules/country.ts';
import type { Change } from './change.ts';
import { ADDRESS_NAMES, addressField, type Field, fieldShape, fieldValue } from './fields.ts';
import { isSameValue, type JsonValue } from './json.ts';
import type { Merge } from './merge.ts';
import type { PlanWarning } from './plan.ts';
import type { PlannedFieldEdit } from './planned-edit.ts';
import type { Snapshot } from './snapshot.ts';

/** What only the customer's current values can tell about a row's changes. */
export function planWarnings(
  snapshot: Snapshot,
  merge: Merge,
  edits: readonly PlannedFieldEdit[],
): readonly PlanWarning[] {
  return [
    ...keptParts(snapshot, merge, edits),
    ...keptPostalCodes(snapshot, merge, edits),
    ...lostZeros(merge),
  ];
}

const KEPT_BESIDE_STREET = ['line2', 'state', 'postal_code'] as const;

/** A part that the row gives is not kept by accident, though it may be the same as before. */
function keptParts(
  { customer }: Snapshot,
  { changes }: Merge,
  edits: readonly PlannedFieldEdit[],
): readonly PlanWarning[] {
  const changed = new Set(changes.map(({ field }) => field));
  const given = new Set(edits.map(({ field }) => field));
  const isMove = (street: Field): boolean => changed.has(street) && given.has(street);
  const fields = ADDRESS_NAMES.filter((address) => isMove(addressField(address, 'line1'))).flatMap(
    (address) =>
      KEPT_BESIDE_STREET.map((part) => addressField(address, part)).filter(
        (field) => !given.has(field) && !isSameValue(fieldValue(customer, field), null),
      ),
  );
  return fields.length === 0 ? [] : [{ code: 'old_parts_kept', fields }];
}

/** Where the street changes too, the postal code is among the parts kept beside it. */
function keptPostalCodes(
  { customer }: Snapshot,
  { changes }: Merge,
  edits: readonly PlannedFieldEdit[],
): readonly PlanWarning[] {
  const changeOf = (field: Field): Change | undefined => changes.find((change) => change.field === field);
  const given = new Set(edits.map(({ field }) => field));
  return ADDRESS_NAMES.flatMap((address): readonly PlanWarning[] => {
    const countryField = addressField(address, 'country');
    const country = given.has(countryField) ? changeOf(countryField) : undefined;
    const street = addressField(address, 'line1');
    const field = addressField(address, 'postal_code');
    const isKept = !given.has(field) && !isSameValue(fieldValue(customer, field), null);
    const isSaid = changeOf(street) !== undefined && given.has(street);
    return country && isKept && !isSaid && isOtherCountry(country)
      ? [{ code: 'postal_code_kept', field }]
      : [];
  });
}

/** "Germany" made DE is the same country. */
function isOtherCountry({ before, after }: Change): boolean {
  const [from, to] = [codeOf(before), codeOf(after)];
  return from !== undefined && to !== undefined && from !== to;
}

const codeOf = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' ? countryNamed(value)?.country.code : undefined;

const DIGITS = /^\d+$/;

function lostZeros({ changes }: Merge): readonly PlanWarning[] {
  return changes.flatMap(({ field, before, after }): readonly PlanWarning[] => {
    const shape = fieldShape(field);
    const isPostalCode = shape.kind === 'address' && shape.part === 'postal_code';
    if (!isPostalCode || typeof before !== 'string' || typeof after !== 'string') return [];
    const isLost =
      DIGITS.test(after) && DIGITS.test(before) && before.startsWith('0') && after.length < before.length;
    return isLost ? [{ code: 'leading_zero_lost', field, before }] : [];
  });
}
