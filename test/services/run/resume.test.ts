import { describe, expect, it } from 'vitest';
import { type RunEvent, RunReducer } from '../../../src/core/run.ts';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import type { FaultEffect, PracticeServer } from '../../../src/practice/server.ts';
import { connect } from '../support/connect.ts';
import { ADDRESS, customer, customers, emailOf, idOf } from '../support/customers.ts';
import { expectFaultsMet, practiceWith, readsFrom, writesTo } from '../support/practice.ts';
import { apply, dies, memoryJournal, outcomesOf, planOf, resume, start } from '../support/running.ts';

const PHONE = '+16175550199';
const phones = (count: number) => [
  ['id', 'phone'],
  ...Array.from({ length: count }, (_, index) => [idOf(index + 1), PHONE]),
];

const answeredWith = (effect: FaultEffect, count = 1) =>
  [{ name: 'fault', when: { kind: 'first', count }, match: { method: 'PATCH' }, effect }] as const;

/** A run of one row that dies when the answer to its first request has come, before that is durable. */
async function diedInFlight(practice: PracticeServer, rows = phones(1)) {
  const connected = connect(practice);
  const plan = await planOf(rows, connected);
  const dead = await dies(plan, connected, { record: 3, isDurable: false });
  expect(dead.events.map(({ kind }) => kind)).toStrictEqual(['run_started', 'intent']);
  return { connected, plan, dead };
}

