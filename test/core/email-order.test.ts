import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EmailFinding, EmailFindings } from '../../src/core/email-finding.ts';
import { emailsToAskFor } from '../../src/core/email-moves.ts';
import { inRunOrder, orderEmails } from '../../src/core/email-order.ts';
import type { PlannedRow, PlannedUpdate } from '../../src/core/plan.ts';
import { blockText, planWarningText } from '../../src/core/words/plan.ts';

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

/** Nobody outside the plan has any of these. */
const free = (rows: readonly PlannedUpdate[]): EmailFindings =>
  new Map(rows.map(({ body }) => [String(body.email), { kind: 'free' }] as const));
const ordered = (...pairs: readonly (readonly [string, string])[]) => {
  const rows = moves(...pairs);
  return orderEmails(rows, free(rows));
};
const heldBy = (customerId: string, name = ''): EmailFinding => ({
  kind: 'held',
  holder: { customerId, name },
});
const reasons = (rows: readonly PlannedRow[]) =>
  rows.map((row) => (row.action === 'blocked' ? row.reason : undefined));

const waits = (rows: readonly PlannedRow[]) =>
  rows.map((row) => (row.action === 'update' ? (row.after ?? 'free') : row.action));
const runOrder = (rows: readonly PlannedRow[]) =>
  inRunOrder(rows.filter((row): row is PlannedUpdate => row.action === 'update')).map(({ row }) => row);

