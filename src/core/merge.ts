import type { BlockReason } from './block-reason.ts';
import type { Change } from './change.ts';
import {
  ADDRESS_NAMES,
  ADDRESS_PARTS,
  type AddressName,
  addressField,
  fieldShape,
  fieldValue,
  ownValue,
} from './fields.ts';
import { isJsonObject, isSameValue, type JsonObject, type JsonValue } from './json.ts';
import { checkPatchBody, type PatchBody } from './patch-body.ts';
import { askedValue, type PlannedEdit, type PlannedFieldEdit } from './planned-edit.ts';
import { err, ok, type Result } from './result.ts';
import type { Snapshot } from './snapshot.ts';
import { typedLike } from './typed-metadata.ts';

/** What to send, and what it changes. Both are empty where the customer already has every value. */
export interface Merge {
  readonly body: PatchBody;
  readonly changes: readonly Change[];
}

export interface MergeOptions {
  readonly copyBillingToShipping: boolean;
}

type Body = Record<string, JsonValue>;

/**
 * The edits put on a customer. Atlas replaces addresses and metadata whole, so the object sent is the current
 * one with the edits in it, unknown keys kept exactly. Objects in which nothing changes are not sent.
 */
export function mergeEdits(
  snapshot: Snapshot,
  edits: readonly PlannedFieldEdit[],
  options: MergeOptions,
): Result<Merge, BlockReason> {
  const body: Body = {};
  const changes: Change[] = [];
  mergePlainFields(snapshot, edits, body, changes);
  const addresses = mergeAddresses(snapshot, edits, options, body, changes);
  if (!addresses.ok) return addresses;
  const metadata = mergeMetadata(snapshot, edits, body, changes);
  if (!metadata.ok) return metadata;
  const [problem] = checkPatchBody(body);
  if (problem) return err({ code: 'body_refused', field: problem.path.join('.'), why: problem.message });
  return ok({ body, changes });
}

/** Where the current value is not known, a plain field is sent as asked. */
export function mergePlainFields(
  snapshot: Snapshot | undefined,
  edits: readonly PlannedFieldEdit[],
  body: Body,
  changes: Change[],
): void {
  for (const { field, edit } of edits) {
    const shape = fieldShape(field);
    if (shape.kind !== 'plain') continue;
    const after = askedValue(edit);
    if (snapshot === undefined) {
      changes.push({ field, after });
    } else {
      const before = fieldValue(snapshot.customer, field) ?? null;
      if (isSameValue(before, after)) continue;
      changes.push({ field, before, after });
    }
    body[shape.name] = after;
  }
}

function mergeAddresses(
  snapshot: Snapshot,
  edits: readonly PlannedFieldEdit[],
  { copyBillingToShipping }: MergeOptions,
  body: Body,
  changes: Change[],
): Result<void, BlockReason> {
  let copied: JsonObject | null | undefined;
  for (const address of ADDRESS_NAMES) {
    const parts = editsOfAddress(edits, address);
    const isCopy = address === 'shipping_address' && copied !== undefined;
    if (parts.size === 0 && !isCopy) continue;
    const current = currentObject(snapshot, address);
    if (!current.ok) return current;
    const next = isCopy ? (copied ?? null) : withParts(current.value, parts);
    if (copyBillingToShipping && address === 'billing_address') copied = next;
    const changed = changedParts(address, current.value, next ?? {});
    // A copy that differs in unknown keys only would be sent with nothing to review.
    if (changed.length === 0) continue;
    const source = isCopy ? 'billing_address' : address;
    if (snapshot.lossyObjects.includes(source) && next !== null)
      return err({ code: 'number_would_change', object: source });
    body[address] = next;
    changes.push(...changed);
  }
  return ok(undefined);
}

const changedParts = (address: AddressName, current: JsonObject, next: JsonObject): readonly Change[] =>
  ADDRESS_PARTS.flatMap((part) => {
    const before = ownValue(current, part) ?? null;
    const after = ownValue(next, part) ?? null;
    return isSameValue(before, after) ? [] : [{ field: addressField(address, part), before, after }];
  });

function editsOfAddress(
  edits: readonly PlannedFieldEdit[],
  address: AddressName,
): ReadonlyMap<string, PlannedEdit> {
  const parts = new Map<string, PlannedEdit>();
  for (const { field, edit } of edits) {
    const shape = fieldShape(field);
    if (shape.kind === 'address' && shape.address === address) parts.set(shape.part, edit);
  }
  return parts;
}

/** A cleared part is left out; an address with nothing left is `null`. */
export function withParts(current: JsonObject, parts: ReadonlyMap<string, PlannedEdit>): JsonObject | null {
  let next = current;
  for (const [part, edit] of parts)
    next = edit.kind === 'clear' ? withoutKey(next, part) : withKey(next, part, edit.value);
  return Object.values(next).every((value) => isSameValue(value, null)) ? null : next;
}

function mergeMetadata(
  snapshot: Snapshot,
  edits: readonly PlannedFieldEdit[],
  body: Body,
  changes: Change[],
): Result<void, BlockReason> {
  const metadataEdits = edits.filter(({ field }) => fieldShape(field).kind === 'metadata');
  if (metadataEdits.length === 0) return ok(undefined);
  const current = currentObject(snapshot, 'metadata');
  if (!current.ok) return current;
  let next = current.value;
  for (const { field, edit } of metadataEdits) {
    const shape = fieldShape(field);
    if (shape.kind !== 'metadata') continue;
    const before = ownValue(current.value, shape.key) ?? null;
    const typed = typedLike(before, edit, `metadata.${shape.key}`);
    if (!typed.ok) return typed;
    const after = typed.value;
    if (isSameValue(before, after)) continue;
    next = edit.kind === 'clear' ? withoutKey(next, shape.key) : withKey(next, shape.key, after);
    changes.push({ field, before, after });
  }
  if (next === current.value) return ok(undefined);
  if (snapshot.lossyObjects.includes('metadata'))
    return err({ code: 'number_would_change', object: 'metadata' });
  body['metadata'] = next;
  return ok(undefined);
}

function currentObject(
  snapshot: Snapshot,
  object: 'billing_address' | 'shipping_address' | 'metadata',
): Result<JsonObject, BlockReason> {
  const current = snapshot.customer[object] ?? {};
  return isJsonObject(current) ? ok(current) : err({ code: 'unexpected_value', object });
}

/** Spreading and computed keys define own properties, so that a key called `__proto__` is one like any other. */
const withKey = (object: JsonObject, key: string, value: JsonValue): JsonObject => ({
  ...object,
  [key]: value,
});

const withoutKey = (object: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