describe('a run whose process died', () => {
  it.each([true, false])(
    'at any record of its journal (durable: %s) is gone on with: no row lost, none written otherwise',
    async (isDurable) => {
      for (let record = 1; ; record++) {
        const practice = await practiceWith({ customers: customers(4) });
        const connected = connect(practice);
        const rows = [
          ['id', 'email', 'billing_address.postal_code'],
          [idOf(1), emailOf(2), '02139'],
          [idOf(2), 'new@fictional.example', '02139'],
          [idOf(3), '', '02139'],
        ];
        const plan = await planOf(rows, connected);
        const dead = await dies(plan, connected, { record, isDurable });
        if (!dead.hasDied) {
          // run_started, then intent, answered and ended of each of 3 rows, run_ended.
          expect(record).toBe(12);
          return;
        }
        const journal = memoryJournal(dead.events);
        const state = await resume(plan, dead.events, connected, { journal }).done;
        expect(outcomesOf(plan, state).map((outcome) => outcome.state)).toStrictEqual(
          Array<string>(3).fill('applied'),
        );
        const address = { ...ADDRESS, postal_code: '02139' };
        expect([1, 2, 3].map((number) => practice.customer(idOf(number)))).toStrictEqual([
          customer(1, { email: emailOf(2), billing_address: address }),
          customer(2, { email: 'new@fictional.example', billing_address: address }),
          customer(3, { billing_address: address }),
        ]);
        for (const number of [1, 2, 3]) {
          const bodies = writesTo(practice).filter(({ path }) => path.endsWith(idOf(number)));
          expect(bodies).toHaveLength(1);
        }
        // What the journal tells is what was shown.
        const told = new RunReducer(plan);
        for (const event of journal.events) told.apply(event);
        expect(told.state).toStrictEqual(state);
      }
    },
  );

  it('after its request had arrived finds it written, and does not send it again', async () => {
    const practice = await practiceWith({ customers: customers(2) });
    const { plan, dead, connected } = await diedInFlight(practice);
    const state = await resume(plan, dead.events, connected).done;
    expect(outcomesOf(plan, state)).toStrictEqual([
      { state: 'applied', seen: [{ field: 'phone', value: PHONE }] },
    ]);
    expect(writesTo(practice)).toHaveLength(1);
  });

  it('is given time to settle: its last request may still be on its way', async () => {
    const practice = await practiceWith({ customers: customers(2) });
    const { plan, dead } = await diedInFlight(practice);
    const connected = connect(practice);
    const from = connected.clock.now();
    await resume(plan, dead.events, connected).done;
    expect(connected.clock.now() - from).toBeGreaterThanOrEqual(2_000);
  });

  it('reads what is in doubt before it sends anything else', async () => {
    const practice = await practiceWith({
      customers: customers(9),
      faults: answeredWith({ kind: 'reset_before_commit' }),
    });
    const connected = connect(practice);
    const plan = await planOf(phones(9), connected);
    const dead = await dies(plan, connected, { record: 3, isDurable: true });
    const before = practice.requests().length;
    const state = await resume(plan, dead.events, connected, { settings: { concurrency: 4 } }).done;
    expect(outcomesOf(plan, state).every((outcome) => outcome.state === 'applied')).toBe(true);
    expect(practice.requests()[before]).toMatchObject({ method: 'GET', path: `/customers/${idOf(1)}` });
    expectFaultsMet(practice);
  });

  it('leaves alone what somebody changed while nobody looked', async () => {
    const practice = await practiceWith({
      customers: customers(2),
      faults: answeredWith({ kind: 'reset_before_commit' }),
    });
    const { plan, dead, connected } = await diedInFlight(practice);
    practice.writeDirectly(idOf(1), { phone: '+49' });
    const state = await resume(plan, dead.events, connected).done;
    expect(outcomesOf(plan, state)).toStrictEqual([
      { state: 'unknown', reason: 'other_values_found', seen: [{ field: 'phone', value: '+49' }] },
    ]);
    expect(writesTo(practice)).toHaveLength(1);
    expectFaultsMet(practice);
  });

  it('counts tries and attempts on', async () => {
    const practice = await practiceWith({
      customers: customers(2),
      faults: answeredWith(recipes.serverError, 3),
    });
    const connected = connect(practice);
    const plan = await planOf(phones(1), connected);
    // run_started, intent, answered, intent, answered.
    const dead = await dies(plan, connected, { record: 5, isDurable: true });
    expect(dead.events.filter(({ kind }) => kind === 'intent')).toHaveLength(2);
    const settings = { triesPerRow: 3 };
    const state = await resume(plan, dead.events, connected, { settings }).done;
    expect(outcomesOf(plan, state)).toStrictEqual([{ state: 'failed', reason: 'tries_spent' }]);
    expect(state.rows.get(0)?.attempts.map(({ number }) => number)).toStrictEqual([1, 2, 3]);
    expect(writesTo(practice)).toHaveLength(3);
    expectFaultsMet(practice);
  });

  it('after an answer of which only the journal knows: a refusal needs nothing more', async () => {
    const practice = await practiceWith({
      customers: customers(2),
      faults: answeredWith({ kind: 'answer', status: 422, text: '' }),
    });
    const connected = connect(practice);
    const plan = await planOf(phones(1), connected);
    const dead = await dies(plan, connected, { record: 3, isDurable: true });
    const before = practice.requests().length;
    const state = await resume(plan, dead.events, connected).done;
    expect(outcomesOf(plan, state)).toMatchObject([{ state: 'rejected', refusal: { status: 422 } }]);
    expect(practice.requests()).toHaveLength(before);
    expectFaultsMet(practice);
  });

  it('after a 200 that showed nobody what it did: read, and never sent again', async () => {
    const practice = await practiceWith({ customers: customers(3) });
    const connected = connect(practice);
    const rows = [
      ['id', 'default_payment_method', 'phone'],
      [idOf(1), 'pm_2', PHONE],
      [idOf(2), 'pm_2', ''],
    ];
    const plan = await planOf(rows, connected);
    for (const [record, state] of [
      [3, 'partly_applied'],
      [6, 'not_applied'],
    ] as const) {
      const before = writesTo(practice).length;
      practice.writeDirectly(idOf(1), { phone: '+16175550100' });
      const dead = await dies(plan, connected, { record, isDurable: true });
      const wrote = writesTo(practice).length - before;
      const end = await resume(plan, dead.events, connected).done;
      expect(outcomesOf(plan, end)[record === 3 ? 0 : 1]).toMatchObject({ state });
      expect(writesTo(practice).length - before).toBe(record === 3 ? wrote + 1 : wrote);
    }
  });

  it('without the right to read sends an absolute body again, within its tries', async () => {
    const practice = await practiceWith({ customers: customers(2), reading: { list: 403, byId: 403 } });
    const { plan, dead, connected } = await diedInFlight(practice);
    const again = await resume(plan, dead.events, connected).done;
    expect(outcomesOf(plan, again)).toMatchObject([{ state: 'applied' }]);
    expect(writesTo(practice)).toHaveLength(2);
    const none = await resume(plan, dead.events, connected, { settings: { triesPerRow: 1 } }).done;
    expect(outcomesOf(plan, none)).toMatchObject([{ state: 'unknown', reason: 'tries_spent' }]);
    expect(writesTo(practice)).toHaveLength(2);
    // The dry run's two; the run asks for nothing that it may not have.
    expect(readsFrom(practice)).toHaveLength(2);
  });
});

