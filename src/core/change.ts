import type { Customer } from './atlas.ts';
import type { Field } from './fields.ts';
import { fieldValue } from './fields.ts';
import { isSameValue, type JsonValue } from './json.ts';

/** One field: before and after. `null` is empty: the field is not there, or holds nothing. */
export interface Change {
  readonly field: Field;
  /** Missing where the current value could not be read. */
  readonly before?: JsonValue;
  readonly after: JsonValue;
}

/** Whether a customer has the value a change asks for. */
export const hasWanted = (customer: Customer, change: Change): boolean =>
  isSameValue(fieldValue(customer, change.field), change.after);

/** Whether a customer still has the value from before a change. Never so where that is not known. */
export const hasBefore = (customer: Customer, change: Change): boolean =>
  change.before !== undefined && isSameValue(fieldValue(customer, change.field), change.before);
