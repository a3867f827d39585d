import { describe, expect, it } from 'vitest';
import type { PauseReason, RunEvent } from '../../../src/core/run.ts';
import type { RunSettings } from '../../../src/core/run-settings.ts';
import { runNote } from '../../../src/core/words/run.ts';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import type { FaultRule } from '../../../src/practice/server.ts';
import { defaultRunSettings } from '../../../src/services/run/settings.ts';
import { connect } from '../support/connect.ts';
import { customers, idOf } from '../support/customers.ts';
import { FakeClock, realMs } from '../support/fake-clock.ts';
import { expectFaultsMet, practiceWith, writesTo } from '../support/practice.ts';
import { dies, memoryJournal, outcomesOf, planOf, resume, start } from '../support/running.ts';

const PHONE = '+16175550199';
const phones = (count: number) => [
  ['id', 'phone'],
  ...Array.from({ length: count }, (_, index) => [idOf(index + 1), PHONE]),
];

/** When everything in flight has finished. */
async function afterAWhile(then: () => void): Promise<void> {
  await realMs(40);
  then();
}

interface Scene {
  readonly rows?: readonly (readonly string[])[];
  readonly settings?: Partial<RunSettings>;
  readonly faults?: readonly FaultRule[];
}

/** A run that pauses. It is stopped then, or goes on once everything in flight has finished. */
async function pausing({ rows = phones(30), settings = {}, faults = [] }: Scene) {
  const clock = new FakeClock();
  const practice = await practiceWith({ customers: customers(120), now: clock.now });
  const connected = connect(practice, { clock });
  const plan = await planOf(rows, connected);
  practice.scriptFaults(faults);
  const journal = memoryJournal();
  const pauses: { readonly reason: PauseReason; readonly wrote: number; readonly ended: number }[] = [];
  const begin = (atPause: 'go on' | 'stop' = 'go on') => {
    let ended = 0;
    const run = start(plan, connected, {
      journal,
      settings,
      onEvent: (event) => {
        if (event.kind === 'ended') ended++;
        if (event.kind !== 'paused' || event.reason === 'no_connection') return;
        if (atPause === 'stop') run.stop();
        void afterAWhile(() => {
          pauses.push({ reason: event.reason, wrote: writesTo(practice).length, ended });
          run.resume();
        });
      },
    });
    return run;
  };
  return { practice, clock, connected, plan, journal, pauses, begin };
}

const always = (effect: FaultRule['effect']): readonly FaultRule[] => [
  { name: 'fault', when: { kind: 'always' }, match: { method: 'PATCH' }, effect },
];

describe('the pilot', () => {
  it('writes exactly so many rows, and the rest once somebody has looked', async () => {
    const { begin, pauses, plan, practice } = await pausing({ settings: { pilotRows: 5 } });
    const state = await begin().done;
    expect(pauses).toStrictEqual([{ reason: 'pilot_done', wrote: 5, ended: 5 }]);
    expect(outcomesOf(plan, state).every((outcome) => outcome.state === 'applied')).toBe(true);
    expect(writesTo(practice)).toHaveLength(30);
  });

  it('counts rows that were really written, not those that needed nothing or were refused', async () => {
    const rows = [
      ['id', 'email'],
      [idOf(1), 'taken101@fictional.example'],
      [idOf(2), 'taken102@fictional.example'],
      ...Array.from({ length: 10 }, (_, index) => [idOf(index + 3), `new${index}@fictional.example`]),
    ];
    const { begin, pauses, practice } = await pausing({ rows, settings: { pilotRows: 3 } });
    for (const number of [101, 102])
      practice.writeDirectly(idOf(number), { email: `taken${number}@fictional.example` });
    await begin().done;
    expect(pauses).toMatchObject([{ reason: 'pilot_done' }]);
    const accepted = practice.requests().filter(({ method, status }) => method === 'PATCH' && status === 200);
    expect(accepted).toHaveLength(10);
    expect((pauses[0]?.wrote ?? 0) - 2).toBe(3);
  });

  it('that is all there is pauses for nobody', async () => {
    const { begin, pauses } = await pausing({ rows: phones(5), settings: { pilotRows: 5 } });
    expect((await begin().done).end).toMatchObject({ how: 'completed' });
    expect(pauses).toStrictEqual([]);
  });

  it('can be the end of it', async () => {
    const { begin, plan } = await pausing({ settings: { pilotRows: 5 } });
    const outcomes = outcomesOf(plan, await begin('stop').done);
    expect(outcomes.filter(({ state }) => state === 'applied')).toHaveLength(5);
    expect(outcomes.filter(({ state }) => state === 'not_attempted')).toHaveLength(25);
  });

  it('goes on where a run before it died', async () => {
    const { plan, connected, practice } = await pausing({ settings: { pilotRows: 5 } });
    // run_started and three records for each of three rows.
    const dead = await dies(plan, connected, { record: 10, isDurable: true });
    const pauses: number[] = [];
    const run = resume(plan, dead.events, connected, {
      settings: { pilotRows: 5 },
      onEvent: (event) => {
        if (event.kind !== 'paused') return;
        void afterAWhile(() => {
          pauses.push(writesTo(practice).length);
          run.resume();
        });
      },
    });
    await run.done;
    expect(pauses).toStrictEqual([5]);
  });

  it('is five rows with a live key, and none with a test key', () => {
    expect(defaultRunSettings(10, 'LIVE').pilotRows).toBe(5);
    expect(defaultRunSettings(10, 'TEST').pilotRows).toBe(0);
  });
});

