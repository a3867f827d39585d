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
