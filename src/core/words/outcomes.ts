import type { Refusal } from '../answer.ts';
import { assertNever } from '../assert-never.ts';
import type { FailReason, NotAttemptedReason, Outcome, UnknownReason } from '../outcome.ts';
import { fieldLabel } from './fields.ts';
import { list } from './text.ts';
import { quotedValue } from './values.ts';

const FAILED: { readonly [reason in FailReason]: string } = {
  tries_spent: 'Atlas kept failing; nothing was written. Try this row again later.',
  customer_gone: 'The customer is no longer there; nothing was written.',
  not_readable_before: 'The customer could not be read before writing; nothing was written.',
};

const UNKNOWN: { readonly [reason in UnknownReason]: string } = {
  tries_spent: 'Atlas gave no clear answer and kept failing; the change may or may not have been written.',
  could_not_read: 'Atlas gave no clear answer and the customer could not be read afterwards.',
  other_values_found:
    'Atlas gave no clear answer, and the customer now has values that fit neither before nor after.',
  journal_failed: 'The journal could not be written while this row was on its way.',
  aborted: 'The run was aborted while this row was on its way; the change may or may not have been written.',
};

const NOT_ATTEMPTED: { readonly [reason in NotAttemptedReason]: string } = {
  stopped: 'The run was stopped before this row.',
  aborted: 'The run was aborted before this row.',
  key_rejected: 'Atlas rejected the key; the run ended before this row.',
  not_allowed: 'The key is not allowed to do this; the run ended before this row.',
  redirected:
    'Atlas pointed to another address; the key is never sent elsewhere, so the run ended before this row.',
  wrong_account: 'Atlas knew none of the customers; the run ended before this row.',
  journal_failed: 'The journal could not be written; the run ended before this row.',
  no_connection: 'Atlas could not be reached; the run ended before this row.',
  depends_on_other_row: 'It depends on another row that did not succeed.',
};

/** Without saying what changed. */
export const CONFLICT_TEXT = 'The customer changed since the dry run; nothing was written.';

/** How a row ended, in a sentence. */
export function outcomeText(outcome: Outcome): string {
  switch (outcome.state) {
    case 'applied':
      return 'Applied: Atlas shows the new values.';
    case 'partly_applied':
      return `Accepted, but ${list(outcome.missing.map(fieldLabel))} did not change.`;
    case 'not_applied':
      return `Accepted, but nothing changed: ${list(outcome.missing.map(fieldLabel))}.`;
    case 'already_so':
      return 'Somebody else made the same change since the dry run; nothing was sent.';
    case 'conflict':
      return outcome.fields.length === 0
        ? CONFLICT_TEXT
        : `Changed since the dry run, nothing was written: ${outcome.fields
            .map(
              ({ field, planned, now }) =>
                `${fieldLabel(field)} was ${quotedValue(planned)}, is now ${quotedValue(now)}`,
            )
            .join('; ')}.`;
    case 'rejected':
      return refusalText(outcome.refusal);
    case 'failed':
      return FAILED[outcome.reason];
    case 'unknown':
      return UNKNOWN[outcome.reason];
    case 'not_attempted':
      return NOT_ATTEMPTED[outcome.reason];
    default:
      return assertNever(outcome, 'outcome');
  }
}

/** A refusal, plain words first: Atlas' own message follows where it adds something. */
export function refusalText({ status, error }: Refusal): string {
  if (error?.code === 'email_exists') return 'Another customer already has this e-mail; nothing was written.';
  if (status === 404) return 'Customer not found; nothing was written.';
  return error ? `Atlas refused: ${error.message}` : `Atlas refused without saying why (status ${status}).`;
}
