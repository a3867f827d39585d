import { describe, expect, it } from 'vitest';
import { reportRows } from '../../../src/core/report.ts';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import type { FaultEffect } from '../../../src/practice/server.ts';
import { connect } from '../support/connect.ts';
import { ADDRESS, customer, customers, emailOf, idOf } from '../support/customers.ts';
import { expectFaultsMet, practiceWith, writesTo } from '../support/practice.ts';
import { apply, outcomesOf, planOf, start } from '../support/running.ts';

it('every row of the sheet has exactly one state, and it is the true one', async () => {
  const practice = await practiceWith({ customers: customers(40) });
  const connected = connect(practice);
  const zip = 'billing_address.postal_code';
  const plan = await planOf(
    [
      ['id', 'check name', 'email', zip, 'default_payment_method'],
      [idOf(1), '', '', '02139', ''],
      [idOf(2), '', 'no e-mail', '', ''],
      [idOf(3), '', '', '02138', ''],
      [idOf(77), '', '', '02139', ''],
      [idOf(4), 'Somebody', '', '02139', ''],
      [idOf(5), '', 'taken@fictional.example', '', ''],
      [idOf(6), '', '', '', 'pm_2'],
      [idOf(7), '', '', '02139', 'pm_2'],
      [idOf(8), '', '', '02139', ''],
      [idOf(9), '', '', '02139', ''],
      [idOf(10), '', emailOf(5), '', ''],
    ],
    connected,
  );
  practice.writeDirectly(idOf(8), { billing_address: { ...ADDRESS, line1: 'Elsewhere' } });
  practice.writeDirectly(idOf(30), { email: 'taken@fictional.example' });
  practice.writeDirectly(idOf(9), { billing_address: { ...ADDRESS, postal_code: '02139' } });
  const state = await start(plan, connected).done;
  expect(reportRows(plan, state).map((row) => row.state)).toStrictEqual([
    'applied',
    'invalid',
    'unchanged',
    'not_found',
    'blocked',
    'rejected',
    'not_applied',
    'partly_applied',
    'conflict',
    'already_so',
    'not_attempted',
  ]);
});

const EFFECTS: readonly FaultEffect[] = [
  recipes.serverError,
  recipes.serverErrorAfterCommit,
  recipes.badGateway,
  { ...recipes.badGateway, status: 504, commits: true },
  recipes.tooManyRequests({ kind: 'seconds', seconds: 2 }),
  recipes.tooManyRequests({ kind: 'date', seconds: 2 }),
  recipes.wrongShape,
  recipes.htmlPage,
  { kind: 'reset_before_commit' },
  { kind: 'reset_after_commit' },
  { kind: 'truncated_body' },
];

describe.each([2, 3, 4])('when a third of all requests goes wrong (seed %i)', (seed) => {
  it('the customers are as wanted, nobody else’s change is lost, and every row says so', async () => {
    const count = 150;
    const practice = await practiceWith({ customers: customers(count) });
    const phone = '+16175550199';
    const rows = [
      ['id', 'phone', 'metadata.cost_center'],
      ...Array.from({ length: count }, (_, index) => [idOf(index + 1), phone, 'CC-2']),
    ];
    const { outcomes } = await apply(practice, rows, {
      settings: { triesPerRow: 12 },
      between: () => {
        for (let number = 1; number <= count; number += 7)
          practice.writeDirectly(idOf(number), { metadata: { cost_center: 'CC-1', owner: 'Robin' } });
        practice.scriptFaults(
          EFFECTS.map((effect, index) => ({
            name: `fault ${index}`,
            when: { kind: 'chance', probability: 0.035, seed },
            effect,
          })),
        );
      },
    });
    expectFaultsMet(practice);
    expect(new Set(outcomes.map(({ state }) => state))).toStrictEqual(new Set(['applied']));
    for (let number = 1; number <= count; number++) {
      const owner = number % 7 === 1 ? { owner: 'Robin' } : {};
      expect(practice.customer(idOf(number))).toStrictEqual(
        customer(number, { phone, metadata: { cost_center: 'CC-2', ...owner } }),
      );
    }
  });
});

it('a listener that breaks ends the run with its error, and nothing is sent behind its back', async () => {
  const practice = await practiceWith({ customers: customers(9), latencyMs: 5 });
  const connected = connect(practice);
  const rows = Array.from({ length: 9 }, (_, index) => [idOf(index + 1), '+1']);
  const plan = await planOf([['id', 'phone'], ...rows], connected);
  const run = start(plan, connected, {
    settings: { concurrency: 2 },
    onEvent: ({ kind }) => {
      if (kind === 'answered') throw new Error('the screen is gone');
    },
  });
  await expect(run.done).rejects.toThrow('the screen is gone');
  const written = writesTo(practice).length;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(writesTo(practice)).toHaveLength(written);
  expect(written).toBeLessThan(9);
});

it('a run of nothing ends at once', async () => {
  const practice = await practiceWith({ customers: customers(9) });
  const connected = connect(practice);
  const plan = await planOf(
    [
      ['id', 'billing_address.postal_code'],
      [idOf(1), '02138'],
    ],
    connected,
  );
  const state = await start(plan, connected).done;
  expect(outcomesOf(plan, state)).toStrictEqual([]);
  expect(state.end).toMatchObject({ how: 'completed' });
  expect(writesTo(practice)).toStrictEqual([]);
});
