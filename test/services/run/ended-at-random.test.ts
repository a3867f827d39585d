import { expect, it } from 'vitest';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import type { FaultEffect } from '../../../src/practice/server.ts';
import { connect } from '../support/connect.ts';
import { customers, idOf } from '../support/customers.ts';
import { practiceWith } from '../support/practice.ts';
import { outcomesOf, planOf, start } from '../support/running.ts';

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

const WAYS = ['stop', 'abort', 'pause, then stop', 'revoke the key', 'let it run'] as const;

it.each(WAYS.flatMap((way, index) => [1, 2, 3].map((round) => [way, index * 10 + round] as const)))(
  'however a run ends (%s, seed %i), every row has one state, and it is true',
  async (way, seed) => {
    const practice = await practiceWith({ customers: customers(COUNT) });
    const connected = connect(practice);
    const rows = Array.from({ length: COUNT }, (_, index) => [idOf(index + 1), AFTER]);
    const plan = await planOf([['id', 'phone'], ...rows], connected);
    practice.scriptFaults(
      EFFECTS.map((effect, index) => ({
        name: `fault ${index}`,
        when: { kind: 'chance', probability: 0.04, seed },
        match: isRefusal(effect) ? { method: 'PATCH' } : {},
        effect,
      })),
    );
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
