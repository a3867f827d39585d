import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../src/core/atlas.ts';
import type { Plan } from '../../../src/core/plan.ts';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import type { PracticeServer } from '../../../src/practice/server.ts';
import { type Connected, connect } from '../support/connect.ts';
import { customer, customers, emailOf, idOf } from '../support/customers.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { expectFaultsMet, practiceWith, readsFrom, writesTo } from '../support/practice.ts';
import { outcomesOf, planOf, start } from '../support/running.ts';

const PHONE = '+16175550199';
const WITHIN_A_MINUTE = { freshness: { kind: 'within', ms: 60_000 } } as const;
/** Between dry run and run: nothing read before it is fresh any more. */
const REVIEW_MS = 10 * 60_000;

const phones = (numbers: readonly number[]) => [
  ['id', 'phone'],
  ...numbers.map((number) => [idOf(number), PHONE]),
];
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

interface Planned {
  readonly practice: PracticeServer;
  readonly clock: FakeClock;
  readonly connected: Connected;
  readonly plan: Plan;
}

/** Planned, reviewed for a while, and not yet run. */
async function reviewed(
  rows: readonly (readonly string[])[],
  ofCustomers: readonly Customer[],
  rateLimit = Number.POSITIVE_INFINITY,
): Promise<Planned> {
  const clock = new FakeClock();
  const practice = await practiceWith({ customers: ofCustomers, now: clock.now, rateLimit });
  const connected = connect(practice, { clock });
  const plan = await planOf(rows, connected);
  clock.advance(REVIEW_MS);
  return { practice, clock, connected, plan };
}

/** The requests of the run alone. */
async function run({ practice, plan }: Planned, connected: Connected, server = practice) {
  const before = server.requests().length;
  const state = await start(plan, connected, { settings: WITHIN_A_MINUTE }).done;
  const requests = server.requests().slice(before);
  const pages = requests.filter(({ path }) => path === '/customers');
  const byId = requests.filter(({ method, path }) => method === 'GET' && path !== '/customers');
  const writes = requests.filter(({ method }) => method === 'PATCH');
  const states = new Set(outcomesOf(plan, state).map((outcome) => outcome.state));
  return { state, states, requests, pages, byId, writes };
}

describe('a large run', () => {
  it('reads a page of the listing just before its rows, and writes them in its order', async () => {
    const planned = await reviewed(phones(upTo(300).toReversed()), customers(400));
    const { states, pages, byId, writes } = await run(planned, planned.connected);
    expect(states).toStrictEqual(new Set(['applied']));
    expect([pages.length, byId.length, writes.length]).toStrictEqual([1, 0, 300]);
    // Four at a time, so that neighbours may overtake each other.
    for (const [turn, { path }] of writes.entries())
      expect(Math.abs(Number(path.slice(-12)) - 1 - turn)).toBeLessThan(8);
  });

  it('has seen each customer within the minute before its write, however slow the gate', async () => {
    for (const [rateLimit, rows] of [
      [100, 200],
      [12, 24],
    ] as const) {
      const planned = await reviewed(phones(upTo(rows)), customers(rows), rateLimit);
      const { states, requests } = await run(planned, planned.connected);
      expect(states).toStrictEqual(new Set(['applied']));
      for (const write of requests.filter(({ method }) => method === 'PATCH')) {
        const shown = requests.filter(({ sequence, method, path, query }) => {
          if (sequence > write.sequence || method !== 'GET') return false;
          if (path !== '/customers') return path === write.path;
          const page = new URLSearchParams(query);
          const place = Number(write.path.slice(-12)) - 1 - Number(page.get('offset'));
          return place >= 0 && place < Number(page.get('limit'));
        });
        expect(write.arrivedAt - (shown.at(-1)?.arrivedAt ?? 0)).toBeLessThanOrEqual(60_000);
      }
      expect(requests.length).toBeLessThan(rows * 1.45);
      expect(requests.filter(({ status }) => status === 429)).toStrictEqual([]);
    }
  });

  it('finds what somebody changed since the dry run', async () => {
    const planned = await reviewed(phones(upTo(60)), customers(60));
    planned.practice.writeDirectly(idOf(7), { phone: '+49' });
    planned.practice.writeDirectly(idOf(9), { phone: PHONE });
    const { state, writes } = await run(planned, planned.connected);
    const outcomes = outcomesOf(planned.plan, state);
    expect(outcomes[6]).toMatchObject({ state: 'conflict', fields: [{ now: '+49' }] });
    expect(outcomes[8]).toMatchObject({ state: 'already_so' });
    expect(writes).toHaveLength(58);
  });

  it('asks for each by id where a page would serve but one', async () => {
    const numbers = upTo(5).map((number) => number * 1_000);
    const planned = await reviewed(phones(numbers), customers(5_000));
    const { states, pages, byId } = await run(planned, planned.connected);
    expect(states).toStrictEqual(new Set(['applied']));
    expect([pages.length, byId.length]).toStrictEqual([0, 5]);
  });

  it('writes e-mails that move from the free end of their chain, wherever the listing shows it', async () => {
    const rows = [
      ['id', 'email'],
      [idOf(1), emailOf(90)],
      [idOf(90), emailOf(50)],
      [idOf(50), 'new@fictional.example'],
      ...upTo(40).map((number) => [idOf(number + 100), `moved${number}@fictional.example`]),
    ];
    const planned = await reviewed(rows, customers(200));
    const { states, writes } = await run(planned, planned.connected);
    expect(states).toStrictEqual(new Set(['applied']));
    const chain = writes.map(({ path }) => Number(path.slice(-12))).filter((number) => number <= 90);
    expect(chain).toStrictEqual([50, 90, 1]);
  });
});

