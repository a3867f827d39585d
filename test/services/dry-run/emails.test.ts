import { describe, expect, it } from 'vitest';
import { countActions, type Plan } from '../../../src/core/plan.ts';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import type { PracticeServer } from '../../../src/practice/server.ts';
import { connect } from '../support/connect.ts';
import { customer, customers, emailOf, idOf } from '../support/customers.ts';
import { expectFaultsMet, practiceWith } from '../support/practice.ts';
import { dryRunOf, outcomesOf, planOf, start } from '../support/running.ts';
import { sheetOf } from '../support/sheet.ts';

const emailsFor = (...pairs: readonly (readonly [number, string])[]) => [
  ['id', 'email'],
  ...pairs.map(([number, email]) => [idOf(number), email]),
];
const lookUps = (practice: PracticeServer) =>
  practice.requests().flatMap(({ query }) => new URLSearchParams(query).get('email') ?? []);
const warnings = (plan: Plan) =>
  plan.rows.map((row) => (row.action === 'update' ? row.warnings : row.action));
const unchecked = (count: number, why: string) =>
  Array.from({ length: count }, () => [{ code: 'email_not_checked', why }]);
const NEW = 'new@fictional.example';

describe('an e-mail that a row would set', () => {
  it('is looked up once by the exact filter, and only where it changes', async () => {
    const practice = await practiceWith({ customers: customers(5_000) });
    const plan = await planOf(
      emailsFor([1, NEW], [2, emailOf(2)], [3, emailOf(4_000)], [4, emailOf(4).toUpperCase()]),
      connect(practice),
    );
    expect(plan.rows).toMatchObject([
      { action: 'update', warnings: [] },
      { action: 'unchanged' },
      {
        action: 'blocked',
        reason: {
          code: 'email_taken',
          holder: { customerId: idOf(4_000), name: 'Fictional Company 4000' },
        },
      },
      { action: 'update', warnings: [] },
    ]);
    expect(lookUps(practice).toSorted()).toStrictEqual(
      [NEW, emailOf(4_000), emailOf(4).toUpperCase()].toSorted(),
    );
  });

  it('is not asked for where the listing showed who has it', async () => {
    const practice = await practiceWith({ customers: customers(30) });
    const plan = await planOf(emailsFor([1, emailOf(20)], [2, emailOf(3)], [3, NEW]), connect(practice));
    expect(plan.rows).toMatchObject([
      { action: 'blocked', reason: { code: 'email_taken', holder: { customerId: idOf(20) } } },
      { action: 'update', after: 2 },
      { action: 'update' },
    ]);
    expect(lookUps(practice)).toStrictEqual([NEW]);
  });

  it('held by a row that keeps it blocks, though nobody outside the plan has it', async () => {
    const practice = await practiceWith({ customers: customers(5_000) });
    const rows = [
      ['id', 'email', 'phone'],
      [idOf(1), emailOf(2), ''],
      [idOf(2), '', '+1'],
    ];
    const plan = await planOf(rows, connect(practice));
    expect(plan.rows).toMatchObject([
      { action: 'blocked', reason: { code: 'email_taken', holder: { customerId: idOf(2) } } },
      { action: 'update' },
    ]);
    expect(lookUps(practice)).toStrictEqual([]);
  });

  it('taken along a long chain is written from its free end, and all of it is applied', async () => {
    const practice = await practiceWith({ customers: customers(60) });
    const connected = connect(practice);
    const pairs = Array.from({ length: 50 }, (_, at) => [at + 1, at < 49 ? emailOf(at + 2) : NEW] as const);
    const plan = await planOf(emailsFor(...pairs), connected);
    expect(countActions(plan.rows).update).toBe(50);
    const state = await start(plan, connected).done;
    expect(outcomesOf(plan, state).every((outcome) => outcome.state === 'applied')).toBe(true);
    for (const [number, email] of pairs) expect(practice.customer(idOf(number))?.email).toBe(email);
  });
});

