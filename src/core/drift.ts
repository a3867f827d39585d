import { hasBefore, hasWanted } from './change.ts';
import { ADDRESS_NAMES, type AddressName, fieldValue } from './fields.ts';
import { isJsonObject, isSameValue, type JsonObject } from './json.ts';
import { type Merge, type MergeOptions, mergeEdits } from './merge.ts';
import type { Conflict } from './outcome.ts';
import type { PlannedUpdate } from './plan.ts';
import type { Snapshot } from './snapshot.ts';

/** What to do with a planned row, now that its customer was read again. */
export type Reconsidered =
  /** The edits on the fresh customer: metadata siblings that moved are carried over. */
  | { readonly kind: 'send'; readonly merge: Merge }
  | { readonly kind: 'already_so' }
  | { readonly kind: 'conflict'; readonly fields: readonly Conflict[] };

/**
 * Compares a planned row with its customer as it is just before the write. A touched field or a sibling in a
 * replaced address that moved is a conflict; a field that moved to the wanted value is not. A field that had the
 * wanted value at the dry run and has it no more is one too: nobody reviewed what writing it would change.
 */
export function reconsider(row: PlannedUpdate, fresh: Snapshot, options: MergeOptions): Reconsidered {
  const isSo = row.changes.every((change) => hasWanted(fresh.customer, change));
  const moved = isSo ? [] : [...movedFields(row, fresh), ...movedSiblings(row, fresh)];
  if (moved.length > 0) return { kind: 'conflict', fields: moved };
  const merge = mergeEdits(fresh, row.edits, options);
  // What could be merged at the dry run and can't be now has moved in a way that has no before and after. With all
  // changes there, it is in a field that was as wanted and is no more.
  if (!merge.ok) return { kind: 'conflict', fields: [] };
  const unreviewed = unreviewedChanges(row, merge.value);
  if (unreviewed.length > 0) return { kind: 'conflict', fields: unreviewed };
  return isSo ? { kind: 'already_so' } : { kind: 'send', merge: merge.value };
}

/** Changes that the row's edits would make now and did not make at the dry run. */
function unreviewedChanges(row: PlannedUpdate, { changes }: Merge): readonly Conflict[] {
  const reviewed = new Set(row.changes.map(({ field }) => field));
  return changes
    .filter(({ field }) => !reviewed.has(field))
    .map(({ field, before, after }) => ({
      field,
      planned: (row.snapshot && fieldValue(row.snapshot.customer, field)) ?? null,
      now: before ?? null,
      wanted: after,
    }));
}

function movedFields(row: PlannedUpdate, { customer }: Snapshot): readonly Conflict[] {
  return row.changes
    .filter((change) => !hasBefore(customer, change) && !hasWanted(customer, change))
    .map(({ field, before, after }) => ({
      field,
      planned: before ?? null,
      now: fieldValue(customer, field) ?? null,
      wanted: after,
    }));
}

/** Parts of an address about to be replaced that no change touches, unknown keys included. */
function movedSiblings(row: PlannedUpdate, fresh: Snapshot): readonly Conflict[] {
  const touched = new Set<string>(row.changes.map(({ field }) => field));
  return ADDRESS_NAMES.filter((address) => address in row.body).flatMap((address) => {
    const planned = objectOf(row.snapshot, address);
    const now = objectOf(fresh, address);
    const parts = new Set([...Object.keys(planned), ...Object.keys(now)]);
    return [...parts].flatMap((part) => {
      const field = `${address}.${part}`;
      const before = ownOf(planned, part);
      const after = ownOf(now, part);
      return touched.has(field) || isSameValue(before, after)
        ? []
        : [{ field, planned: before, now: after, wanted: null }];
    });
  });
}

const objectOf = (snapshot: Snapshot | null, address: AddressName): JsonObject => {
  const value = snapshot?.customer[address];
  return isJsonObject(value) ? value : {};
};

const ownOf = (object: JsonObject, key: string) =>
  Object.hasOwn(object, key) ? (object[key] ?? null) : null;
