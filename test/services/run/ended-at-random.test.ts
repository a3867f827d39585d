import { expect, it } from 'vitest';
import { mayResume } from '../../../src/core/resume.ts';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import type { FaultEffect, FaultRule } from '../../../src/practice/server.ts';
import { connect } from '../support/connect.ts';
import { customers, idOf } from '../support/customers.ts';
import { practiceWith } from '../support/practice.ts';
import { memoryJournal, outcomesOf, planOf, resume, start } from '../support/running.ts';

const COUNT = 60;
const BEFORE = '+16175550100';
const AFTER = '+16175550199';

const EFFECTS: readonly FaultEffect[] = [
  recipes.serverError,
  recipes.serverErrorAfterCommit,
  recipes.tooManyRequests({ kind: 'date', seconds: 2 }),
  recipes.htmlPage,
  { kind: 'answer', status: 422, text: '' },
  { kind: 'answer', status: 409, text: '' },
  { kind: 'reset_before_commit' },
  { kind: 'reset_after_commit' },
  { kind: 'truncated_body' },
];

/** Reading is never refused here: what could not be read would rightly be unknown. */
const isRefusal = (effect: FaultEffect): boolean =>
  effect.kind === 'answer' && (effect.status === 422 || effect.status === 409);

const faultsOf = (seed: number): readonly FaultRule[] =>
  EFFECTS.map((effect, index) => ({
    name: `fault ${index}`,
    when: { kind: 'chance', probability: 0.04, seed },
    match: isRefusal(effect) ? { method: 'PATCH' } : {},
    effect,
  }));

const ROWS = [['id', 'phone'], ...Array.from({ length: COUNT }, (_, index) => [idOf(index + 1), AFTER])];

const WAYS = ['stop', 'abort', 'pause, then stop', 'revoke the key', 'let it run'] as const;

it.each(WAYS.flatMap((way, index) => [1, 2, 3].map((round) => [way, index * 10 + round] as const)))(
  'however a run ends (%s, seed %i), every row has one state, and it is true',
  async (way, seed) => {
    const practice = await practiceWith({ customers: customers(COUNT) });
    const connected = connect(practice);
    const plan = await planOf(ROWS, connected);
    practice.scriptFaults(faultsOf(seed));
    let events = 0;
    const run = start(plan, connected, {
      settings: { triesPerRow: 2 },
      onEvent: () => {
        if (++events !== seed * 4) return;
        if (way === 'abort') run.abort();
        if (way === 'pause, then stop') run.pause();
        if (way === 'stop' || way === 'pause, then stop') run.stop();
        if (way === 'revoke the key') practice.revokeKey('sk_test_practice');
      },
    });
    const state = await run.done;
    const outcomes = outcomesOf(plan, state);
    expect(state.end).toBeDefined();
    for (const [row, outcome] of outcomes.entries()) {
      const phone = practice.customer(idOf(row + 1))?.phone;
      if (outcome.state === 'applied') expect(phone).toBe(AFTER);
      else if (outcome.state !== 'unknown')
        expect([row, outcome.state, phone]).toStrictEqual([row, outcome.state, BEFORE]);
    }
    if (way === 'let it run')
      expect(outcomes.filter(({ state: how }) => how === 'unknown')).toStrictEqual([]);
    else expect(outcomes.some(({ state: how }) => how === 'not_attempted')).toBe(true);
  },
);

it.each([1, 2, 3, 4, 5, 6])(
  'a run whose key was taken away is finished with another, wherever it stood (seed %i)',
  async (seed) => {
    const practice = await practiceWith({
      customers: customers(COUNT),
      keys: ['sk_test_old', 'sk_test_new'],
    });
    const old = connect(practice, { key: 'sk_test_old' });
    const plan = await planOf(ROWS, old);
    practice.scriptFaults(faultsOf(seed).filter(({ effect }) => !effect || !isRefusal(effect)));
    const journal = memoryJournal();
    let events = 0;
    await start(plan, old, {
      journal,
      onEvent: () => {
        if (++events === seed * 20) practice.revokeKey('sk_test_old');
      },
    }).done;
    const resumable = mayResume(plan, journal.events);
    expect(resumable).toMatchObject({ ok: true });
    const settings = { triesPerRow: 12 };
    const going = resume(plan, journal.events, connect(practice, { key: 'sk_test_new' }), { settings });
    const state = await going.done;
    const states = new Set(outcomesOf(plan, state).map((outcome) => outcome.state));
    expect(states).toStrictEqual(new Set(['applied']));
    expect(practice.customers().every(({ phone }) => phone === AFTER)).toBe(true);
  },
);
