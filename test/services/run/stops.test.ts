import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/core/run.ts';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import type { FaultEffect } from '../../../src/practice/server.ts';
import type { Run } from '../../../src/services/run/runner.ts';
import { connect } from '../support/connect.ts';
import { customer, customers, idOf } from '../support/customers.ts';
import { TellingClock } from '../support/fake-clock.ts';
import { expectFaultsMet, practiceWith, writesTo } from '../support/practice.ts';
import { apply, outcomesOf, planOf, start } from '../support/running.ts';

const phones = (count: number) => [
  ['id', 'phone'],
  ...Array.from({ length: count }, (_, index) => [idOf(index + 1), '+16175550199']),
];
const states = (outcomes: readonly { readonly state: string }[]) => outcomes.map(({ state }) => state);

describe('an answer that no other row would escape', () => {
  it.each([
    [401, 'key_rejected'],
    [403, 'not_allowed'],
    [405, 'not_allowed'],
  ] as const)('%i midway stops the run; the rest is not attempted', async (status, reason) => {
    const practice = await practiceWith({ customers: customers(9) });
    const { outcomes, state } = await apply(practice, phones(9), {
      settings: { concurrency: 1 },
      between: () =>
        practice.scriptFaults([
          {
            name: 'no',
            when: { kind: 'nth', numbers: [4] },
            match: { method: 'PATCH' },
            effect: { kind: 'answer', status, json: { error: { code: 'no', message: 'No.' } } },
          },
        ]),
    });
    expect(states(outcomes)).toStrictEqual([
      ...Array<string>(3).fill('applied'),
      ...Array<string>(6).fill('not_attempted'),
    ]);
    expect(outcomes[8]).toMatchObject({ reason });
    expect(state.end).toMatchObject({ how: 'failed', reason, detail: 'No.' });
    expect(writesTo(practice)).toHaveLength(4);
    expectFaultsMet(practice);
  });

  it('a key revoked between two rows is noticed when reading', async () => {
    const practice = await practiceWith({ customers: customers(9) });
    const { outcomes, state } = await apply(practice, phones(9), {
      settings: { concurrency: 1 },
      onEvent: (event) => {
        if (event.kind === 'ended' && event.row === 1) practice.revokeKey('sk_test_practice');
      },
    });
    expect(states(outcomes).filter((one) => one === 'applied')).toHaveLength(2);
    expect(state.end).toMatchObject({ how: 'failed', reason: 'key_rejected' });
    expect(writesTo(practice)).toHaveLength(2);
  });

  it('a redirect stops the run, and the other host sees neither customer nor key', async () => {
    const other = await practiceWith({ customers: customers(9) });
    const practice = await practiceWith({ customers: customers(9) });
    const { outcomes, state } = await apply(practice, phones(3), {
      settings: { concurrency: 1 },
      between: () =>
        practice.scriptFaults([
          {
            name: 'moved',
            match: { method: 'PATCH' },
            effect: recipes.redirect(`${other.baseUrl}/customers/${idOf(1)}`),
          },
        ]),
    });
    expect(states(outcomes)).toStrictEqual(Array<string>(3).fill('not_attempted'));
    expect(state.end).toMatchObject({ how: 'failed', reason: 'redirected' });
    expect(other.requests()).toStrictEqual([]);
    expectFaultsMet(practice);
  });
});

async function interrupted(
  effect: FaultEffect,
  interrupt: (run: Run) => void,
  until: (event: RunEvent) => boolean,
) {
  const practice = await practiceWith({
    customers: customers(9),
    faults: [{ name: 'slow', when: { kind: 'always' }, match: { method: 'PATCH' }, effect }],
  });
  const connected = connect(practice);
  const plan = await planOf(phones(9), connected);
  const run = start(plan, connected, {
    settings: { concurrency: 2 },
    onEvent: (event) => {
      if (until(event)) setTimeout(() => interrupt(run), 50);
    },
  });
  const state = await run.done;
  expectFaultsMet(practice);
  return { practice, state, outcomes: outcomesOf(plan, state) };
}

const isSecondIntent = (event: RunEvent) => event.kind === 'intent' && event.row === 1;

