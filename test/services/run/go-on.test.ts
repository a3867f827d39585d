import { expect, it } from 'vitest';
import type { RunEvent } from '../../../src/core/run.ts';
import { keyFingerprintOf } from '../../../src/services/key-fingerprint.ts';
import { goOnWithRun } from '../../../src/services/run/go-on.ts';
import { type Connected, connect } from '../support/connect.ts';
import { customers, idOf } from '../support/customers.ts';
import { practiceWith, writesTo } from '../support/practice.ts';
import { apply, dies, memoryJournal, outcomesOf, planOf } from '../support/running.ts';

const PHONES = [['id', 'phone'], ...[1, 2, 3, 4].map((number) => [idOf(number), '+16175550199'])];

async function diedInTheMiddle() {
  const practice = await practiceWith({
    customers: customers(9),
    keys: ['sk_test_old', 'sk_test_new', 'sk_live_1'],
  });
  const old = connect(practice, { key: 'sk_test_old' });
  const plan = await planOf(PHONES, old);
  const { events } = await dies(plan, old, { record: 5, isDurable: true });
  return { practice, plan, events };
}

function goOn(plan: Parameters<typeof dies>[0], events: readonly RunEvent[], connected: Connected) {
  const journal = memoryJournal(events);
  let closed = 0;
  const opened = {
    runId: 'run-1',
    plan,
    events,
    journal,
    close: () => {
      closed++;
      return Promise.resolve();
    },
  };
  const { connection, client, clock } = connected;
  const going = goOnWithRun({
    opened,
    connection,
    client,
    clock,
    random: () => 0.5,
    appVersion: '2',
    operator: 'sam',
    machine: 'desk',
    isAttended: true,
    keyFingerprint: keyFingerprintOf(connection),
  });
  return { going, journal, closed: () => closed };
}

it('a run that died goes on with another key of its account, with the settings it had', async () => {
  const { practice, plan, events } = await diedInTheMiddle();
  const { going, journal, closed } = goOn(plan, events, connect(practice, { key: 'sk_test_new' }));
  const run = await going;
  if (!run.ok) throw new Error(run.error.code);
  expect(run.value.runId).toBe('run-1');
  const state = await run.value.done;
  expect(outcomesOf(plan, state).every((outcome) => outcome.state === 'applied')).toBe(true);
  expect(closed()).toBe(1);
  expect(journal.events[events.length]).toMatchObject({ kind: 'run_resumed', operator: 'sam' });
});

it('a run is not gone on with in another mode: nothing is sent, and its files are closed', async () => {
  const { practice, plan, events } = await diedInTheMiddle();
  const before = writesTo(practice).length;
  const { going, journal, closed } = goOn(plan, events, connect(practice, { key: 'sk_live_1' }));
  expect(await going).toStrictEqual({ ok: false, error: { code: 'other_mode' } });
  expect(closed()).toBe(1);
  expect(journal.events).toStrictEqual(events);
  expect(writesTo(practice)).toHaveLength(before);
});

it('a run that is complete is not gone on with', async () => {
  const practice = await practiceWith({ customers: customers(9) });
  const connected = connect(practice);
  const journal = memoryJournal();
  const { plan } = await apply(practice, PHONES, { connected, journal });
  const { going } = goOn(plan, journal.events, connected);
  expect(await going).toStrictEqual({ ok: false, error: { code: 'completed' } });
});
