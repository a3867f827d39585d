import { expect, it } from 'vitest';
import type { RunEvent } from '../../../src/core/run.ts';
import { startPracticeServer } from '../../../src/practice/server.ts';
import { connect } from '../support/connect.ts';
import { customers, idOf } from '../support/customers.ts';
import { realMs } from '../support/fake-clock.ts';
import { practiceWith, writesTo } from '../support/practice.ts';
import { memoryJournal, outcomesOf, planOf, start } from '../support/running.ts';

const phones = (count: number) => [
  ['id', 'phone'],
  ...Array.from({ length: count }, (_, index) => [idOf(index + 1), '+16175550199']),
];

const pauses = (events: readonly RunEvent[]) =>
  events.filter((event) => event.kind === 'paused' && event.reason === 'no_connection');

it('a server that is away for a while costs no row a try: the run pauses and goes on', async () => {
  const first = await startPracticeServer({ customers: customers(20), rateLimit: Infinity });
  const connected = connect(first);
  const plan = await planOf(phones(20), connected);
  const journal = memoryJournal();
  const gone = Promise.withResolvers<undefined>();
  const run = start(plan, connected, {
    journal,
    // One more than none: the request that finds the connection closed under it may be lost.
    settings: { concurrency: 1, triesPerRow: 2, freshness: { kind: 'within', ms: 60 * 60_000 } },
    onEvent: (event) => {
      if (event.kind === 'ended' && event.row === 4) void first.close().then(() => gone.resolve(undefined));
    },
  });
  await gone.promise;
  await realMs(60);
  expect(pauses(journal.events).length).toBeGreaterThan(2);
  const second = await practiceWith({
    customers: first.customers(),
    port: Number(new URL(first.baseUrl).port),
  });
  const outcomes = outcomesOf(plan, await run.done);
  expect(new Set(outcomes.map(({ state }) => state))).toStrictEqual(new Set(['applied']));
  expect(second.customers().every(({ phone }) => phone === '+16175550199')).toBe(true);
  const kinds = journal.events.map(({ kind }) => kind);
  expect(kinds).toContain('paused');
  expect(kinds.lastIndexOf('resumed')).toBeGreaterThan(kinds.lastIndexOf('paused'));
});

it('the net that fails under a write is waited for, and then the write is found', async () => {
  const first = await startPracticeServer({
    customers: customers(3),
    rateLimit: Infinity,
    faults: [{ name: 'cut', match: { method: 'PATCH' }, effect: { kind: 'reset_after_commit' } }],
  });
  const connected = connect(first);
  const plan = await planOf(phones(1), connected);
  const journal = memoryJournal();
  const gone = Promise.withResolvers<undefined>();
  const run = start(plan, connected, {
    journal,
    onEvent: (event) => {
      if (event.kind === 'answered') void first.close().then(() => gone.resolve(undefined));
    },
  });
  await gone.promise;
  expect(first.faults().unmet).toStrictEqual([]);
  await realMs(60);
  expect(pauses(journal.events).length).toBeGreaterThan(2);
  const second = await practiceWith({
    customers: first.customers(),
    port: Number(new URL(first.baseUrl).port),
  });
  expect(outcomesOf(plan, await run.done)).toMatchObject([{ state: 'applied' }]);
  expect(writesTo(second)).toStrictEqual([]);
});

it('a server that is away from the start is waited for, though each row has but one try', async () => {
  const first = await startPracticeServer({ customers: customers(5), rateLimit: Infinity });
  const plan = await planOf(phones(5), connect(first));
  await first.close();
  // Connections of its own: one left over from the dry run could be lost under a request.
  const run = start(plan, connect(first), {
    settings: { triesPerRow: 1, freshness: { kind: 'within', ms: 60 * 60_000 } },
  });
  await realMs(60);
  const second = await practiceWith({
    customers: first.customers(),
    port: Number(new URL(first.baseUrl).port),
  });
  const state = await run.done;
  const outcomes = outcomesOf(plan, state);
  expect(new Set(outcomes.map((outcome) => outcome.state))).toStrictEqual(new Set(['applied']));
  expect(writesTo(second)).toHaveLength(5);
  const answers = state.rows.get(0)?.attempts.map(({ answer }) => answer?.kind) ?? [];
  expect(answers.length).toBeGreaterThan(2);
  expect(answers.at(-1)).toBe('ok');
  expect(new Set(answers.slice(0, -1))).toStrictEqual(new Set(['not_sent']));
});

it('a run without net can be stopped', async () => {
  const practice = await startPracticeServer({ customers: customers(9), rateLimit: Infinity });
  const connected = connect(practice);
  const plan = await planOf(phones(9), connected);
  await practice.close();
  const run = start(plan, connected);
  await realMs(30);
  run.stop();
  const outcomes = outcomesOf(plan, await run.done);
  expect(new Set(outcomes.map(({ state }) => state))).toStrictEqual(new Set(['not_attempted']));
  expect(run.state.end).toMatchObject({ how: 'stopped' });
});