describe('a person', () => {
  it('who stops the run lets what is in flight finish; nothing else begins', async () => {
    const slow = { kind: 'delay', ms: 150, before: 'commit' } as const;
    const { practice, outcomes, state } = await interrupted(slow, (run) => run.stop(), isSecondIntent);
    expect(states(outcomes)).toStrictEqual(['applied', 'applied', ...Array<string>(7).fill('not_attempted')]);
    expect(outcomes[8]).toStrictEqual({ state: 'not_attempted', reason: 'stopped' });
    expect(state.end).toMatchObject({ how: 'stopped' });
    expect(writesTo(practice)).toHaveLength(2);
  });

  it('who aborts cuts off what is in flight, and still learns that it was written', async () => {
    const slow = { kind: 'delay', ms: 400, before: 'answer' } as const;
    const { practice, outcomes, state } = await interrupted(slow, (run) => run.abort(), isSecondIntent);
    expect(states(outcomes)).toStrictEqual(['applied', 'applied', ...Array<string>(7).fill('not_attempted')]);
    expect(state.end).toMatchObject({ how: 'aborted' });
    expect(practice.requests().at(-1)?.method).toBe('GET');
  });

  it('who aborts before it was written learns that it is not known', async () => {
    const slow = { kind: 'delay', ms: 400, before: 'commit' } as const;
    const { practice, outcomes } = await interrupted(slow, (run) => run.abort(), isSecondIntent);
    expect(outcomes[0]).toMatchObject({ state: 'unknown', reason: 'aborted' });
    expect(writesTo(practice)).toHaveLength(2);
  });

  it('who stops and then aborts has aborted', async () => {
    const slow = { kind: 'delay', ms: 400, before: 'answer' } as const;
    const stopThenAbort = (run: Run) => {
      run.stop();
      run.abort();
    };
    const { state } = await interrupted(slow, stopThenAbort, isSecondIntent);
    expect(state.end).toMatchObject({ how: 'aborted' });
  });

  it('who pauses finds nothing begun until they go on', async () => {
    const practice = await practiceWith({ customers: customers(9), latencyMs: 20 });
    const connected = connect(practice);
    const plan = await planOf(phones(9), connected);
    let isPaused = false;
    const intentsWhilePaused: RunEvent[] = [];
    const run = start(plan, connected, {
      settings: { concurrency: 2 },
      onEvent: (event) => {
        if (event.kind === 'intent' && isPaused) intentsWhilePaused.push(event);
        if (event.kind !== 'ended' || event.row !== 1) return;
        run.pause();
        setTimeout(() => {
          isPaused = true;
          expect(run.state.pausedBy).toBe('person');
        }, 100);
        setTimeout(() => {
          isPaused = false;
          run.resume();
        }, 200);
      },
    });
    const outcomes = outcomesOf(plan, await run.done);
    expect(states(outcomes)).toStrictEqual(Array<string>(9).fill('applied'));
    expect(intentsWhilePaused).toStrictEqual([]);
    expect(run.state.pausedBy).toBeUndefined();
    run.pause();
    expect(run.state.pausedBy).toBeUndefined();
    expect(practice.customer(idOf(9))).toStrictEqual(customer(9, { phone: '+16175550199' }));
  });
});

it.each(['before the row looks', 'while it waits to look'])(
  'an abort does not wait for hours until a write in doubt can be looked for (%s)',
  async (when) => {
    const clock = new TellingClock();
    const practice = await practiceWith({
      customers: customers(2),
      now: clock.now,
      faults: [
        {
          name: 'lost',
          match: { method: 'PATCH', customerId: idOf(1) },
          effect: { kind: 'reset_after_commit' },
        },
        {
          name: 'wait',
          match: { method: 'PATCH', customerId: idOf(2) },
          effect: recipes.tooManyRequests({ kind: 'seconds', seconds: 36_000 }),
        },
      ],
    });
    const connected = connect(practice, { clock });
    const plan = await planOf(phones(2), connected);
    const from = clock.now();
    clock.onSleep = (ms) => {
      if (when === 'while it waits to look' && ms === 60_000) run.abort();
    };
    const run = start(plan, connected, {
      settings: { concurrency: 2 },
      onEvent: (event) => {
        const isWaiting = event.kind === 'answered' && event.answer.kind === 'refused';
        if (when === 'before the row looks' && isWaiting) run.abort();
      },
    });
    const outcomes = outcomesOf(plan, await run.done);
    expect(outcomes[0]).toMatchObject({ state: 'unknown', reason: 'could_not_read' });
    expect(outcomes[1]).toMatchObject({ state: 'not_attempted', reason: 'aborted' });
    expect(clock.now() - from).toBeLessThan(3_600_000);
    expectFaultsMet(practice);
  },
);
