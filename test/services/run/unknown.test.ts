import { describe, expect, it } from 'vitest';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import type { FaultEffect } from '../../../src/practice/server.ts';
import { systemClock } from '../../../src/services/clock.ts';
import { connect } from '../support/connect.ts';
import { ADDRESS, customer, customers, idOf } from '../support/customers.ts';
import { expectFaultsMet, practiceWith, writesTo } from '../support/practice.ts';
import { apply } from '../support/running.ts';

const ZIP = [
  ['id', 'billing_address.postal_code'],
  [idOf(1), '02139'],
];
const changed = customer(1, { billing_address: { ...ADDRESS, postal_code: '02139' } });

const onWrites = (effect: FaultEffect, count = 1) =>
  [{ name: 'fault', when: { kind: 'first', count }, match: { method: 'PATCH' }, effect }] as const;

const reset = { kind: 'reset_before_commit' } as const;
const timeout408 = { kind: 'answer', status: 408, text: '' } as const;

describe('a write of which nobody knows what became of it is read, and', () => {
  it.each([
    ['500', recipes.serverError],
    ['502 in HTML', recipes.badGateway],
    ['503', recipes.unavailable],
    ['408', timeout408],
    ['reset', reset],
    ['200 in HTML', recipes.htmlPage],
  ])('sent again where it was not made: %s', async (_what, effect) => {
    const practice = await practiceWith({ customers: customers(2), faults: onWrites(effect) });
    const { outcomes } = await apply(practice, ZIP);
    expect(outcomes).toMatchObject([{ state: 'applied' }]);
    expect(practice.customer(idOf(1))).toStrictEqual(changed);
    expect(writesTo(practice)).toHaveLength(2);
    expectFaultsMet(practice);
  });

  it.each([
    ['500', recipes.serverErrorAfterCommit],
    ['502 in HTML', { ...recipes.badGateway, commits: true }],
    ['408', { ...timeout408, commits: true }],
    ['reset', { kind: 'reset_after_commit' }],
    ['half an answer', { kind: 'truncated_body' }],
    ['200 in HTML', { ...recipes.htmlPage, commits: true }],
    ['200 in another shape', recipes.wrongShape],
  ] as const)('sent once where it was made: %s', async (_what, effect) => {
    const practice = await practiceWith({ customers: customers(2), faults: onWrites(effect) });
    const { outcomes } = await apply(practice, ZIP);
    expect(outcomes).toStrictEqual([
      { state: 'applied', seen: [{ field: 'billing_address.postal_code', value: '02139' }] },
    ]);
    expect(practice.customer(idOf(1))).toStrictEqual(changed);
    expect(writesTo(practice)).toHaveLength(1);
    expectFaultsMet(practice);
  });

  it.each([
    ['commits after the reset', { kind: 'commit_after_reset', delayMs: 40 }],
    ['commits after we gave up waiting', { kind: 'delay', ms: 140, before: 'commit' }],
  ] as const)('given time to settle first: the server %s', async (_what, effect) => {
    const practice = await practiceWith({ customers: customers(2), faults: onWrites(effect) });
    const { outcomes } = await apply(practice, ZIP, {
      connected: connect(practice, { clock: systemClock, limits: { totalTimeoutMs: 100 } }),
      settings: { settleMs: 150 },
    });
    expect(outcomes).toMatchObject([{ state: 'applied' }]);
    expect(writesTo(practice)).toHaveLength(1);
    expectFaultsMet(practice);
  });

  it('sent again where it lands only after we looked; the last word is the same', async () => {
    const practice = await practiceWith({
      customers: customers(2),
      faults: onWrites({ kind: 'commit_after_reset', delayMs: 60 }),
    });
    const { outcomes } = await apply(practice, ZIP);
    expect(outcomes).toMatchObject([{ state: 'applied' }]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(practice.customer(idOf(1))).toStrictEqual(changed);
    expectFaultsMet(practice);
  });

  it('given up after its tries: failed, because nothing was written', async () => {
    const practice = await practiceWith({
      customers: customers(2),
      faults: onWrites(recipes.serverError, 3),
    });
    const { outcomes } = await apply(practice, ZIP, { settings: { triesPerRow: 3 } });
    expect(outcomes).toStrictEqual([{ state: 'failed', reason: 'tries_spent' }]);
    expect(practice.customer(idOf(1))).toStrictEqual(customer(1));
    expect(writesTo(practice)).toHaveLength(3);
    expectFaultsMet(practice);
  });

  it('unknown where other values are found, with what was seen', async () => {
    const practice = await practiceWith({ customers: customers(2), faults: onWrites(recipes.serverError) });
    const { outcomes } = await apply(practice, ZIP, {
      onEvent: ({ kind }) => {
        if (kind === 'answered') practice.writeDirectly(idOf(1), { billing_address: null });
      },
    });
    expect(outcomes).toStrictEqual([
      {
        state: 'unknown',
        reason: 'other_values_found',
        seen: [{ field: 'billing_address.postal_code', value: null }],
      },
    ]);
    expect(writesTo(practice)).toHaveLength(1);
    expectFaultsMet(practice);
  });

  it('unknown where it can’t be read', async () => {
    const practice = await practiceWith({ customers: customers(2) });
    const { outcomes } = await apply(practice, ZIP, {
      onEvent: ({ kind }) => {
        if (kind === 'intent')
          practice.scriptFaults([
            ...onWrites(recipes.serverErrorAfterCommit),
            { name: 'no', when: { kind: 'always' }, match: { method: 'GET' }, effect: recipes.badGateway },
          ]);
      },
    });
    expect(outcomes).toStrictEqual([{ state: 'unknown', reason: 'could_not_read', seen: [] }]);
    expectFaultsMet(practice);
  });
});

it('a write that lands late, between two tries, is ours: applied, not already so', async () => {
  const practice = await practiceWith({
    customers: customers(2),
    faults: [
      ...onWrites(recipes.serverError),
      {
        name: 'wait',
        when: { kind: 'nth', numbers: [2] },
        match: { method: 'PATCH' },
        effect: recipes.tooManyRequests(),
      },
    ],
  });
  const { outcomes } = await apply(practice, ZIP, {
    onEvent: (event) => {
      if (event.kind === 'answered' && event.attempt === 2)
        practice.writeDirectly(idOf(1), { billing_address: changed.billing_address ?? null });
    },
  });
  expect(outcomes).toMatchObject([{ state: 'applied' }]);
  expectFaultsMet(practice);
});
