import type { BlockReason } from './block-reason.ts';
import type { Change } from './change.ts';
import type { FieldEdit } from './edits.ts';
import { ADDRESS_NAMES, addressFields, type Field, fieldShape } from './fields.ts';
import type { JsonValue } from './json.ts';
import { type Merge, type MergeOptions, mergePlainFields, withParts } from './merge.ts';
import { checkPatchBody } from './patch-body.ts';
import { err, ok, type Result } from './result.ts';
import type { RowReading } from './row-reading.ts';

/**
 * What to send where reading is denied and current values are unknown: plain fields as asked, an address only
 * when all six of its parts are given (an unknown one would be lost), metadata never.
 */
export function mergeBlind(
  reading: Pick<RowReading, 'edits' | 'checks' | 'key'>,
  { copyBillingToShipping }: MergeOptions,
): Result<Merge, BlockReason> {
  const { edits, checks, key } = reading;
  if (key?.by === 'email') return err({ code: 'email_key_unreadable' });
  if (checks.length > 0) return err({ code: 'check_unreadable' });
  if (edits.some(({ field }) => fieldShape(field).kind === 'metadata'))
    return err({ code: 'metadata_unreadable' });

  const body: Record<string, JsonValue> = {};
  const changes: Change[] = [];
  mergePlainFields(undefined, edits, body, changes);
  for (const address of ADDRESS_NAMES) {
    const given = edits.filter(({ field }) => addressFields(address).some((part) => part === field));
    if (given.length === 0) continue;
    const missing = addressFields(address).filter((part) => !given.some(({ field }) => field === part));
    if (missing.length > 0) return err({ code: 'address_incomplete', address, missing });
    body[address] = withParts({}, partsOf(given));
    const parts = given.map(({ field, edit }) => ({ field, after: edit.kind === 'set' ? edit.value : null }));
    changes.push(...parts);
    if (!copyBillingToShipping || address !== 'billing_address') continue;
    body['shipping_address'] = body[address];
    changes.push(...parts.map(({ field, after }) => ({ field: shippingFieldOf(field), after })));
  }
  const [problem] = checkPatchBody(body);
  if (problem) return err({ code: 'body_refused', field: problem.path.join('.'), why: problem.message });
  return ok({ body, changes });
}

const shippingFieldOf = (field: Field): Field =>
  field.replace(/^billing_address/, 'shipping_address') as Field;

const partsOf = (given: readonly FieldEdit[]): ReadonlyMap<string, FieldEdit['edit']> =>
  new Map(given.map(({ field, edit }) => [field.slice(field.indexOf('.') + 1), edit] as const));
