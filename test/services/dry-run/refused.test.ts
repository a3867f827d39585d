import { describe, expect, it } from 'vitest';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import { connect, LIVE_KEY } from '../support/connect.ts';
import { ADDRESS, customer, customers, emailOf, idOf } from '../support/customers.ts';
import { expectFaultsMet, practiceWith } from '../support/practice.ts';
import { dryRunOf, planOf } from '../support/running.ts';
import { sheetOf } from '../support/sheet.ts';

const PARTS = Object.keys(ADDRESS);
const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, index) => index + from);
const phones = (...ids: readonly number[]) => [
  ['id', 'phone'],
  ...ids.map((number) => [idOf(number), '+16175550199']),
];

describe('there is no plan', () => {
  it('when the key is rejected, and one request was enough to know', async () => {
    const practice = await practiceWith({ customers: customers(5) });
    const plan = await dryRunOf(sheetOf(phones(1, 2)), connect(practice, { key: 'sk_test_somebody' }));
    expect(plan).toStrictEqual({ ok: false, error: { code: 'key_rejected' } });
    expect(practice.requests()).toHaveLength(1);
  });

  it('when the key is rejected midway', async () => {
    const practice = await practiceWith({ customers: customers(5_500) });
    const plan = await dryRunOf(sheetOf(phones(1, 2, 3, 4, 5)), connect(practice), {
      concurrency: 1,
      onProgress: ({ done }) => {
        if (done === 2) practice.revokeKey('sk_test_practice');
      },
    });
    expect(plan).toStrictEqual({ ok: false, error: { code: 'key_rejected' } });
    expect(practice.requests()).toHaveLength(4);
  });

  it.each([
    ['of many', 40, 3],
    ['of few', 3, 3],
  ])('when none %s ids is known here: another account or mode', async (_which, count, _least) => {
    const practice = await practiceWith({ customers: customers(20) });
    const plan = await dryRunOf(sheetOf(phones(...numbers(count, 1_000))), connect(practice));
    expect(plan).toStrictEqual({ ok: false, error: { code: 'wrong_account', asked: count } });
    expect(practice.requests().length).toBeLessThanOrEqual(12);
  });

  it('when Atlas sends us elsewhere', async () => {
    const other = await practiceWith({ customers: customers(5) });
    const practice = await practiceWith({
      customers: customers(5),
      faults: [{ name: 'moved', effect: recipes.redirect(`${other.baseUrl}/customers`) }],
    });
    const plan = await dryRunOf(sheetOf(phones(1)), connect(practice));
    expect(plan).toStrictEqual({ ok: false, error: { code: 'redirected' } });
    expect(other.requests()).toStrictEqual([]);
    expectFaultsMet(practice);
  });

  it('when nobody answers', async () => {
    const plan = await dryRunOf(sheetOf(phones(1)), connect({ baseUrl: 'http://127.0.0.1:9' }));
    expect(plan).toMatchObject({ ok: false, error: { code: 'no_connection' } });
  });

  it('when the server stays broken', async () => {
    const practice = await practiceWith({
      customers: customers(5),
      faults: [{ name: 'down', when: { kind: 'always' }, effect: recipes.badGateway }],
    });
    const plan = await dryRunOf(sheetOf(phones(1)), connect(practice));
    expect(plan).toMatchObject({ ok: false, error: { code: 'server_error' } });
    expectFaultsMet(practice);
  });

  it('but two mistyped ids are no other account', async () => {
    const practice = await practiceWith({ customers: customers(20) });
    const plan = await planOf(phones(1_001, 1_002), connect(practice));
    expect(plan.rows.map(({ action }) => action)).toStrictEqual(['not_found', 'not_found']);
  });
});