describe('an e-mail that could not be looked up is a warning', () => {
  it('where listing is not allowed', async () => {
    const practice = await practiceWith({ customers: customers(5), reading: { list: 403 } });
    const plan = await planOf(emailsFor([1, NEW], [2, emailOf(5)]), connect(practice));
    expect(warnings(plan)).toStrictEqual(unchecked(2, 'denied'));
    expect(lookUps(practice)).toStrictEqual([]);
  });

  it('where nothing may be read', async () => {
    const practice = await practiceWith({ customers: customers(5), reading: { list: 403, byId: 405 } });
    const plan = await planOf(emailsFor([1, NEW]), connect(practice));
    expect(warnings(plan)).toStrictEqual([[{ code: 'email_not_checked', why: 'denied' }]]);
    expect(practice.requests()).toHaveLength(2);
  });

  it('where only the look-up is refused, and that is asked no more than is under way', async () => {
    const practice = await practiceWith({
      customers: customers(40),
      faults: [
        {
          name: 'no filter',
          match: { query: 'email=' },
          when: { kind: 'always' },
          effect: { kind: 'answer', status: 403 },
        },
      ],
    });
    const pairs = Array.from({ length: 30 }, (_, at) => [at + 1, `n${at}@b.example`] as const);
    const plan = await planOf(emailsFor(...pairs), connect(practice));
    expect(warnings(plan)).toStrictEqual(unchecked(30, 'denied'));
    expect(lookUps(practice).length).toBeLessThanOrEqual(8);
    expectFaultsMet(practice);
  });

  it('where Atlas keeps failing for it; the others are known', async () => {
    const practice = await practiceWith({
      customers: customers(5),
      faults: [
        {
          name: 'broken',
          match: { query: 'email=bad' },
          when: { kind: 'always' },
          effect: recipes.serverError,
        },
      ],
    });
    const plan = await planOf(emailsFor([1, 'bad@b.example'], [2, NEW]), connect(practice));
    expect(warnings(plan)).toStrictEqual([[{ code: 'email_not_checked', why: 'server_error' }], []]);
    expectFaultsMet(practice);
  });

  it('where the dry run was cancelled before; what was read stays', async () => {
    const practice = await practiceWith({ customers: customers(5) });
    const connected = connect(practice);
    const cancelling = new AbortController();
    const left: number[] = [];
    const plan = await dryRunOf(
      sheetOf(emailsFor([1, NEW], [2, 'b@b.example'], [3, 'c@b.example'])),
      connected,
      {
        concurrency: 1,
        patience: { clock: connected.clock, random: () => 0.5, tries: 5, signal: cancelling.signal },
        onProgress: ({ done, total, requestsLeft }) => {
          expect([done, total]).toStrictEqual([3, 3]);
          left.push(requestsLeft);
          if (requestsLeft === 2) cancelling.abort();
        },
      },
    );
    expect(plan.ok && warnings(plan.value)).toStrictEqual([
      [],
      [{ code: 'email_not_checked', why: 'cancelled' }],
      [{ code: 'email_not_checked', why: 'cancelled' }],
    ]);
    // Time left counts the look-ups from the first page on.
    expect(left).toStrictEqual([3, 2, 1, 0]);
    expect(lookUps(practice)).toHaveLength(1);
  });

  it('but a key that is rejected meanwhile ends the dry run', async () => {
    const practice = await practiceWith({ customers: customers(5) });
    const plan = await dryRunOf(sheetOf(emailsFor([1, NEW])), connect(practice), {
      onProgress: () => {
        if (practice.requests().length === 2) practice.revokeKey('sk_test_practice');
      },
    });
    expect(plan).toStrictEqual({ ok: false, error: { code: 'key_rejected' } });
  });
});

describe('more e-mails than can be asked for one by one', () => {
  const many = 700;
  const pairs = Array.from({ length: many }, (_, at) => [at + 1, `n${at}@b.example`] as const);

  it('are answered by a listing that showed every customer, read on to its end', async () => {
    const practice = await practiceWith({ customers: customers(3_500) });
    const taken = [...pairs.slice(0, -1), [many, emailOf(3_400)] as const];
    const plan = await planOf(emailsFor(...taken), connect(practice));
    expect(countActions(plan.rows)).toMatchObject({ update: many - 1, blocked: 1 });
    expect(new Set(warnings(plan).map(String))).toStrictEqual(new Set(['', 'blocked']));
    expect(practice.requests()).toHaveLength(5);
  });

  it('are a warning where the listing left somebody out, beyond the first 500', async () => {
    // Created at the same instant: each page is another drawing, and some customers are on none.
    const same = Array.from({ length: 1_900 }, (_, at) => customer(at + 1, { created: 1_700_000_000 }));
    const practice = await practiceWith({ customers: same });
    const plan = await planOf(emailsFor(...pairs), connect(practice));
    const warned = warnings(plan).filter((found) => found.length > 0);
    expect(warned).toStrictEqual(unchecked(many - 500, 'too_many'));
    expect(lookUps(practice)).toHaveLength(500);
  });
});