describe('the budget for sending again', () => {
  it('pauses the run when it is spent; going on gives another', async () => {
    const once = { kind: 'first_of_each_path', count: 1 } as const;
    const { begin, pauses, plan, practice } = await pausing({
      settings: { retryBudget: 12, concurrency: 1 },
      faults: [{ name: 'once', when: once, match: { method: 'PATCH' }, effect: recipes.serverError }],
    });
    const state = await begin().done;
    // Thirty rows are sent again once each; the 13th and the 25th time find the budget spent.
    expect(pauses).toMatchObject([{ reason: 'budget_spent' }, { reason: 'budget_spent' }]);
    expect(pauses.map(({ wrote }) => wrote)).toStrictEqual([12 * 2 + 1, 24 * 2 + 1]);
    expect(outcomesOf(plan, state).every((outcome) => outcome.state === 'applied')).toBe(true);
    expectFaultsMet(practice);
  });

  it('is a tenth of the rows, and at least fifty', () => {
    expect(defaultRunSettings(10, 'TEST').retryBudget).toBe(50);
    expect(defaultRunSettings(10_000, 'TEST').retryBudget).toBe(1_000);
  });

  it('is not touched by 429s', async () => {
    const once = { kind: 'first_of_each_path', count: 1 } as const;
    const { begin, pauses } = await pausing({
      settings: { retryBudget: 1 },
      faults: [{ name: 'wait', when: once, match: { method: 'PATCH' }, effect: recipes.tooManyRequests() }],
    });
    await begin().done;
    expect(pauses).toStrictEqual([]);
  });
});

describe('rows that do not end as wanted', () => {
  const refused = { kind: 'answer', status: 400, text: '' } as const;

  it('pause the run when they are more than a fifth of the last fifty', async () => {
    const { begin, pauses, practice } = await pausing({
      rows: phones(100),
      settings: { breaker: { rows: 50, mostShare: 0.2 }, concurrency: 1 },
      faults: [
        {
          name: 'refused',
          when: { kind: 'nth', numbers: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 60] },
          match: { method: 'PATCH' },
          effect: refused,
        },
      ],
    });
    // Ten of fifty are a fifth and not more; when the sixtieth fails the first ten are long past.
    expect((await begin().done).end).toMatchObject({ how: 'completed' });
    expect(pauses).toStrictEqual([]);
    expectFaultsMet(practice);
  });

  it('pause it anew only after another fifty', async () => {
    const { begin, pauses } = await pausing({
      rows: phones(110),
      settings: { breaker: { rows: 50, mostShare: 0.2 }, concurrency: 1 },
      faults: always(refused),
    });
    await begin().done;
    expect(pauses).toMatchObject([
      { reason: 'too_many_failures', ended: 50, wrote: 50 },
      { reason: 'too_many_failures', ended: 100, wrote: 100 },
    ]);
  });
});

