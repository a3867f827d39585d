import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/core/run.ts';
import type { Journal, Run } from '../../../src/services/run/runner.ts';
import { connect } from '../support/connect.ts';
import { customers, idOf } from '../support/customers.ts';
import { FakeClock, realMs } from '../support/fake-clock.ts';
import { practiceWith, writesTo } from '../support/practice.ts';
import { memoryJournal, outcomesOf, planOf, start } from '../support/running.ts';

const PHONE = '+16175550199';

/** Four rows at work at a limit at which three of them wait at the gate while the first is being sent. */
async function atTheGate() {
  const clock = new FakeClock();
  const practice = await practiceWith({ customers: customers(12), now: clock.now, rateLimit: 20 });
  const connected = connect(practice, { clock });
  const rows = Array.from({ length: 12 }, (_, index) => [idOf(index + 1), PHONE]);
  const plan = await planOf([['id', 'phone'], ...rows], connected);
  return { clock, practice, connected, plan };
}

describe('while a row waits at the gate with what was read of its customer', () => {
  it('the machine may sleep: the customer is read again before it is written', async () => {
    for (const freshness of [{ kind: 'each_attempt' }, { kind: 'within', ms: 60_000 }] as const) {
      const { clock, practice, connected, plan } = await atTheGate();
      let hasSlept = false;
      const state = await start(plan, connected, {
        settings: { freshness },
        onEvent: ({ kind }) => {
          if (kind !== 'intent' || hasSlept) return;
          hasSlept = true;
          clock.advance(3_600_000);
          for (let number = 2; number <= 12; number++) practice.writeDirectly(idOf(number), { phone: '+49' });
        },
      }).done;
      const [first, ...others] = outcomesOf(plan, state).map((outcome) => outcome.state);
      expect(first).toBe('applied');
      expect(new Set(others)).toStrictEqual(new Set(['conflict']));
      expect(writesTo(practice)).toHaveLength(1);
    }
  });

  it('the run may be paused: nothing is sent until somebody goes on', async () => {
    const { practice, connected, plan } = await atTheGate();
    const writesWhilePaused: number[] = [];
    const lookThenGoOn = async (run: Run): Promise<void> => {
      await realMs(80);
      writesWhilePaused.push(writesTo(practice).length);
      run.resume();
    };
    const run = start(plan, connected, {
      settings: { freshness: { kind: 'within', ms: 3_600_000 } },
      onEvent: ({ kind }) => {
        if (kind !== 'intent' || writesWhilePaused.length > 0 || run.state.pausedBy) return;
        run.pause();
        void lookThenGoOn(run);
      },
    });
    const outcomes = outcomesOf(plan, await run.done);
    expect(writesWhilePaused).toStrictEqual([1]);
    expect(outcomes.every(({ state }) => state === 'applied')).toBe(true);
  });
});

it('a run that is stopped while an intent is being made durable sends nothing, and its journal says so', async () => {
  const { practice, connected, plan } = await atTheGate();
  const kept = memoryJournal();
  const journal: Journal = {
    append: async (event: RunEvent) => {
      if (event.kind === 'intent') run.stop();
      await kept.append(event);
    },
  };
  const run = start(plan, connected, { journal, settings: { concurrency: 1 } });
  const outcomes = outcomesOf(plan, await run.done);
  expect(new Set(outcomes.map(({ state }) => state))).toStrictEqual(new Set(['not_attempted']));
  expect(writesTo(practice)).toStrictEqual([]);
  expect(kept.events).toContainEqual(
    expect.objectContaining({
      kind: 'answered',
      answer: expect.objectContaining({ kind: 'not_sent' }) as unknown,
    }),
  );
});
