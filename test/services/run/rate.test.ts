import { expect, it } from 'vitest';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import { systemClock } from '../../../src/services/clock.ts';
import { connect } from '../support/connect.ts';
import { customers, idOf } from '../support/customers.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { expectFaultsMet, practiceWith, writesTo } from '../support/practice.ts';
import { outcomesOf, planOf, start } from '../support/running.ts';

const phones = (count: number) => [
  ['id', 'phone'],
  ...Array.from({ length: count }, (_, index) => [idOf(index + 1), '+16175550199']),
];

it.each([
  ['seconds', 30],
  ['date', 30],
] as const)('a 429 (%s) holds everybody back until its time, and costs no try', async (kind, seconds) => {
  const clock = new FakeClock();
  const practice = await practiceWith({ customers: customers(12), now: clock.now });
  const connected = connect(practice, { clock });
  const plan = await planOf(phones(12), connected);
  practice.scriptFaults([
    {
      name: 'wait',
      when: { kind: 'nth', numbers: [5, 9] },
      match: { method: 'PATCH' },
      effect: recipes.tooManyRequests({ kind, seconds }),
    },
  ]);
  const settings = { triesPerRow: 1, concurrency: 1 };
  const outcomes = outcomesOf(plan, await start(plan, connected, { settings }).done);
  expect(new Set(outcomes.map(({ state }) => state))).toStrictEqual(new Set(['applied']));
  const requests = practice.requests();
  const refused = requests.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(2);
  for (const { sequence, arrivedAt } of refused) {
    const next = requests.find((request) => request.sequence > sequence);
    expect(next?.arrivedAt).toBeGreaterThanOrEqual(arrivedAt + seconds * 1000);
  }
  expectFaultsMet(practice);
});

it('a 429 that several rows in flight get at once is waited for once by all', async () => {
  const clock = new FakeClock();
  const practice = await practiceWith({ customers: customers(12), now: clock.now });
  const connected = connect(practice, { clock });
  const plan = await planOf(phones(12), connected);
  const from = practice.requests().length;
  practice.scriptFaults([
    { name: 'wait', effect: recipes.tooManyRequests({ kind: 'seconds', seconds: 60 }) },
    {
      name: 'wait too',
      when: { kind: 'nth', numbers: [2, 3, 4] },
      effect: recipes.tooManyRequests({ kind: 'seconds', seconds: 60 }),
    },
  ]);
  const outcomes = outcomesOf(plan, await start(plan, connected).done);
  expect(new Set(outcomes.map(({ state }) => state))).toStrictEqual(new Set(['applied']));
  const requests = practice.requests().slice(from);
  expect(requests.filter(({ status }) => status === 429)).toHaveLength(4);
  expect((requests[4]?.arrivedAt ?? 0) - (requests[3]?.arrivedAt ?? 0)).toBeGreaterThanOrEqual(60_000);
  expectFaultsMet(practice);
});

it('a 429 for one row holds up those at work beside it', async () => {
  // Real time: the fake one would pass for the others too, while the refused row alone slept.
  const clock = systemClock;
  const practice = await practiceWith({ customers: customers(60) });
  const connected = connect(practice, { clock });
  const plan = await planOf(phones(60), connected);
  practice.scriptFaults([
    {
      name: 'wait',
      when: { kind: 'nth', numbers: [5] },
      match: { method: 'PATCH' },
      effect: recipes.tooManyRequests({ kind: 'seconds', seconds: 1 }),
    },
  ]);
  await start(plan, connected).done;
  const requests = practice.requests();
  const refused = requests.find(({ status }) => status === 429);
  const tooEarly = requests.filter(
    ({ sequence, arrivedAt }) =>
      refused && sequence > refused.sequence && arrivedAt < refused.arrivedAt + 1_000,
  );
  // Those that left before the answer was here; by themselves the others would send a hundred.
  expect(tooEarly.length).toBeLessThan(20);
  expectFaultsMet(practice);
});

it.each([
  [100, 150],
  [20, 12],
  [8, 6],
])('at a limit of %i a minute every row is written, and nothing is ever refused', async (rateLimit, rows) => {
  const clock = new FakeClock();
  const practice = await practiceWith({ customers: customers(rows), now: clock.now, rateLimit });
  const connected = connect(practice, { clock });
  const plan = await planOf(phones(rows), connected);
  const outcomes = outcomesOf(plan, await start(plan, connected).done);
  expect(new Set(outcomes.map(({ state }) => state))).toStrictEqual(new Set(['applied']));
  expect(practice.requests().filter(({ status }) => status === 429)).toStrictEqual([]);
  expect(writesTo(practice)).toHaveLength(rows);
  // Read once and written once, each.
  expect(practice.requests()).toHaveLength(rows * 2 + 2);
});