describe('a wait of more than ten minutes', () => {
  const wait = (seconds: number): readonly FaultRule[] => [
    {
      name: 'wait',
      when: { kind: 'nth', numbers: [3] },
      match: { method: 'PATCH' },
      effect: recipes.tooManyRequests({ kind: 'seconds', seconds }),
    },
  ];
  const settings = { longestWaitMs: 10 * 60_000, concurrency: 2 };

  it('that Atlas asks for is asked about, and then kept to the second', async () => {
    const { begin, pauses, plan, practice } = await pausing({ settings, faults: wait(1_800) });
    const outcomes = outcomesOf(plan, await begin().done);
    expect(pauses).toMatchObject([{ reason: 'long_rate_limit' }]);
    expect(outcomes.every(({ state }) => state === 'applied')).toBe(true);
    const refused = practice.requests().find(({ status }) => status === 429);
    const next = practice.requests().filter(({ sequence }) => sequence > (refused?.sequence ?? 0) + 1);
    expect(next[0]?.arrivedAt).toBeGreaterThanOrEqual((refused?.arrivedAt ?? 0) + 1_800_000);
    expectFaultsMet(practice);
  });

  it('is not waited for by a run that is stopped', async () => {
    const { begin, plan, clock } = await pausing({ settings, faults: wait(100_000) });
    const from = clock.now();
    const outcomes = outcomesOf(plan, await begin('stop').done);
    expect(outcomes.filter(({ state }) => state === 'not_attempted').length).toBeGreaterThan(20);
    expect(clock.now() - from).toBeLessThan(100_000_000);
  });

  it('or less is simply kept', async () => {
    const { begin, pauses } = await pausing({ settings, faults: wait(599) });
    await begin().done;
    expect(pauses).toStrictEqual([]);
  });
});

describe('a machine that slept', () => {
  /** The lid is closed after the third row for so long. */
  async function sleeping(hours: number, longestAbsenceMs: number | null) {
    const clock = new FakeClock();
    const rateLimit = 100;
    const practice = await practiceWith({ customers: customers(40), now: clock.now, rateLimit });
    const connected = connect(practice, { clock });
    const plan = await planOf(phones(40), connected);
    const reasons: PauseReason[] = [];
    let sequenceThen = 0;
    const run = start(plan, connected, {
      settings: { longestAbsenceMs, freshness: { kind: 'within', ms: 60_000 } },
      onEvent: (event: RunEvent) => {
        if (event.kind === 'ended' && event.row === 2) {
          sequenceThen = practice.requests().length;
          clock.advance(hours * 3_600_000);
          practice.writeDirectly(idOf(30), { phone: '+49' });
        }
        if (event.kind !== 'paused') return;
        reasons.push(event.reason);
        void afterAWhile(() => run.resume());
      },
    });
    const outcomes = outcomesOf(plan, await run.done);
    const after = practice.requests().slice(sequenceThen + 4);
    return { outcomes, reasons, after, practice };
  }

  it.each([
    [3, null, []],
    [3, 15 * 60_000, ['long_absence']],
    [0.1, 15 * 60_000, []],
  ] as const)(
    'for %d hours writes nothing on what it read before (longest absence %s ms)',
    async (hours, longest, expected) => {
      const { outcomes, reasons, after, practice } = await sleeping(hours, longest);
      expect(outcomes[29]).toMatchObject({ state: 'conflict' });
      expect(outcomes.filter(({ state }) => state === 'applied')).toHaveLength(39);
      expect(reasons).toStrictEqual(expected);
      expect(practice.requests().filter(({ status }) => status === 429)).toStrictEqual([]);
      // No burst: in no five seconds more requests than the bucket holds and the rate allows.
      for (const [index, { arrivedAt }] of after.entries()) {
        const later = after[index + 13];
        if (later) expect(later.arrivedAt - arrivedAt).toBeGreaterThan(5_000);
      }
    },
  );
});

it('every pause says in words what to do about it', () => {
  const reasons: readonly PauseReason[] = [
    'long_rate_limit',
    'budget_spent',
    'too_many_failures',
    'pilot_done',
    'long_absence',
  ];
  for (const reason of reasons) {
    expect(runNote(reason, 0)).toMatch(/^Paused: .*\b[Gg]o on\b.*\bstop$/);
  }
});
