import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { updatesOf } from '../../../src/core/plan.ts';
import { type RunEvent, RunReducer } from '../../../src/core/run.ts';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import type { Journal } from '../../../src/services/run/runner.ts';
import { readRun } from '../../../src/services/run-store/read-run.ts';
import { createRunFiles } from '../../../src/services/run-store/run-store.ts';
import { connect } from '../support/connect.ts';
import { customers, idOf } from '../support/customers.ts';
import { TellingClock } from '../support/fake-clock.ts';
import { expectFaultsMet, practiceWith, writesTo } from '../support/practice.ts';
import { outcomesOf, planOf, start } from '../support/running.ts';
import { SETTINGS } from '../support/settings.ts';

const phones = (count: number) => [
  ['id', 'phone'],
  ...Array.from({ length: count }, (_, index) => [idOf(index + 1), '+16175550199']),
];
const pathOf = (customerId: string) => `/customers/${customerId}`;

it('an intent is durable before its request arrives, and an outcome before it is shown', async () => {
  const practice = await practiceWith({
    customers: customers(20),
    faults: [
      {
        name: 'error',
        when: { kind: 'nth', numbers: [2, 5, 6] },
        match: { method: 'PATCH' },
        effect: recipes.serverError,
      },
    ],
  });
  const connected = connect(practice);
  const plan = await planOf(phones(20), connected);
  const durable = new Set<RunEvent>();
  const journal: Journal = {
    append: async (event) => {
      // As slow as a disk, so that whoever does not wait is ahead of it.
      await new Promise((resolve) => setTimeout(resolve, 3));
      if (event.kind === 'intent') {
        const arrived = writesTo(practice).filter(({ path }) => path === pathOf(event.customerId));
        expect(arrived).toHaveLength(event.attempt - 1);
      }
      durable.add(event);
    },
  };
  const run = start(plan, connected, { journal, onEvent: (event) => expect(durable).toContain(event) });
  const outcomes = outcomesOf(plan, await run.done);
  expect(outcomes.every(({ state }) => state === 'applied')).toBe(true);
  expectFaultsMet(practice);
});

describe('a journal that fails', () => {
  it('at any of its records: no request leaves afterwards, and every row still has its state', async () => {
    // run_started, then intent, answered and ended of each of 3 rows, run_ended.
    for (let failing = 1; failing <= 11; failing++) {
      const practice = await practiceWith({ customers: customers(3) });
      const connected = connect(practice);
      const plan = await planOf(phones(3), connected);
      let appended = 0;
      let requestsThen = 0;
      const kept: RunEvent[] = [];
      const journal: Journal = {
        append: (event) => {
          appended++;
          if (appended < failing) kept.push(event);
          if (appended === failing) requestsThen = practice.requests().length;
          return appended < failing ? Promise.resolve() : Promise.reject(new Error('ENOSPC: disk full'));
        },
      };
      const state = await start(plan, connected, { journal, settings: { concurrency: 1 } }).done;
      const outcomes = outcomesOf(plan, state);
      expect(practice.requests()).toHaveLength(requestsThen);
      if (failing < 11) expect(state.end).toMatchObject({ how: 'failed', reason: 'journal_failed' });
      expect(state.end?.detail ?? 'ENOSPC: disk full').toBe('ENOSPC: disk full');
      for (const [index, { state: how }] of outcomes.entries()) {
        const isWritten = practice.customer(idOf(index + 1))?.phone === '+16175550199';
        expect(isWritten ? ['applied', 'unknown'] : ['not_attempted']).toContain(how);
        const isIntended = kept.some((event) => event.kind === 'intent' && event.row === index);
        if (isWritten) expect(isIntended).toBe(true);
      }
    }
  });

  it('while a write is in doubt lets nothing leave any more, not even the read that would tell', async () => {
    const clock = new TellingClock();
    const practice = await practiceWith({
      customers: customers(3),
      faults: [{ name: 'lost', match: { method: 'PATCH' }, effect: { kind: 'reset_after_commit' } }],
    });
    const connected = connect(practice, { clock });
    const plan = await planOf(phones(3), connected);
    let isFull = false;
    let requestsThen = 0;
    const journal: Journal = {
      append: () => (isFull ? Promise.reject(new Error('ENOSPC: disk full')) : Promise.resolve()),
    };
    clock.onSleep = (ms) => {
      if (ms !== SETTINGS.settleMs || isFull) return;
      isFull = true;
      requestsThen = practice.requests().length;
      // The pause can't be kept either: that is when the disk is noticed to be full.
      run.pause();
    };
    const run = start(plan, connected, { journal, settings: { concurrency: 1 } });
    const outcomes = outcomesOf(plan, await run.done);
    expect(outcomes).toStrictEqual([
      { state: 'unknown', reason: 'journal_failed', seen: [] },
      { state: 'not_attempted', reason: 'journal_failed' },
      { state: 'not_attempted', reason: 'journal_failed' },
    ]);
    expect(practice.requests()).toHaveLength(requestsThen);
    expectFaultsMet(practice);
  });

  it('with several rows at work leaves no write without an intent', async () => {
    for (const failing of [2, 5, 9, 14, 20]) {
      const practice = await practiceWith({ customers: customers(12), latencyMs: 3 });
      const connected = connect(practice);
      const plan = await planOf(phones(12), connected);
      const intended = new Set<string>();
      let appended = 0;
      const journal: Journal = {
        append: async (event) => {
          if (++appended >= failing) throw new Error('EIO: i/o error');
          await new Promise((resolve) => setImmediate(resolve));
          if (event.kind === 'intent') intended.add(pathOf(event.customerId));
        },
      };
      const state = await start(plan, connected, { journal }).done;
      for (const { path } of writesTo(practice)) expect(intended).toContain(path);
      expect(state.end).toMatchObject({ how: 'failed', reason: 'journal_failed' });
      for (const [row, { outcome }] of state.rows) {
        const isWritten = practice.customer(idOf(row + 1))?.phone === '+16175550199';
        if (isWritten) expect(['applied', 'unknown']).toContain(outcome?.state);
      }
    }
  });
});

it('a run’s folder holds the plan, and a journal from which its state can be told again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'runs-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const practice = await practiceWith({ customers: customers(30) });
  const connected = connect(practice);
  const plan = await planOf(phones(30), connected);
  const files = await createRunFiles(folder, 'run-1', plan);
  const state = await start(plan, connected, { journal: files.journal }).done;
  await files.close();
  const read = await readRun(folder, 'run-1');
  if (!read.ok) throw new Error(read.error.code);
  expect(read.value.plan).toStrictEqual(JSON.parse(JSON.stringify(plan)));
  const reducer = new RunReducer(plan);
  for (const event of read.value.events) reducer.apply(event);
  expect(JSON.stringify([...reducer.state.rows])).toBe(JSON.stringify([...state.rows]));
  expect(reducer.state.rows.size).toBe(updatesOf(plan).length);
  expect(await readFile(join(files.folder, 'journal.log'), 'utf8')).not.toContain('sk_test_practice');
});
