import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import type { RunSettings } from '../../../src/core/run-settings.ts';
import type { FaultEffect, FaultRule } from '../../../src/practice/server.ts';
import type { Run } from '../../../src/services/run/runner.ts';
import { connect } from '../support/connect.ts';
import { ADDRESS, customers, idOf } from '../support/customers.ts';
import { TellingClock } from '../support/fake-clock.ts';
import { expectFaultsMet, practiceWith, readsFrom, writesTo } from '../support/practice.ts';
import { outcomesOf, planOf, start } from '../support/running.ts';
import { SETTINGS } from '../support/settings.ts';

const ZIP = 'billing_address.postal_code';
const WRITTEN: JsonObject = { billing_address: { ...ADDRESS, postal_code: '02139' } };
const LOST: FaultEffect = { kind: 'reset_before_commit' };
const REFUSED: FaultEffect = { kind: 'answer', status: 422, text: '' };

interface Scene {
  /** Of the first write, of the second, and so on. */
  readonly effects: readonly FaultEffect[];
  /** What is on the server when the row waits to be sent again, after it was looked at. */
  readonly whileBackingOff?: JsonObject;
  /** What is there when it waits for the second time until a write has settled. */
  readonly whileSettlingAgain?: JsonObject;
  readonly triesPerRow?: number;
  readonly freshness?: RunSettings['freshness'];
  readonly whileBackingOffDo?: (run: Run) => void;
}

async function play(scene: Scene) {
  const clock = new TellingClock();
  const faults = scene.effects.map(
    (effect, index): FaultRule => ({
      name: `fault ${index + 1}`,
      when: { kind: 'nth', numbers: [index + 1] },
      match: { method: 'PATCH' },
      effect,
    }),
  );
  const practice = await practiceWith({ customers: customers(2), faults, now: clock.now });
  const connected = connect(practice, { clock });
  const plan = await planOf(
    [
      ['id', ZIP],
      [idOf(1), '02139'],
    ],
    connected,
  );
  let settled = 0;
  clock.onSleep = (ms) => {
    const isSettling = ms === SETTINGS.settleMs;
    if (isSettling) settled++;
    const lands = isSettling
      ? settled === 2 && scene.whileSettlingAgain
      : settled === 1 && ms < 500 && ms > 300 && scene.whileBackingOff;
    if (lands) practice.writeDirectly(idOf(1), lands);
    if (!isSettling && settled === 1) scene.whileBackingOffDo?.(run);
  };
  const run = start(plan, connected, {
    settings: { triesPerRow: scene.triesPerRow ?? 5, freshness: scene.freshness ?? SETTINGS.freshness },
  });
  const [outcome] = outcomesOf(plan, await run.done);
  expectFaultsMet(practice);
  return { outcome, writes: writesTo(practice).length, practice };
}

describe('a write that lands only after it was looked for', () => {
  it.each([{ kind: 'each_attempt' }, { kind: 'within', ms: 60_000 }] as const)(
    'and before it is sent again is found by the read that comes first (%o)',
    async (freshness) => {
      const { outcome, writes } = await play({ effects: [LOST], whileBackingOff: WRITTEN, freshness });
      expect(outcome).toStrictEqual({ state: 'applied', seen: [{ field: ZIP, value: '02139' }] });
      expect(writes).toBe(1);
    },
  );

  it('is found by a last look before the row is said to have failed', async () => {
    const { outcome } = await play({ effects: [LOST], triesPerRow: 1, whileSettlingAgain: WRITTEN });
    expect(outcome).toMatchObject({ state: 'applied' });
  });

  it('is found although a later try was refused', async () => {
    const { outcome } = await play({ effects: [LOST, REFUSED], whileSettlingAgain: WRITTEN });
    expect(outcome).toMatchObject({ state: 'applied' });
  });

  it('is found although the run was stopped before another try', async () => {
    const { outcome, writes } = await play({
      effects: [LOST],
      whileBackingOffDo: (run) => run.stop(),
      whileSettlingAgain: WRITTEN,
    });
    expect(outcome).toMatchObject({ state: 'applied' });
    expect(writes).toBe(1);
  });
});

describe('a write that never landed', () => {
  it('is refused when a later try is', async () => {
    const { outcome, writes } = await play({ effects: [LOST, REFUSED] });
    expect(outcome).toMatchObject({ state: 'rejected', refusal: { status: 422 } });
    expect(writes).toBe(2);
  });

  it('is not attempted when the run is stopped before another try', async () => {
    const { outcome } = await play({ effects: [LOST], whileBackingOffDo: (run) => run.stop() });
    expect(outcome).toStrictEqual({ state: 'not_attempted', reason: 'stopped' });
  });

  it('is a conflict where somebody changed the address around it meanwhile', async () => {
    const theirs = { billing_address: { ...ADDRESS, line1: '9 Other Street' } };
    const { outcome, writes } = await play({ effects: [LOST], whileBackingOff: theirs });
    expect(outcome).toMatchObject({ state: 'conflict', fields: [{ field: 'billing_address.line1' }] });
    expect(writes).toBe(1);
  });
});

it('a field that somebody set meanwhile leaves it unknown whether ours had been there', async () => {
  const theirs = { billing_address: { ...ADDRESS, postal_code: '99999' } };
  const { outcome, writes } = await play({ effects: [LOST], whileBackingOff: theirs });
  expect(outcome).toStrictEqual({
    state: 'unknown',
    reason: 'other_values_found',
    seen: [{ field: ZIP, value: '99999' }],
  });
  expect(writes).toBe(1);
});

describe('a key that may no longer read when a write is in doubt', () => {
  async function deniedAfterWrite(reading: { readonly byId: 403; readonly list?: 403 }) {
    const practice = await practiceWith({
      customers: customers(9),
      faults: [{ name: 'lost', match: { method: 'PATCH' }, effect: { kind: 'reset_after_commit' } }],
    });
    const connected = connect(practice);
    const rows = [1, 2, 3].map((number) => [idOf(number), '02139']);
    const plan = await planOf([['id', ZIP], ...rows], connected);
    const state = await start(plan, connected, {
      settings: { concurrency: 1 },
      onEvent: (event) => {
        if (event.kind === 'answered') practice.setReading(reading);
      },
    }).done;
    expectFaultsMet(practice);
    return { practice, state, outcomes: outcomesOf(plan, state) };
  }

  it('by id finds the customer in the listing', async () => {
    const { outcomes, practice } = await deniedAfterWrite({ byId: 403 });
    expect(outcomes.map(({ state }) => state)).toStrictEqual(Array<string>(3).fill('applied'));
    expect(writesTo(practice)).toHaveLength(3);
  });

  it('at all leaves it unknown, and nothing else is sent', async () => {
    const { outcomes, state, practice } = await deniedAfterWrite({ byId: 403, list: 403 });
    expect(outcomes).toStrictEqual([
      { state: 'unknown', reason: 'could_not_read', seen: [] },
      { state: 'not_attempted', reason: 'not_allowed' },
      { state: 'not_attempted', reason: 'not_allowed' },
    ]);
    expect(state.end).toMatchObject({ how: 'failed', reason: 'not_allowed' });
    expect(writesTo(practice)).toHaveLength(1);
    expect(readsFrom(practice).filter(({ status }) => status === 403).length).toBeGreaterThan(0);
  });
});
