import type { RowId } from './diagnostic.ts';
import { type EmailBlock, isEmailBlock } from './email-block.ts';
import type { EmailFindings } from './email-finding.ts';
import { orderEmails } from './email-order.ts';
import { fieldShape, fieldValue } from './fields.ts';
import { isSameValue } from './json.ts';
import { type MergeOptions, mergeEdits } from './merge.ts';
import type { NotUndone } from './not-undone.ts';
import { checkPatchBody, type PatchBody } from './patch-body.ts';
import type { PlannedRow } from './plan.ts';
import type { Resolution } from './plan-rows.ts';
import { askedValue, type PlannedFieldEdit } from './planned-edit.ts';
import type { Snapshot } from './snapshot.ts';
import type { WrittenCustomer, WrittenField } from './undo-written.ts';

/** An undo names every field by itself; nothing is copied. */
export const UNDO_MERGE: MergeOptions = { copyBillingToShipping: false };

type EmailBlocks = ReadonlyMap<RowId, EmailBlock>;

/**
 * The rows of an undo, one per customer that the run wrote to: back to the values before it, in every field that
 * Atlas showed the run to have changed and that is still as the run left it. Somebody's later change wins, field by
 * field. Objects are merged into the customer as it is now, so that the rest of them stays. The e-mails are still
 * to be settled.
 */
export const undoRows = (
  written: readonly WrittenCustomer[],
  resolutions: ReadonlyMap<RowId, Resolution>,
): readonly PlannedRow[] => rowsWithout(new Map(), written, resolutions);

/** The same with its e-mails settled: where one can't go back, the row's other fields still do. */
export function settledUndoRows(
  written: readonly WrittenCustomer[],
  resolutions: ReadonlyMap<RowId, Resolution>,
  findings: EmailFindings,
): readonly PlannedRow[] {
  const rows = orderEmails(undoRows(written, resolutions), findings);
  const blocks = new Map<RowId, EmailBlock>();
  for (const row of rows) {
    if (row.action === 'blocked' && isEmailBlock(row.reason)) blocks.set(row.row, row.reason);
  }
  if (blocks.size === 0) return rows;
  return orderEmails(rowsWithout(blocks, written, resolutions), findings);
}

const rowsWithout = (
  blocks: EmailBlocks,
  written: readonly WrittenCustomer[],
  resolutions: ReadonlyMap<RowId, Resolution>,
): readonly PlannedRow[] =>
  written.map((customer, row) =>
    undoRow(row, customer, resolutions.get(row) ?? { kind: 'unread', reason: 'cancelled' }, blocks.get(row)),
  );

function undoRow(
  row: RowId,
  { line, customerId, fields }: WrittenCustomer,
  resolution: Resolution,
  emailBlock: EmailBlock | undefined,
): PlannedRow {
  const place = { row, line };
  switch (resolution.kind) {
    case 'unread':
      return { ...place, action: 'unread', reason: resolution.reason };
    case 'not_found':
      return { ...place, action: 'not_found', key: { by: 'id', text: customerId } };
    case 'denied':
      return { ...place, action: 'blocked', customerId, reason: { code: 'undo_unreadable' } };
    case 'found':
      break;
  }
  const { snapshot } = resolution;
  const decisions = fields.map((written) => decide(written, snapshot, emailBlock));
  const edits = decisions.flatMap((decision) => (decision.kind === 'edit' ? [decision.edit] : []));
  const left = decisions.flatMap((decision) => (decision.kind === 'leave' ? [decision.not] : []));
  if (edits.length === 0) {
    if (left.length === 0) return { ...place, action: 'unchanged', customerId };
    return { ...place, action: 'blocked', customerId, reason: { code: 'cant_undo', fields: left } };
  }
  const merge = mergeEdits(snapshot, edits, UNDO_MERGE);
  if (!merge.ok) return { ...place, action: 'blocked', customerId, reason: merge.error };
  const warnings = left.length === 0 ? [] : [{ code: 'not_undone', fields: left } as const];
  return { ...place, action: 'update', customerId, edits, ...merge.value, snapshot, warnings };
}

/** What becomes of one field. */
type Decision =
  | { readonly kind: 'edit'; readonly edit: PlannedFieldEdit }
  /** It is as before the run already. */
  | { readonly kind: 'back' }
  | { readonly kind: 'leave'; readonly not: NotUndone };

const leave = (not: NotUndone): Decision => ({ kind: 'leave', not });

function decide(
  { change, isSeen, edit }: WrittenField,
  { customer }: Snapshot,
  emailBlock: EmailBlock | undefined,
): Decision {
  const { field, before, after: left } = change;
  const now = fieldValue(customer, field) ?? null;
  const isAsLeft = isSameValue(now, left);
  if (before === undefined) return leave({ why: 'before_unknown', field });
  if (isSameValue(now, before)) return { kind: 'back' };
  if (!isAsLeft) return leave({ why: 'changed_since', field, left, now });
  if (!isSeen) return leave({ why: 'not_seen', field, now });
  if (!isSendable({ field, edit })) return leave({ why: 'not_sendable', field, before });
  if (field === 'email' && emailBlock) return leave({ why: 'email_blocked', field, reason: emailBlock });
  return { kind: 'edit', edit: { field, edit } };
}

/** Atlas holds values that it would not be sent: an empty e-mail, one without an @. */
export function isSendable({ field, edit }: PlannedFieldEdit): boolean {
  const shape = fieldShape(field);
  if (shape.kind !== 'plain') return true;
  const body: PatchBody = { [shape.name]: askedValue(edit) };
  return checkPatchBody(body).length === 0;
}
