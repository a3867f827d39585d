import type { Change } from '../../../src/core/change.ts';
import type { PlannedUpdate } from '../../../src/core/plan.ts';
import { ANNA, snapshot } from '../making.ts';

/** Rows that update a customer each, by the changes they make. */
export const updatesWith = (rows: readonly (readonly Change[])[]): readonly PlannedUpdate[] =>
  rows.map((changes, row) => ({
    row,
    line: row + 2,
    action: 'update',
    customerId: `customer ${row}`,
    edits: [],
    changes,
    body: {},
    snapshot: snapshot(ANNA),
    warnings: [],
  }));

export const times = (count: number, changes: (index: number) => readonly Change[]): (readonly Change[])[] =>
  Array.from({ length: count }, (_, index) => changes(index));
