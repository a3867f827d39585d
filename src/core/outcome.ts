import type { Refusal } from './answer.ts';
import type { Customer } from './atlas.ts';
import { type Change, hasBefore, hasWanted } from './change.ts';
import { type Field, fieldValue } from './fields.ts';
import type { JsonValue } from './json.ts';

/** A field's value as Atlas showed it at the end. */
export interface SeenValue {
  readonly field: Field;
  readonly value: JsonValue;
}

/** How a row ended. */
export type Outcome =
  /** Read back with all wanted values. */
  | { readonly state: 'applied'; readonly seen: readonly SeenValue[] }
  /** Answered 200, but only some of the wanted values are there. */
  | {
      readonly state: 'partly_applied';
      readonly seen: readonly SeenValue[];
      readonly missing: readonly Field[];
    }
  /** Answered 200, but none of the wanted values is there. */
  | { readonly state: 'not_applied'; readonly seen: readonly SeenValue[]; readonly missing: readonly Field[] }
  /** Someone else made the same change since the dry run; nothing was sent. Never undone. */
  | { readonly state: 'already_so' }
  /** A touched field, or a sibling in a replaced address, changed since the dry run; nothing was written. */
  | {
      readonly state: 'conflict';
      readonly fields: readonly Conflict[];
      /** Every field the row would have changed; missing in journals of earlier versions. */
      readonly seen?: readonly SeenValue[];
    }
  /** Refused for this row; nothing was written. */
  | { readonly state: 'rejected'; readonly refusal: Refusal }
  /** Gave up; nothing was written. */
  | { readonly state: 'failed'; readonly reason: FailReason }
  /** May or may not have been written, and could not be found out. */
  | { readonly state: 'unknown'; readonly reason: UnknownReason; readonly seen: readonly SeenValue[] }
  /** The run ended first, or the row depended on one that did not succeed. */
  | { readonly state: 'not_attempted'; readonly reason: NotAttemptedReason };

export interface Conflict {
  /** A field, or an address part that the program does not know. */
  readonly field: string;
  readonly planned: JsonValue;
  readonly now: JsonValue;
  /** What the row wants; `null` too for a sibling, of which it wants nothing. */
  readonly wanted: JsonValue;
}

export type FailReason = 'tries_spent' | 'customer_gone' | 'not_readable_before';
export type UnknownReason =
  | 'tries_spent'
  | 'could_not_read'
  | 'other_values_found'
  | 'aborted'
  | 'journal_failed';
export type NotAttemptedReason =
  | 'stopped'
  | 'aborted'
  | 'key_rejected'
  | 'not_allowed'
  | 'redirected'
  | 'wrong_account'
  | 'journal_failed'
  | 'no_connection'
  | 'depends_on_other_row';

/** What a 200's customer says about the changes that were sent. */
export function judgeAnswer(changes: readonly Change[], answered: Customer): Outcome {
  const seen = seenValues(changes, answered);
  const missing = changes.filter((change) => !hasWanted(answered, change)).map(({ field }) => field);
  if (missing.length === 0) return { state: 'applied', seen };
  return { state: missing.length === changes.length ? 'not_applied' : 'partly_applied', seen, missing };
}

/**
 * What a customer, read some time after a 200 whose own customer was lost, says about the changes sent. A field
 * that is as before was accepted and not changed; one with yet another value was changed by somebody since.
 */
export function judgeAccepted(changes: readonly Change[], now: Customer): Outcome {
  const isOther = changes.some((change) => !hasWanted(now, change) && !hasBefore(now, change));
  return isOther
    ? { state: 'unknown', reason: 'other_values_found', seen: seenValues(changes, now) }
    : judgeAnswer(changes, now);
}

/** What a customer, read after a request of unknown effect, says about it. */
export type Finding = 'written' | 'not_written' | 'other';

/** `other`: some values are neither as before nor as wanted, so that nobody can say who wrote them. */
export function judgeReading(changes: readonly Change[], now: Customer): Finding {
  if (changes.every((change) => hasWanted(now, change))) return 'written';
  return changes.every((change) => hasBefore(now, change)) ? 'not_written' : 'other';
}

export const seenValues = (changes: readonly Change[], customer: Customer): readonly SeenValue[] =>
  changes.map(({ field }) => ({ field, value: fieldValue(customer, field) ?? null }));
