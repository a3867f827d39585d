import { assertNever } from '../assert-never.ts';
import type { BlockReason } from '../block-reason.ts';
import type { NotCheckedReason, PlannedRow, PlanWarning, UnreadReason } from '../plan.ts';
import { emailBlockText } from './emails.ts';
import { fieldLabel } from './fields.ts';
import { count, list, quoted } from './text.ts';
import { notUndoneText } from './undo.ts';
import { quotedValue } from './values.ts';

const UNREAD: { readonly [reason in UnreadReason]: string } = {
  cancelled: 'The dry run was cancelled before this customer was read.',
  refused: 'Atlas refused to show this customer.',
  server_error: 'Atlas failed to answer when this customer was asked for.',
  no_connection: 'Atlas could not be reached.',
  unreadable_answer: 'Atlas answered something that is not a customer.',
};

const NOT_CHECKED_BECAUSE: { readonly [reason in NotCheckedReason]: string } = {
  cancelled: 'the dry run was cancelled before',
  denied: 'this key may not look it up',
  too_many: 'there are too many to look up each',
  refused: 'Atlas refused to look it up',
  server_error: 'Atlas failed to answer',
  no_connection: 'Atlas could not be reached',
  unreadable_answer: 'Atlas answered something else',
};

export function blockText(reason: BlockReason): string {
  switch (reason.code) {
    case 'same_customer':
      return `The same customer is also on line ${list(reason.lines.map(String))}.`;
    case 'check_failed':
      return `The ${fieldLabel(reason.field)} in the sheet is ${quoted(reason.expected)}, the customer’s is ${quotedValue(reason.found)}. The id may belong to somebody else.`;
    case 'nested_metadata':
      return `The customer’s ${fieldLabel(reason.field)} holds a list or an object, which a cell can’t replace.`;
    case 'other_type':
      return `The customer’s ${fieldLabel(reason.field)} is a ${reason.type === 'number' ? 'number' : 'yes or no'}; ${quoted(reason.text)} is none.`;
    case 'email_taken':
    case 'email_wanted_twice':
    case 'email_swap':
    case 'email_not_freed':
      return emailBlockText(reason);
    case 'number_would_change':
      return `The ${fieldLabel(reason.object)} holds a number too long to be written back unchanged.`;
    case 'unexpected_value':
      return `The customer’s ${fieldLabel(reason.object)} is not what it should be; it is left alone.`;
    case 'body_refused':
      return `The ${fieldLabel(reason.field)} can’t be sent: ${reason.why}.`;
    case 'address_incomplete':
      return `This key can’t read customers. Without reading, the ${fieldLabel(reason.address)} is sent only when all its parts are given; missing: ${list(reason.missing.map(fieldLabel))}.`;
    case 'metadata_unreadable':
      return 'This key can’t read customers. Without reading, metadata can’t be written: its other keys would be lost.';
    case 'email_key_unreadable':
      return 'This key can’t read customers. Without reading, a customer can’t be found by e-mail.';
    case 'check_unreadable':
      return 'This key can’t read customers, so the check column can’t be compared. Map it to reference to go on without the check.';
    case 'cant_undo':
      return notUndoneText(reason.fields);
    case 'undo_unreadable':
      return 'This key can’t read customers. Without reading, nobody can tell what was changed since the run.';
    default:
      return assertNever(reason, 'block reason');
  }
}

export function planWarningText(warning: PlanWarning): string {
  switch (warning.code) {
    case 'old_parts_kept': {
      const parts = list(warning.fields.map(fieldLabel));
      return `The street changes, but ${parts} ${warning.fields.length === 1 ? 'stays' : 'stay'} as before.`;
    }
    case 'postal_code_kept':
      return `The country changes, but the ${fieldLabel(warning.field)} stays as before.`;
    case 'leading_zero_lost':
      return `The ${fieldLabel(warning.field)} may have lost a leading zero: the customer has ${quotedValue(warning.before)}.`;
    case 'email_not_checked':
      return `Not checked whether another customer has the new e-mail: ${NOT_CHECKED_BECAUSE[warning.why]}. If so, Atlas refuses this row.`;
    case 'not_undone':
      return notUndoneText(warning.fields);
    default:
      return assertNever(warning, 'plan warning');
  }
}

/** What a dry run says about a row, in a sentence; empty where there is nothing to say. */
export function plannedRowText(row: PlannedRow): string {
  switch (row.action) {
    case 'update':
      return `${count(row.changes.length, 'change')}.`;
    case 'unchanged':
      return 'The customer already has these values.';
    case 'not_found':
      return `Customer not found: there is no ${row.key.by === 'id' ? 'id' : 'e-mail'} ${quoted(row.key.text)}.`;
    case 'blocked':
      return blockText(row.reason);
    case 'unread':
      return UNREAD[row.reason];
    case 'invalid':
      return row.messages.join(' ');
    case 'excluded':
      if (row.outOf === 'plan') return LEFT_OUT_OF_PLAN;
      return row.sameAsLine === undefined ? 'Left out.' : sameAsText(row.sameAsLine);
    default:
      return assertNever(row, 'planned row');
  }
}

/** Of a row that the next dry run has again. */
export const LEFT_OUT_OF_PLAN = 'Left out of this plan; the sheet still has it.';

/** Of a row that was left out because another is about its customer. */
export const sameAsText = (line: number): string => `Left out: the same customer as line ${line}.`;

/** Of a row that was edited after the dry run. */
export const STALE_TEXT = 'Edited since the dry run; it is not part of the plan until the next one.';

/** A kind of warning in one sentence; where its rows say different things, the one of a line stands for them. */
export const warningKindText = (message: string, ofLine: number | undefined): string =>
  ofLine === undefined ? message : `${message} (line ${ofLine}, and others like it)`;
