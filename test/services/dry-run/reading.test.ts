import { describe, expect, it } from 'vitest';
import { countActions } from '../../../src/core/plan.ts';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import type { RequestRecord } from '../../../src/practice/server.ts';
import { connect } from '../support/connect.ts';
import { customer, customers, emailOf, idOf } from '../support/customers.ts';
import { expectFaultsMet, practiceWith } from '../support/practice.ts';
import { dryRunOf, planOf } from '../support/running.ts';
import { sheetOf } from '../support/sheet.ts';

const phonesFor = (ids: readonly string[]) => [
  ['id', 'phone'],
  ...ids.map((id, index) => [id, `+1617555${index}`]),
];
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

const isListing = ({ path }: RequestRecord) => path === '/customers';
const counted = (requests: readonly RequestRecord[]) => ({
  listings: requests.filter(isListing).length,
  byId: requests.filter((request) => !isListing(request)).length,
});

describe('customers are read in the fewest requests', () => {
  it('by listing when many are wanted: one request to size, one for each 1,000', async () => {
    const practice = await practiceWith({ size: 1_500 });
    const ids = practice.customers().map(({ id }) => id);
    const plan = await planOf(phonesFor(ids), connect(practice));
    expect(countActions(plan.rows).not_found).toBe(0);
    expect(countActions(plan.rows).unread).toBe(0);
    const { listings, byId } = counted(practice.requests());
    expect(listings).toBe(3);
    // Customers that the unstable order showed on neither page.
    expect(byId).toBeLessThan(30);
  });

  it('by id when few are wanted of a large tenant', async () => {
    const practice = await practiceWith({ size: 3_500 });
    const ids = practice.customers().slice(0, 3);
    const plan = await planOf(phonesFor(ids.map(({ id }) => id)), connect(practice));
    expect(countActions(plan.rows).update).toBe(3);
    expect(counted(practice.requests())).toStrictEqual({ listings: 1, byId: 3 });
  });

  it('and stops listing when everybody was found', async () => {
    const practice = await practiceWith({ size: 3_500 });
    const { snapshots } = await newest(practice.baseUrl, 10);
    const before = practice.requests().length;
    await planOf(phonesFor(snapshots), connect(practice));
    expect(counted(practice.requests().slice(before))).toStrictEqual({ listings: 2, byId: 0 });
  });
});

async function newest(baseUrl: string, count: number): Promise<{ snapshots: readonly string[] }> {
  const page = await connect({ baseUrl }).bare.listCustomers({ limit: count, offset: 0 });
  if (page.kind !== 'ok') throw new Error('no page');
  return { snapshots: page.value.snapshots.map((snapshot) => snapshot.customer.id) };
}

describe('a customer', () => {
  it('that the listing missed, because its order is not stable, is asked for by itself', async () => {
    // All created at the same instant: each page is another drawing.
    const many = numbers(1_200).map((number) => customer(number, { created: 1_700_000_000 }));
    const practice = await practiceWith({ customers: many });
    const plan = await planOf(phonesFor(many.map(({ id }) => id)), connect(practice));
    expect(countActions(plan.rows).update).toBe(1_200);
    const { listings, byId } = counted(practice.requests());
    expect(listings).toBe(3);
    expect(byId).toBeGreaterThan(0);
  });

  it('is found by an id in capitals, and planned under Atlas’ own', async () => {
    for (const count of [1, 20]) {
      const practice = await practiceWith({
        customers: [customer(900, { id: LETTERS }), ...customers(count)],
      });
      const ids = [LETTERS.toUpperCase(), ...numbers(count - 1).map(idOf)];
      const plan = await planOf(phonesFor(ids), connect(practice));
      expect(plan.rows[0]).toMatchObject({ action: 'update', customerId: LETTERS });
      expect(practice.requests()).toHaveLength(2);
    }
  });

  it('reached by two rows, one of them in capitals, blocks both', async () => {
    const practice = await practiceWith({ customers: [customer(1, { id: LETTERS }), customer(2)] });
    const plan = await planOf(phonesFor([LETTERS.toUpperCase(), LETTERS, idOf(2)]), connect(practice));
    expect(plan.rows.map(({ action }) => action)).toStrictEqual(['blocked', 'blocked', 'update']);
  });

  it('is found by its exact e-mail, and by no other spelling of it', async () => {
    const practice = await practiceWith({ size: 4_000 });
    const someone = practice.customers()[0];
    const email = String(someone?.email);
    const rows = [
      ['email key', 'phone'],
      [email, '+16175550199'],
      [email.toUpperCase(), '+16175550199'],
    ];
    const plan = await planOf(rows, connect(practice));
    expect(plan.rows).toMatchObject([{ action: 'update', customerId: someone?.id }, { action: 'not_found' }]);
    const queries = practice.requests().map(({ query }) => new URLSearchParams(query).get('email'));
    expect(queries).toHaveLength(3);
    expect(new Set(queries)).toStrictEqual(new Set([email, email.toUpperCase(), null]));
  });

  it('is found by e-mail in the listing when many are wanted', async () => {
    const practice = await practiceWith({ customers: customers(30) });
    const rows = [['email key', 'phone'], ...numbers(30).map((number) => [emailOf(number), '+1'])];
    const plan = await planOf(rows, connect(practice));
    expect(countActions(plan.rows).update).toBe(30);
    expect(practice.requests()).toHaveLength(2);
  });

  it('that does not exist is not found, and that is asked for by itself', async () => {
    const practice = await practiceWith({ customers: customers(9) });
    const plan = await planOf(phonesFor([...numbers(9).map(idOf), idOf(77)]), connect(practice));
    expect(plan.rows[9]).toMatchObject({ action: 'not_found', key: { by: 'id', text: idOf(77) } });
    expect(practice.requests().map(({ path }) => path)).toContain(`/customers/${idOf(77)}`);
  });
});

