import type { Change } from './change.ts';
import type { Field } from './fields.ts';
import type { PlannedUpdate } from './plan.ts';

/** What a plan does to one field, in how many customers. */
export interface FieldTotal {
  readonly field: Field;
  readonly changes: number;
  /** Those of the changes that leave nothing where something was. */
  readonly clears: number;
}

export const isClear = ({ before, after }: Change): boolean =>
  (after === null || after === '') && before !== null && before !== '';

/** By field, most changes first. */
export function fieldTotals(updates: readonly PlannedUpdate[]): readonly FieldTotal[] {
  const totals = new Map<Field, { changes: number; clears: number }>();
  for (const { changes } of updates) {
    for (const change of changes) {
      const total = totals.get(change.field) ?? { changes: 0, clears: 0 };
      total.changes++;
      if (isClear(change)) total.clears++;
      totals.set(change.field, total);
    }
  }
  return [...totals].map(([field, total]) => ({ field, ...total })).sort((a, b) => b.changes - a.changes);
}
