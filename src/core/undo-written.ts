import type { Change } from './change.ts';
import { fieldValue } from './fields.ts';
import { isSameValue, type JsonValue } from './json.ts';
import { type Plan, type PlannedUpdate, updatesOf } from './plan.ts';
import type { PlannedEdit } from './planned-edit.ts';
import type { RunRow, RunState } from './run.ts';

/** A customer that a run wrote to, or may have. */
export interface WrittenCustomer {
  readonly customerId: string;
  /** Of the run's row, so that a person finds it in the file. */
  readonly line: number;
  readonly fields: readonly WrittenField[];
}

export interface WrittenField {
  readonly change: Change;
  /** Atlas showed the run's value when the row ended: what may be taken back. */
  readonly isSeen: boolean;
  /** Puts the value from before back. */
  readonly edit: PlannedEdit;
}

/** Every customer that a run wrote to, or may have, one each, in the order of its rows. */
export function writtenCustomers(
  plan: Pick<Plan, 'rows'>,
  run: Pick<RunState, 'rows'>,
): readonly WrittenCustomer[] {
  const written = new Map<string, WrittenCustomer>();
  for (const update of updatesOf(plan)) {
    const fields = writtenFields(update, run.rows.get(update.row));
    if (fields.length === 0) continue;
    const { customerId, line } = update;
    const key = customerId.toLowerCase();
    const earlier = written.get(key);
    written.set(
      key,
      earlier ? { ...earlier, fields: bothOf(earlier.fields, fields) } : { customerId, line, fields },
    );
  }
  return [...written.values()];
}

function writtenFields(update: PlannedUpdate, runRow: RunRow | undefined): readonly WrittenField[] {
  if (!runRow || runRow.attempts.length === 0) return [];
  const { changes, outcome } = runRow;
  switch (outcome?.state) {
    case 'applied':
    case 'partly_applied': {
      const { seen } = outcome;
      // What Atlas answered without was not written.
      return changes.filter((change) => isIn(seen, change)).map((change) => fieldOf(update, change, true));
    }
    case 'unknown': {
      const { seen } = outcome;
      return changes.map((change) => fieldOf(update, change, isIn(seen, change)));
    }
    // The run died while the row was on its way.
    case undefined:
      return changes.map((change) => fieldOf(update, change, false));
    case 'not_applied':
    case 'already_so':
    case 'conflict':
    case 'rejected':
    case 'failed':
    case 'not_attempted':
      return [];
  }
}

const isIn = (
  seen: readonly { readonly field: string; readonly value: JsonValue }[],
  change: Change,
): boolean => seen.some(({ field, value }) => field === change.field && isSameValue(value, change.after));

const fieldOf = (update: PlannedUpdate, change: Change, isSeen: boolean): WrittenField => ({
  change,
  isSeen,
  edit: restoring(update, change),
});

/** In a change `null` stands for "not there" and for `null` itself; the customer as planned tells which it was. */
export function restoring({ snapshot }: PlannedUpdate, { field, before = null }: Change): PlannedEdit {
  const wasNull = snapshot !== null && fieldValue(snapshot.customer, field) === null;
  return before === null && !wasNull ? { kind: 'clear' } : { kind: 'restore', value: before };
}

/** Two rows of one customer, which no plan has: back to before the first, if it is as the last one left it. */
function bothOf(first: readonly WrittenField[], later: readonly WrittenField[]): readonly WrittenField[] {
  const merged = new Map(first.map((written) => [written.change.field, written]));
  for (const next of later) {
    const { field: name, after } = next.change;
    const before = merged.get(name);
    if (!before) merged.set(name, next);
    else
      merged.set(name, {
        ...before,
        change: { ...before.change, after },
        isSeen: before.isSeen && next.isSeen,
      });
  }
  return [...merged.values()];
}
