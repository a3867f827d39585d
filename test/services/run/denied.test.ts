import { describe, expect, it } from 'vitest';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import type { FaultEffect } from '../../../src/practice/server.ts';
import { connect } from '../support/connect.ts';
import { customers, idOf } from '../support/customers.ts';
import { expectFaultsMet, practiceWith, readsFrom, writesTo } from '../support/practice.ts';
import { apply, outcomesOf, planOf, start } from '../support/running.ts';

const PHONE = [
  ['id', 'phone'],
  [idOf(1), '+16175550199'],
];

async function withEffects(...effects: readonly FaultEffect[]) {
  const practice = await practiceWith({
    customers: customers(2),
    reading: { list: 403, byId: 403 },
    faults: effects.map((effect, index) => ({
      name: `fault ${index + 1}`,
      when: { kind: 'nth', numbers: [index + 1] },
      match: { method: 'PATCH' },
      effect,
    })),
  });
  const result = await apply(practice, PHONE, { settings: { triesPerRow: 3 } });
  expectFaultsMet(practice);
  // The dry run's two; the run asks for nothing that it may not have.
  expect(readsFrom(practice)).toHaveLength(2);
  return { practice, outcome: result.outcomes[0], writes: writesTo(practice).length };
}

describe('where reading is denied', () => {
  it('an answer that shows the value is enough', async () => {
    const { outcome, writes } = await withEffects();
    expect([outcome?.state, writes]).toStrictEqual(['applied', 1]);
  });

  it('an absolute body may be sent again', async () => {
    const { outcome, writes } = await withEffects(recipes.serverErrorAfterCommit);
    expect([outcome?.state, writes]).toStrictEqual(['applied', 2]);
  });

  it('what never answers ends unknown, not failed', async () => {
    const { outcome, writes } = await withEffects(
      recipes.serverErrorAfterCommit,
      recipes.serverError,
      recipes.badGateway,
    );
    expect(outcome).toMatchObject({ state: 'unknown', reason: 'tries_spent' });
    expect(writes).toBe(3);
  });

  it.each([
    ['refused', { kind: 'answer', status: 400, text: '' }],
    ['stopped by a rejected key', { kind: 'answer', status: 401, text: '' }],
  ] as const)('a row that was %s after a write in doubt is still in doubt', async (_what, effect) => {
    const { practice, outcome } = await withEffects(recipes.serverErrorAfterCommit, effect);
    expect(practice.customer(idOf(1))?.phone).toBe('+16175550199');
    expect(outcome?.state).toBe('unknown');
  });

  it('a row that is stopped while a write is in doubt is unknown, not “not attempted”', async () => {
    const practice = await practiceWith({
      customers: customers(2),
      reading: { list: 403, byId: 403 },
      faults: [
        { name: 'lost', match: { method: 'PATCH' }, effect: recipes.serverErrorAfterCommit },
        {
          name: 'wait',
          when: { kind: 'nth', numbers: [2] },
          match: { method: 'PATCH' },
          effect: recipes.tooManyRequests(),
        },
      ],
    });
    const connected = connect(practice);
    const plan = await planOf(PHONE, connected);
    const run = start(plan, connected, {
      onEvent: (event) => {
        if (event.kind === 'answered' && event.attempt === 2) run.stop();
      },
    });
    expect(outcomesOf(plan, await run.done)).toMatchObject([{ state: 'unknown' }]);
    expectFaultsMet(practice);
  });
});