describe('customers that are not where the listing showed them', () => {
  it.each([30, 700, 2_400])(
    'because %i new ones came before them are found on the next page',
    async (newcomers) => {
      const rows = upTo(200);
      const planned = await reviewed(phones(rows), customers(200));
      const fresh = upTo(newcomers).map((number) =>
        customer(5_000 + number, { created: 1_800_000_000 - number }),
      );
      const later = await practiceWith({ customers: [...fresh, ...customers(200)], now: planned.clock.now });
      const connected = connect(later, { clock: planned.clock });
      const { states, requests } = await run(planned, connected, later);
      expect(states).toStrictEqual(new Set(['applied']));
      expect(requests.length).toBeLessThan(330);
    },
  );

  it('because all were created at one instant and change places are asked for by id', async () => {
    const atOnce = customers(1_500).map((one) => ({ ...one, created: 1_700_000_000 }));
    const planned = await reviewed(phones(upTo(120)), atOnce);
    const { states, byId, pages } = await run(planned, planned.connected);
    expect(states).toStrictEqual(new Set(['applied']));
    expect(byId.length).toBeGreaterThan(0);
    // Whoever a page should have shown and did not is not looked for on another.
    expect(pages.length).toBeLessThan(4);
  });

  it('because they are gone are not found by id, never by a page', async () => {
    const planned = await reviewed(phones(upTo(60)), customers(60));
    const left = customers(60).filter(({ id }) => id !== idOf(20));
    const later = await practiceWith({ customers: left, now: planned.clock.now });
    const { state } = await run(planned, connect(later, { clock: planned.clock }), later);
    expect(outcomesOf(planned.plan, state)[19]).toStrictEqual({ state: 'failed', reason: 'customer_gone' });
    expect(readsFrom(later).filter(({ path }) => path.endsWith(idOf(20)))).toHaveLength(1);
  });
});

describe('a key that may no longer', () => {
  it('list reads by id', async () => {
    const planned = await reviewed(phones(upTo(60)), customers(60));
    planned.practice.setReading({ list: 403 });
    const { states, pages, byId } = await run(planned, planned.connected);
    expect(states).toStrictEqual(new Set(['applied']));
    expect([pages.length, byId.length]).toStrictEqual([1, 60]);
  });

  it.each([60, 4])('read by id reads pages (%i rows)', async (rows) => {
    const planned = await reviewed(phones(upTo(rows)), customers(rows));
    planned.practice.setReading({ byId: 405 });
    const settings = rows > 10 ? WITHIN_A_MINUTE : {};
    const state = await start(planned.plan, planned.connected, { settings }).done;
    const outcomes = outcomesOf(planned.plan, state);
    expect(new Set(outcomes.map((outcome) => outcome.state))).toStrictEqual(new Set(['applied']));
  });

  it('read at all ends the run, and nothing is written', async () => {
    const planned = await reviewed(phones(upTo(60)), customers(60));
    planned.practice.setReading({ byId: 403, list: 403 });
    const { state, states, writes } = await run(planned, planned.connected);
    expect(states).toStrictEqual(new Set(['not_attempted']));
    expect(state.end).toMatchObject({ how: 'failed', reason: 'not_allowed' });
    expect(writes).toStrictEqual([]);
  });
});

it('a listing that fails costs nobody anything: the rows are read by id', async () => {
  const planned = await reviewed(phones(upTo(60)), customers(60));
  planned.practice.scriptFaults([
    { name: 'no list', when: { kind: 'always' }, match: { resource: 'list' }, effect: recipes.badGateway },
  ]);
  const { states, byId } = await run(planned, planned.connected);
  expect(states).toStrictEqual(new Set(['applied']));
  expect(byId.length).toBeGreaterThan(50);
  expectFaultsMet(planned.practice);
});

it('what was read before a long wait is read again after it', async () => {
  const planned = await reviewed(phones(upTo(40)), customers(40));
  planned.practice.scriptFaults([
    {
      name: 'wait',
      when: { kind: 'nth', numbers: [10] },
      match: { method: 'PATCH' },
      effect: recipes.tooManyRequests({ kind: 'seconds', seconds: 90 }),
    },
  ]);
  let isChanged = false;
  const state = await start(planned.plan, planned.connected, {
    settings: { ...WITHIN_A_MINUTE, concurrency: 1 },
    onEvent: (event) => {
      if (event.kind !== 'answered' || event.answer.kind !== 'refused') return;
      planned.practice.writeDirectly(idOf(30), { phone: '+49' });
      isChanged = true;
    },
  }).done;
  expect(isChanged).toBe(true);
  expect(outcomesOf(planned.plan, state)[29]).toMatchObject({ state: 'conflict' });
  expect(writesTo(planned.practice).filter(({ path }) => path.endsWith(idOf(30)))).toStrictEqual([]);
  expectFaultsMet(planned.practice);
});
