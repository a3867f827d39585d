import { describe, expect, it } from 'vitest';
import { leaveOut } from '../../src/core/leave-out.ts';
import type { PlannedRow } from '../../src/core/plan.ts';

const update = (row: number, after?: number): PlannedRow => ({
  row,
  line: row + 2,
  action: 'update',
  customerId: `c${row}`,
  edits: [],
  changes: [],
  body: {},
  snapshot: null,
  warnings: [],
  ...(after === undefined ? {} : { after }),
});
const unchanged: PlannedRow = { row: 3, line: 5, action: 'unchanged', customerId: 'c3' };

const actions = (rows: readonly PlannedRow[]): readonly string[] => rows.map(({ action }) => action);

describe('leaving rows out of a plan', () => {
  it('takes them out of what is sent, and nothing else', () => {
    const rows = [update(0), update(1), update(2), unchanged];
    expect(actions(leaveOut(rows, new Set([1, 3])))).toEqual(['update', 'excluded', 'update', 'unchanged']);
  });

  it('says of which rows a person left them out of the plan alone', () => {
    const rows = [update(0), update(1, 0)];
    expect(leaveOut(rows, new Set([0]), 'plan')).toMatchObject([
      { row: 0, line: 2, action: 'excluded', outOf: 'plan' },
      { row: 1, action: 'blocked' },
    ]);
    expect(leaveOut(rows, new Set([0]))[0]).toStrictEqual({ row: 0, line: 2, action: 'excluded' });
  });

  it('is the same plan where none of them would be sent', () => {
    const rows = [update(0), unchanged];
    expect(leaveOut(rows, new Set([3, 7]))).toBe(rows);
  });

  it('blocks rows that wait for the e-mail of one left out, however long the chain and in whichever order', () => {
    const rows = [update(0, 1), update(1, 2), update(2), update(3)];
    const left = leaveOut(rows, new Set([2]));
    expect(actions(left)).toEqual(['blocked', 'blocked', 'excluded', 'update']);
    expect(left[0]).toMatchObject({ customerId: 'c0', reason: { code: 'email_not_freed', line: 3 } });
  });
});
