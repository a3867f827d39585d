import { reportRows } from '../../src/core/report.ts';
import type { RowState } from '../../src/core/row-state.ts';
import type { RunSettings } from '../../src/core/run-settings.ts';
import { createRandom, seedOf } from '../../src/practice/random.ts';
import { type FaultReport, startPracticeServer } from '../../src/practice/server.ts';
import { defaultRunSettings } from '../../src/services/run/settings.ts';
import type { Evidence } from './model/evidence.ts';
import { Program } from './program.ts';
import { ScaledClock } from './scaled-clock.ts';
import type { Scenario } from './scenario/scenario.ts';
import { QUIET_MS, TIMING } from './scenario/timing.ts';

/** What a run left behind. */
export interface Performance {
  /** By row. */
  readonly reported: readonly RowState[];
  readonly evidence: Evidence;
  readonly faults: FaultReport;
}

const START = Date.parse('2026-03-01T12:00:00Z');
const CONCURRENCY = 8;
/** Between the look at the clock and the arrival of a request a busy machine may do something else for long. */
const SLACK_MS = 20_000;

/** Plans and applies the sheet while things go wrong, and waits until nothing of it lands any more. */
export async function perform(scenario: Scenario): Promise<Performance> {
  const { seed, customers, sheet, expected, troubles, reading } = scenario;
  const clock = new ScaledClock(TIMING.speed, START);
  const practice = await startPracticeServer({
    customers,
    rateLimit: Infinity,
    now: clock.now,
    reading: reading.denied ? { [reading.denied]: 403 } : {},
  });
  const program = new Program({
    baseUrl: practice.baseUrl,
    clock,
    random: createRandom(seedOf(seed, 'program')),
    timeoutMs: TIMING.clientTimeoutMs,
  });
  try {
    practice.scriptFaults(troubles.planning);
    const plan = await program.plan(sheet);
    const { unmet: unmetInPlanning } = practice.faults();
    const planned = practice.requests().length;
    practice.scriptFaults(troubles.rules);
    // Nothing that the dry run read is fresh any more when the run begins.
    if (reading.how === 'within') await clock.sleep(TIMING.freshMs * 1.1);
    const settings = settingsOf(scenario);
    const { state, events } = await program.apply(plan, settings);
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    const { met, unmet } = practice.faults();
    return {
      reported: reportRows(plan, state).map((row) => row.state),
      faults: { met, unmet: [...unmetInPlanning, ...unmet] },
      evidence: {
        customersBefore: customers,
        customersAfter: practice.customers(),
        expected,
        requests: practice.requests().slice(planned),
        commits: practice.commits(),
        otherWrites: new Map(
          troubles.rules.flatMap(({ name, otherWriter }) => (otherWriter ? [[name, otherWriter]] : [])),
        ),
        events,
        freshMs: reading.how === 'each' ? null : TIMING.freshMs + SLACK_MS,
        settleMs: settings.settleMs,
        tries: settings.triesPerRow,
      },
    };
  } finally {
    await program.close();
    await practice.close();
  }
}

function settingsOf({ expected, reading }: Scenario): RunSettings {
  const updates = expected.filter(({ action }) => action === 'update').length;
  return {
    ...defaultRunSettings(updates, 'TEST'),
    concurrency: CONCURRENCY,
    settleMs: TIMING.settleMs,
    freshness: reading.how === 'each' ? { kind: 'each_attempt' } : { kind: 'within', ms: TIMING.freshMs },
  };
}
