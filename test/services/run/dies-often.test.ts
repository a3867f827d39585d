import { expect, it } from 'vitest';

import { type RunEvent, RunReducer } from '../../../src/core/run.ts';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import type { FaultEffect } from '../../../src/practice/server.ts';
import { connect } from '../support/connect.ts';
import { customer, customers, emailOf, idOf } from '../support/customers.ts';
import { practiceWith, writesTo } from '../support/practice.ts';
import { dies, outcomesOf, planOf } from '../support/running.ts';

const COUNT = 24;
const PHONE = '+16175550199';

const EFFECTS: readonly FaultEffect[] = [
  recipes.serverError,
  recipes.serverErrorAfterCommit,
  recipes.tooManyRequests({ kind: 'seconds', seconds: 2 }),
  recipes.wrongShape,
  { kind: 'reset_before_commit' },
  { kind: 'reset_after_commit' },
  { kind: 'truncated_body' },
];

/** Numbers from 0 to below 1, the same ones for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Every third customer takes the e-mail of the next, which takes a new one. */
const emailFor = (number: number): string => {
  if (number % 3 === 1) return emailOf(number + 1);
  return number % 3 === 2 ? `moved${number}@fictional.example` : '';
};

it.each([1, 2, 3, 4, 5, 6])(
  'however often its process dies while requests go wrong, a run ends with every row as wanted (seed %i)',
  async (seed) => {
    const random = randomFrom(seed);
    const practice = await practiceWith({ customers: customers(COUNT) });
    const connected = connect(practice);
    const rows = Array.from({ length: COUNT }, (_, index) => [
      idOf(index + 1),
      emailFor(index + 1),
      PHONE,
      'CC-2',
    ]);
    const plan = await planOf([['id', 'email', 'phone', 'metadata.cost_center'], ...rows], connected);
    for (let number = 1; number <= COUNT; number += 5)
      practice.writeDirectly(idOf(number), { metadata: { cost_center: 'CC-1', owner: 'Robin' } });
    practice.scriptFaults(
      EFFECTS.map((effect, index) => ({
        name: `fault ${index}`,
        when: { kind: 'chance', probability: 0.045, seed },
        effect,
      })),
    );
    const settings = { triesPerRow: 20 };
    let kept: readonly RunEvent[] = [];
    let deaths = 0;
    for (let hasDied = true; hasDied; ) {
      const at = { record: 2 + Math.floor(random() * 18), isDurable: random() < 0.5 };
      const run = await dies(plan, connected, at, { kept, settings });
      ({ hasDied, events: kept } = run);
      if (hasDied) deaths++;
    }
    expect(deaths).toBeGreaterThan(4);
    const reducer = new RunReducer(plan);
    for (const event of kept) reducer.apply(event);
    const outcomes = outcomesOf(plan, reducer.state);
    expect(new Set(outcomes.map(({ state }) => state))).toStrictEqual(new Set(['applied']));
    expect(reducer.state.end).toMatchObject({ how: 'completed' });
    for (let number = 1; number <= COUNT; number++) {
      const email = emailFor(number);
      expect(practice.customer(idOf(number))).toStrictEqual(
        customer(number, {
          ...(email === '' ? {} : { email }),
          phone: PHONE,
          metadata: { cost_center: 'CC-2', ...(number % 5 === 1 ? { owner: 'Robin' } : {}) },
        }),
      );
    }
    // Whatever had an effect more than once had the same one.
    const committed = writesTo(practice).filter(({ isCommitted }) => isCommitted);
    const bodies = new Map<string, Set<string>>();
    for (const { path, bodyText } of committed)
      bodies.set(path, (bodies.get(path) ?? new Set()).add(bodyText));
    for (const [, different] of bodies) expect(different.size).toBe(1);
  },
);