describe('where reading is denied', () => {
  it.each([
    [403, 405],
    [405, 403],
    [405, 405],
  ] as const)('(%i, %i) only what needs no reading is planned', async (list, byId) => {
    const practice = await practiceWith({ customers: customers(9), reading: { list, byId } });
    const address = PARTS.map((part) => `billing_address.${part}`);
    const rows = [
      ['id', 'phone', ...address, 'metadata.cost_center'],
      [idOf(1), '+16175550199', ...PARTS.map(() => ''), ''],
      [idOf(2), '', ...Object.values(ADDRESS), ''],
      [idOf(3), '', ...PARTS.map((part) => (part === 'postal_code' ? '02139' : '')), ''],
      [idOf(4), '', ...PARTS.map(() => ''), 'CC-9'],
      [idOf(5), '', ...PARTS.map((part) => (part === 'line2' ? '[clear]' : 'x')), ''],
    ];
    const plan = await planOf(rows, connect(practice));
    expect(plan.rows).toMatchObject([
      { action: 'update', body: { phone: '+16175550199' }, snapshot: null },
      { action: 'update', body: { billing_address: ADDRESS }, snapshot: null },
      { action: 'blocked', reason: { code: 'address_incomplete' } },
      { action: 'blocked', reason: { code: 'metadata_unreadable' } },
      { action: 'update', body: { billing_address: { city: 'x' } } },
    ]);
    expect(practice.requests()).toHaveLength(2);
  });

  it('an e-mail finds nobody', async () => {
    const practice = await practiceWith({ customers: customers(9), reading: { list: 403, byId: 403 } });
    const plan = await planOf(
      [
        ['email key', 'phone'],
        [emailOf(1), '+1'],
      ],
      connect(practice),
    );
    expect(plan.rows).toMatchObject([{ action: 'blocked', reason: { code: 'email_key_unreadable' } }]);
  });

  it.each([403, 405] as const)('by listing only (%i), each is read by id', async (list) => {
    const practice = await practiceWith({ customers: customers(30), reading: { list } });
    const plan = await planOf(phones(...numbers(29), 77), connect(practice));
    expect(plan.rows.slice(0, 29).every(({ action }) => action === 'update')).toBe(true);
    expect(plan.rows[29]?.action).toBe('not_found');
    expect(practice.requests()).toHaveLength(31);
  });

  it.each([
    [403, 3],
    [405, 3],
    [403, 2_500],
  ] as const)('by id only (%i), all come from the listing of %i', async (byId, size) => {
    const practice = await practiceWith({ customers: customers(size), reading: { byId } });
    const plan = await planOf(phones(1, 2, 9_999), connect(practice));
    expect(plan.rows).toMatchObject([
      { action: 'update', snapshot: { customer: customer(1) } },
      { action: 'update' },
      // A listing never proves that there is none.
      { action: 'unread', reason: 'refused' },
    ]);
  });
});

describe('LIVE', () => {
  const move = [
    ['id', 'billing_address.line1', 'billing_address.line2'],
    [idOf(1), '2 Side Street', ''],
  ];

  it('asks what a blank part of an address means, before anything is read', async () => {
    const practice = await practiceWith({ customers: customers(5) });
    const connected = connect(practice, { key: LIVE_KEY });
    const unanswered = await dryRunOf(sheetOf(move, { blanks: {} }), connected);
    expect(unanswered).toStrictEqual({
      ok: false,
      error: { code: 'blank_question', addresses: ['billing_address'] },
    });
    expect(practice.requests()).toStrictEqual([]);
    const cleared = await planOf(move, connected, { blanks: { billing_address: 'clear' } });
    expect(cleared.rows).toMatchObject([
      { body: { billing_address: { line1: '2 Side Street', city: 'Cambridge' } } },
    ]);
    expect(JSON.stringify(cleared.rows)).not.toContain('"line2":null');
  });

  it('asks nothing where it makes no difference', async () => {
    const practice = await practiceWith({ customers: customers(5) });
    const whole = sheetOf(phones(1), { blanks: {} });
    expect((await dryRunOf(whole, connect(practice, { key: LIVE_KEY }))).ok).toBe(true);
  });
});