describe('e-mails that move between customers', () => {
  it('wait for the row that frees them, along the whole chain', () => {
    const rows = ordered(['a', 'b'], ['b', 'c'], ['c', 'new'], ['x', 'y']);
    expect(waits(rows)).toStrictEqual([1, 2, 'free', 'free']);
    expect(runOrder(rows)).toStrictEqual([2, 1, 0, 3]);
  });

  it('are blocked in a circle, which names the lines of the others', () => {
    const rows = ordered(['a', 'b'], ['b', 'c'], ['x', 'y'], ['c', 'a']);
    expect(reasons(rows)).toStrictEqual([
      { code: 'email_swap', lines: [3, 5] },
      { code: 'email_swap', lines: [2, 5] },
      undefined,
      { code: 'email_swap', lines: [2, 3] },
    ]);
  });

  it('are blocked where two rows want the same one, with whoever waits for them', () => {
    const rows = ordered(['a', 'n'], ['b', 'n'], ['c', 'b'], ['d', 'c'], ['e', 'f'], ['g', 'N']);
    expect(reasons(rows)).toStrictEqual([
      { code: 'email_wanted_twice', lines: [3] },
      { code: 'email_wanted_twice', lines: [2] },
      { code: 'email_not_freed', line: 3 },
      { code: 'email_not_freed', line: 4 },
      undefined,
      undefined,
    ]);
  });

  it('are blocked where two rows want the one that a circle goes round with', () => {
    const rows = ordered(['a', 'b'], ['b', 'a'], ['c', 'a'], ['d', 'c']);
    expect(waits(rows)).toStrictEqual(['blocked', 'blocked', 'blocked', 'blocked']);
  });

  it('are ordered in a chain as long as a big sheet, and blocked in a circle of that length', () => {
    const length = 30_000;
    const pairs = Array.from({ length }, (_, at) => [`e${at}`, `e${at + 1}`] as const);
    const started = performance.now();
    const chain = ordered(...pairs);
    expect(runOrder(chain)).toStrictEqual(pairs.map((_, at) => length - 1 - at));
    const circle = ordered(...pairs, [`e${length}`, 'e0']);
    expect(circle.every(({ action }) => action === 'blocked')).toBe(true);
    expect(reasons(circle)[0]).toHaveProperty('lines.length', 10);
    // Looking at each row once takes a tenth of a second; at each for each, minutes.
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('do not concern rows that change no e-mail', () => {
    const [first, second] = moves(['a', 'b'], ['b', 'new']);
    if (!first || !second) throw new Error('There should be two rows');
    const phone = { field: 'phone', before: 'b', after: 'a' } as const;
    const other: PlannedUpdate = { ...first, row: 2, line: 4, changes: [phone] };
    const both: PlannedUpdate = { ...second, changes: [phone, ...second.changes] };
    const unchanged: PlannedRow = { row: 3, line: 5, action: 'unchanged', customerId: 'x' };
    const rows = orderEmails([first, both, other, unchanged], free([first, both]));
    expect(waits(rows)).toStrictEqual([1, 'free', 'free', 'unchanged']);
    expect(rows.slice(1)).toStrictEqual([both, other, unchanged]);
  });

  it.each([null, ''])('are freed by nobody where there was none: %j', (none) => {
    const [gains, loses] = moves(['a', 'b'], ['c', 'd']);
    if (!gains || !loses) throw new Error('There should be two rows');
    const rows = orderEmails(
      [
        { ...gains, changes: [{ field: 'email', before: none, after: 'b' }] },
        { ...loses, changes: [{ field: 'email', before: 'c', after: none }] },
      ],
      free([gains]),
    );
    expect(waits(rows)).toStrictEqual(['free', 'free']);
  });

  it('do not wait for an e-mail in another spelling, as Atlas has it', () => {
    expect(waits(ordered(['a', 'B'], ['b', 'c']))).toStrictEqual(['free', 'free']);
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
        const rows = ordered(...moving);
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

describe('an e-mail that a row would set', () => {
  const [row] = moves(['a', 'b']);
  const update = row as PlannedUpdate;

  it('blocks its row where somebody outside the plan has it, and says who', () => {
    const [taken] = orderEmails([update], new Map([['b', heldBy('id-9', 'Ben')]]));
    expect(taken).toStrictEqual({
      row: 0,
      line: 2,
      action: 'blocked',
      customerId: 'id-0',
      reason: { code: 'email_taken', holder: { customerId: 'id-9', name: 'Ben' } },
    });
    expect(taken?.action === 'blocked' && blockText(taken.reason)).toBe(
      'The new e-mail belongs to another customer: “Ben” (id-9). Atlas allows an e-mail only once.',
    );
    const [nameless] = orderEmails([update], new Map([['b', heldBy('id-9')]]));
    expect(nameless?.action === 'blocked' && blockText(nameless.reason)).toContain('customer: id-9.');
  });

  it('blocks its row where a row of the plan has it and keeps it', () => {
    const keeping: PlannedRow = { row: 1, line: 3, action: 'unchanged', customerId: 'id-1' };
    const rows = orderEmails([update, keeping], new Map([['b', heldBy('id-1')]]));
    expect(reasons(rows)).toMatchObject([{ code: 'email_taken' }, undefined]);
  });

  it('blocks with it whoever waits for its row', () => {
    const rows = orderEmails(moves(['a', 'b'], ['c', 'a']), new Map([['b', heldBy('id-9')]]));
    expect(reasons(rows)).toMatchObject([{ code: 'email_taken' }, { code: 'email_not_freed', line: 2 }]);
  });

  it('is waited for where the row of the customer who has it gives it up', () => {
    const rows = orderEmails(
      moves(['a', 'b'], ['b', 'c']),
      new Map([
        ['b', heldBy('id-1')],
        ['c', { kind: 'free' }],
      ]),
    );
    expect(rows).toMatchObject([{ after: 1, warnings: [] }, { warnings: [] }]);
  });

  it('is not waited for where it has moved on to somebody else', () => {
    const rows = orderEmails(moves(['a', 'b'], ['b', 'c']), new Map([['b', heldBy('id-9')]]));
    expect(reasons(rows)).toMatchObject([{ code: 'email_taken' }, undefined]);
  });

  it('may be its own customer’s, as was seen since', () => {
    expect(orderEmails([update], new Map([['b', heldBy('id-0')]]))).toMatchObject([
      { action: 'update', warnings: [] },
    ]);
  });

  it('is a warning where nobody looked, and never taken for free', () => {
    const notChecked: EmailFinding = { kind: 'not_checked', why: 'too_many' };
    const [known] = orderEmails([update], new Map([['b', notChecked]]));
    const [unknown] = orderEmails([update], new Map());
    expect(known).toHaveProperty('warnings', [{ code: 'email_not_checked', why: 'too_many' }]);
    expect(unknown).toHaveProperty('warnings', [{ code: 'email_not_checked', why: 'cancelled' }]);
    expect(planWarningText({ code: 'email_not_checked', why: 'too_many' })).toBe(
      'Not checked whether another customer has the new e-mail: there are too many to look up each. If so, Atlas refuses this row.',
    );
  });

  it('is asked for once, and not where the answer is known or makes no difference', () => {
    const rows = moves(['a', 'b'], ['b', 'new'], ['c', 'twice'], ['d', 'twice'], ['e', 'seen'], ['f', 'F']);
    expect(emailsToAskFor(rows, new Map([['seen', heldBy('id-9')]]))).toStrictEqual(['new', 'F']);
  });
});