const LETTERS = 'abcdefab-cdef-4abc-8def-abcdefabcdef';

describe('reading rides out', () => {
  it.each([
    ['429', recipes.tooManyRequests({ kind: 'seconds', seconds: 3 })],
    ['429 without a word', recipes.tooManyRequests()],
    ['500', recipes.serverError],
    ['502 in HTML', recipes.badGateway],
    ['a web page', recipes.htmlPage],
    ['half a body', { kind: 'truncated_body' }],
    ['a reset', { kind: 'reset_before_commit' }],
  ] as const)('%s, on the listing and by id', async (_what, effect) => {
    for (const size of [5, 2_500]) {
      const practice = await practiceWith({
        customers: customers(size),
        faults: [{ name: 'fault', when: { kind: 'nth', numbers: [1, 2, 4] }, effect }],
      });
      const plan = await planOf(phonesFor([idOf(1), idOf(2)]), connect(practice));
      expect(countActions(plan.rows).update).toBe(2);
      expectFaultsMet(practice);
    }
  });

  it('no more than it can: a customer that can’t be read is unread, with the reason', async () => {
    const practice = await practiceWith({
      customers: customers(3_500),
      faults: [
        {
          name: 'broken',
          when: { kind: 'always' },
          match: { customerId: idOf(2) },
          effect: recipes.serverError,
        },
      ],
    });
    const plan = await planOf(phonesFor([idOf(1), idOf(2)]), connect(practice));
    expect(plan.rows).toMatchObject([{ action: 'update' }, { action: 'unread', reason: 'server_error' }]);
    expectFaultsMet(practice);
  });

  it('nothing but reads all the while', async () => {
    const practice = await practiceWith({ customers: customers(50) });
    await dryRunOf(sheetOf(phonesFor(numbers(60).map(idOf))), connect(practice));
    expect(new Set(practice.requests().map(({ method }) => method))).toStrictEqual(new Set(['GET']));
  });
});

describe('a dry run that is cancelled', () => {
  it('keeps what was read; the rest is unread', async () => {
    const practice = await practiceWith({ customers: customers(12_000) });
    const cancelling = new AbortController();
    const connected = connect(practice);
    const plan = await dryRunOf(sheetOf(phonesFor(numbers(11).map(idOf))), connected, {
      concurrency: 1,
      patience: { clock: connected.clock, random: () => 0.5, tries: 5, signal: cancelling.signal },
      onProgress: ({ done }) => {
        if (done === 4) cancelling.abort();
      },
    });
    if (!plan.ok) throw new Error('no plan');
    expect(plan.value.rows.map(({ action }) => action)).toStrictEqual([
      ...Array<string>(4).fill('update'),
      ...Array<string>(7).fill('unread'),
    ]);
    expect(plan.value.rows[10]).toMatchObject({ reason: 'cancelled' });
    expect(practice.requests()).toHaveLength(5);
  });

  it('before it began asks nothing', async () => {
    const practice = await practiceWith({ customers: customers(5) });
    const connected = connect(practice);
    const plan = await dryRunOf(sheetOf(phonesFor([idOf(1)])), connected, {
      patience: { clock: connected.clock, random: () => 0.5, tries: 5, signal: AbortSignal.abort() },
    });
    expect(plan).toMatchObject({ ok: true, value: { rows: [{ action: 'unread', reason: 'cancelled' }] } });
    expect(practice.requests()).toStrictEqual([]);
  });
});
