import type { BlockReason } from './block-reason.ts';
import { isError, type RowId } from './diagnostic.ts';
import { rowsOf } from './edited-sheet.ts';
import { fieldValue } from './fields.ts';
import { isSameValue, type JsonValue } from './json.ts';
import { type MergeOptions, mergeEdits } from './merge.ts';
import { mergeBlind } from './merge-blind.ts';
import type { PlannedRow, UnreadReason } from './plan.ts';
import { planWarnings } from './plan-warnings.ts';
import type { RowCheck, RowReading } from './row-reading.ts';
import { lineOf } from './sheet.ts';
import type { Snapshot } from './snapshot.ts';
import { parseBoolean } from './tokens.ts';
import type { ValidatedSheet } from './validate.ts';

/** What the dry run found out about a row's customer. */
export type Resolution =
  | { readonly kind: 'found'; readonly snapshot: Snapshot }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'unread'; readonly reason: UnreadReason }
  /** The key may write but not read. */
  | { readonly kind: 'denied' };

export const mergeOptionsOf = ({ mapping }: ValidatedSheet): MergeOptions => ({
  copyBillingToShipping: mapping.copyBillingToShipping,
});

/**
 * Plans every row of a sheet by what was found out about its customer. Pure: reading is the caller's. The e-mails
 * that rows set are still to be settled: see `orderEmails`.
 */
export function planRows(
  validated: ValidatedSheet,
  resolutions: ReadonlyMap<RowId, Resolution>,
): readonly PlannedRow[] {
  const lines = linesByCustomer(validated, resolutions);
  const { sheet } = validated.edited;
  return Array.from(rowsOf(validated.edited), (row): PlannedRow => {
    const place = { row, line: lineOf(sheet, row) };
    const state = validated.stateOf(row);
    if (state === 'excluded') {
      const same = validated.sameAs(row);
      return { ...place, action: 'excluded', ...(same !== undefined && { sameAsLine: lineOf(sheet, same) }) };
    }
    const reading = validated.read(row);
    if (state === 'invalid') {
      const messages = reading.diagnostics.filter(isError).map(({ message }) => message);
      return { ...place, action: 'invalid', messages };
    }
    const resolution = resolutions.get(row) ?? { kind: 'unread', reason: 'cancelled' };
    const same =
      lines.get(customerKey(resolution, () => reading))?.filter((line) => line !== place.line) ?? [];
    return planRow(place, reading, resolution, same, mergeOptionsOf(validated));
  });
}

function planRow(
  place: { readonly row: RowId; readonly line: number },
  reading: RowReading,
  resolution: Resolution,
  linesOfSameCustomer: readonly number[],
  options: MergeOptions,
): PlannedRow {
  if (resolution.kind === 'unread') return { ...place, action: 'unread', reason: resolution.reason };
  if (resolution.kind === 'not_found') {
    return { ...place, action: 'not_found', key: reading.key ?? { by: 'id', text: '' } };
  }
  const snapshot = resolution.kind === 'found' ? resolution.snapshot : null;
  const customerId = snapshot?.customer.id ?? reading.key?.text ?? '';
  const blocked = (reason: BlockReason): PlannedRow => ({ ...place, action: 'blocked', customerId, reason });
  if (linesOfSameCustomer.length > 0) return blocked({ code: 'same_customer', lines: linesOfSameCustomer });
  const failed = snapshot && reading.checks.find((check) => !checkHolds(snapshot, check));
  if (failed) {
    const found = fieldValue(snapshot.customer, failed.field) ?? null;
    return blocked({ code: 'check_failed', field: failed.field, expected: failed.text, found });
  }
  const merge = snapshot ? mergeEdits(snapshot, reading.edits, options) : mergeBlind(reading, options);
  if (!merge.ok) return blocked(merge.error);
  const { body, changes } = merge.value;
  if (Object.keys(body).length === 0) return { ...place, action: 'unchanged', customerId };
  const warnings = snapshot ? planWarnings(snapshot, merge.value, reading.edits) : [];
  return { ...place, action: 'update', customerId, edits: reading.edits, changes, body, snapshot, warnings };
}

/** A check compares what people see: outer spaces do not count, and a boolean may be written as people write it. */
function checkHolds({ customer }: Snapshot, { field, text }: RowCheck): boolean {
  const current: JsonValue = fieldValue(customer, field) ?? null;
  if (typeof current === 'boolean') return parseBoolean(text) === current;
  const shown = typeof current === 'number' ? String(current) : current;
  return isSameValue(typeof shown === 'string' ? shown.trim() : shown, text.trim());
}

/** Rows that reach one customer, judged on Atlas' own ids: capitals in an id, an id row and an e-mail row. */
function linesByCustomer(
  validated: ValidatedSheet,
  resolutions: ReadonlyMap<RowId, Resolution>,
): ReadonlyMap<string | undefined, readonly number[]> {
  const lines = new Map<string | undefined, number[]>();
  for (const [row, resolution] of resolutions) {
    const key = customerKey(resolution, () => validated.read(row));
    if (key === undefined) continue;
    const line = lineOf(validated.edited.sheet, row);
    const others = lines.get(key);
    if (others) others.push(line);
    else lines.set(key, [line]);
  }
  return lines;
}

function customerKey(resolution: Resolution, read: () => RowReading): string | undefined {
  if (resolution.kind === 'found') return resolution.snapshot.customer.id;
  return resolution.kind === 'denied' ? read().key?.text.toLowerCase() : undefined;
}