describe('a run that ended because of', () => {
  it('its key goes on with another: what only the key kept from being attempted is, and what waited for that', async () => {
    const practice = await practiceWith({ customers: customers(9), keys: ['sk_test_old', 'sk_test_new'] });
    const old = connect(practice, { key: 'sk_test_old' });
    const plan = await planOf(
      [
        ['id', 'email'],
        [idOf(1), 'one@fictional.example'],
        [idOf(2), emailOf(3)],
        [idOf(3), emailOf(4)],
        [idOf(4), 'four@fictional.example'],
        [idOf(5), 'taken@fictional.example'],
      ],
      old,
    );
    practice.writeDirectly(idOf(9), { email: 'taken@fictional.example' });
    const journal = memoryJournal();
    const first = await start(plan, old, {
      journal,
      settings: { concurrency: 1 },
      onEvent: (event) => {
        if (event.kind === 'ended' && event.row === 0) practice.revokeKey('sk_test_old');
      },
    }).done;
    expect(outcomesOf(plan, first).map(({ state }) => state)).toStrictEqual([
      'applied',
      ...Array<string>(4).fill('not_attempted'),
    ]);
    const state = await resume(plan, journal.events, connect(practice, { key: 'sk_test_new' })).done;
    expect(outcomesOf(plan, state).map((outcome) => outcome.state)).toStrictEqual([
      ...Array<string>(4).fill('applied'),
      'rejected',
    ]);
    expect(state.end).toMatchObject({ how: 'completed' });
    expect(writesTo(practice).filter(({ path }) => path.endsWith(idOf(1)))).toHaveLength(1);
  });

  it('a key that was refused while a write was in doubt finds out with another', async () => {
    const practice = await practiceWith({
      customers: customers(3),
      keys: ['sk_test_old', 'sk_test_new'],
      faults: answeredWith({ kind: 'reset_after_commit' }),
    });
    const old = connect(practice, { key: 'sk_test_old' });
    const plan = await planOf(phones(3), old);
    const journal = memoryJournal();
    const first = await start(plan, old, {
      journal,
      settings: { concurrency: 1 },
      onEvent: ({ kind }) => {
        if (kind === 'answered') practice.revokeKey('sk_test_old');
      },
    }).done;
    expect(outcomesOf(plan, first)[0]).toMatchObject({ state: 'unknown', reason: 'could_not_read' });
    expect(first.end).toMatchObject({ reason: 'key_rejected' });
    const state = await resume(plan, journal.events, connect(practice, { key: 'sk_test_new' })).done;
    expect(outcomesOf(plan, state).every((outcome) => outcome.state === 'applied')).toBe(true);
    expect(writesTo(practice)).toHaveLength(3);
    expectFaultsMet(practice);
  });

  it('its journal goes on from what that holds', async () => {
    const practice = await practiceWith({ customers: customers(6) });
    const connected = connect(practice);
    const plan = await planOf(phones(6), connected);
    const kept: RunEvent[] = [];
    const full = {
      append: (event: RunEvent) => {
        if (kept.length === 8) return Promise.reject(new Error('ENOSPC: disk full'));
        kept.push(event);
        return Promise.resolve();
      },
    };
    const first = await start(plan, connected, { journal: full }).done;
    expect(first.end).toMatchObject({ reason: 'journal_failed' });
    const state = await resume(plan, kept, connected).done;
    expect(outcomesOf(plan, state).every((outcome) => outcome.state === 'applied')).toBe(true);
    for (let number = 1; number <= 6; number++)
      expect(writesTo(practice).filter(({ path }) => path.endsWith(idOf(number)))).toHaveLength(1);
  });
});

it('a run gone on with begins by saying so, and by whom', async () => {
  const practice = await practiceWith({ customers: customers(2) });
  const { plan, dead, connected } = await diedInFlight(practice);
  const journal = memoryJournal(dead.events);
  await resume(plan, dead.events, connected, { journal }).done;
  expect(journal.events[dead.events.length]).toMatchObject({
    kind: 'run_resumed',
    operator: 'robin',
    machine: 'desk',
    keyFingerprint: 'fingerprint-1',
  });
  expect(journal.events.filter(({ kind }) => kind === 'run_started')).toHaveLength(1);
});

it('a run that had ended is as it was when nothing is left of it', async () => {
  const practice = await practiceWith({ customers: customers(3) });
  const journal = memoryJournal();
  const connected = connect(practice);
  const { plan, outcomes } = await apply(practice, phones(3), { connected, journal });
  const before = practice.requests().length;
  const withoutEnd = journal.events.slice(0, -1);
  const state = await resume(plan, withoutEnd, connected).done;
  expect(outcomesOf(plan, state)).toStrictEqual(outcomes);
  expect(state.end).toMatchObject({ how: 'completed' });
  expect(practice.requests()).toHaveLength(before);
});
