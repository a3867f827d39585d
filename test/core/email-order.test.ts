import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inRunOrder, orderEmails } from '../../src/core/email-order.ts';
import type { PlannedRow, PlannedUpdate } from '../../src/core/plan.ts';

/** Rows in which customer `before` takes the e-mail `after`. */
const moves = (...pairs: readonly (readonly [string, string])[]): readonly PlannedUpdate[] =>
  pairs.map(([before, after], row) => ({
    row,
    line: row + 2,
    action: 'update',
    customerId: `id-${row}`,
    edits: [{ field: 'email', edit: { kind: 'set', value: after } }],
    changes: [{ field: 'email', before, after }],
    body: { email: after },
    snapshot: null,
    warnings: [],
  }));

const waits = (rows: readonly PlannedRow[]) =>
  rows.map((row) => (row.action === 'update' ? (row.after ?? 'free') : row.action));
const runOrder = (rows: readonly PlannedRow[]) =>
  inRunOrder(rows.filter((row): row is PlannedUpdate => row.action === 'update')).map(({ row }) => row);

describe('e-mails that move between customers', () => {
  it('wait for the row that frees them, along the whole chain', () => {
    const rows = orderEmails(moves(['a', 'b'], ['b', 'c'], ['c', 'new'], ['x', 'y']));
    expect(waits(rows)).toStrictEqual([1, 2, 'free', 'free']);
    expect(runOrder(rows)).toStrictEqual([2, 1, 0, 3]);
  });

  it('are blocked in a circle, with whoever waits for it', () => {
    const rows = orderEmails(moves(['a', 'b'], ['b', 'a'], ['c', 'a'], ['d', 'c'], ['e', 'f']));
    expect(waits(rows)).toStrictEqual(['blocked', 'blocked', 'blocked', 'blocked', 'free']);
    expect(rows.map((row) => (row.action === 'blocked' ? row.reason : undefined))).toStrictEqual([
      { code: 'email_swap', lines: [3] },
      { code: 'email_swap', lines: [2] },
      { code: 'email_not_freed', line: 2 },
      { code: 'email_not_freed', line: 4 },
      undefined,
    ]);
  });

  it('are blocked in a circle of three, each row with the other two in the order in which they move', () => {
    const rows = orderEmails(moves(['d', 'b'], ['a', 'b'], ['b', 'c'], ['c', 'a']));
    expect(rows.map((row) => (row.action === 'blocked' ? row.reason : undefined))).toStrictEqual([
      { code: 'email_not_freed', line: 4 },
      { code: 'email_swap', lines: [4, 5] },
      { code: 'email_swap', lines: [5, 3] },
      { code: 'email_swap', lines: [4, 3] },
    ]);
  });

  it('do not concern rows that change no e-mail', () => {
    const [first, second] = moves(['a', 'b'], ['b', 'new']);
    if (!first || !second) throw new Error('There should be two rows');
    const phone = { field: 'phone', before: 'b', after: 'a' } as const;
    const other: PlannedUpdate = { ...first, row: 2, line: 4, changes: [phone] };
    const both: PlannedUpdate = { ...second, changes: [phone, ...second.changes] };
    const unchanged: PlannedRow = { row: 3, line: 5, action: 'unchanged', customerId: 'x' };
    const rows = orderEmails([first, both, other, unchanged]);
    expect(waits(rows)).toStrictEqual([1, 'free', 'free', 'unchanged']);
    expect(rows.slice(1)).toStrictEqual([both, other, unchanged]);
  });

  it.each([null, ''])('are freed by nobody where there was none: %j', (none) => {
    const [gains, loses] = moves(['a', 'b'], ['c', 'd']);
    if (!gains || !loses) throw new Error('There should be two rows');
    const rows = orderEmails([
      { ...gains, changes: [{ field: 'email', before: none, after: 'b' }] },
      { ...loses, changes: [{ field: 'email', before: 'c', after: none }] },
    ]);
    expect(waits(rows)).toStrictEqual(['free', 'free']);
  });

  it('do not wait for an e-mail in another spelling, as Atlas has it', () => {
    expect(waits(orderEmails(moves(['a', 'B'], ['b', 'c'])))).toStrictEqual(['free', 'free']);
  });

  it('never wait for each other for ever, however they move', () => {
    const names = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), {
      minLength: 2,
    });
    const some = names.chain((befores) =>
      fc
        .shuffledSubarray([...befores, 'x', 'y'], { minLength: befores.length, maxLength: befores.length })
        .map((afters) => befores.map((before, at) => [before, afters[at] ?? ''] as const)),
    );
    fc.assert(
      fc.property(some, (pairs) => {
        const moving = pairs.filter(([before, after]) => before !== after);
        const rows = orderEmails(moves(...moving));
        expect(rows.map(({ row }) => row)).toStrictEqual(moving.map((_, row) => row));
        const order = runOrder(rows);
        const taken = new Set(moving.map(([before]) => before));
        for (const row of order) {
          const [before, after] = moving[row] ?? ['', ''];
          expect(taken.has(after)).toBe(false);
          taken.delete(before);
          taken.add(after);
        }
        expect(order).toHaveLength(rows.filter(({ action }) => action === 'update').length);
      }),
      { numRuns: 2000 },
    );
  });
});
