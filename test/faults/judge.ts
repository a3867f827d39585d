import type { RowState } from '../../src/core/row-state.ts';
import type { Difference, Evidence } from './model/evidence.ts';
import type { ExpectedRow } from './model/expected-plan.ts';
import { requestsWithoutIntent } from './model/intents.ts';
import { replay } from './model/replay.ts';
import { RowTruth } from './model/row-truth.ts';
import { sentTooSoon } from './model/settling.ts';
import { type Performance, perform } from './perform.ts';
import { createScenario, type Scenario } from './scenario/scenario.ts';

/** What a seed's run came to. */
export interface Verdict {
  readonly seed: number;
  readonly seconds: number;
  readonly requests: number;
  readonly counts: ReadonlyMap<RowState, number>;
  /** Of them, those that something was scripted for. */
  readonly wrong: number;
  /** What was scripted, and how much of it was met. */
  readonly faults: { readonly met: number; readonly scripted: number };
  /** How often each kind was met. */
  readonly kinds: ReadonlyMap<string, number>;
  /** Rows that nothing kept from being applied, and how many were. */
  readonly clean: { readonly applied: number; readonly rows: number };
  readonly differences: readonly Difference[];
}

const LEAST_APPLIED = 0.99;
/** Whether somebody connects while the server is away is a matter of milliseconds. */
const OFTEN_AWAY = 5;

export async function runSeed(seed: number, rows: number): Promise<Verdict> {
  const startedAt = performance.now();
  const scenario = createScenario(seed, rows);
  const performed = await perform(scenario);
  return { ...judge(scenario, performed), seconds: (performance.now() - startedAt) / 1000 };
}

/** Holds what was reported against the model and the server's own log. */
function judge(scenario: Scenario, { reported, evidence, faults }: Performance): Omit<Verdict, 'seconds'> {
  const { seed, expected, troubles } = scenario;
  const replayed = replay(evidence);
  const truth = new RowTruth(evidence, replayed.history);
  const certain = [...troubles.planning, ...troubles.rules].filter(
    ({ name }) => !troubles.mayBeMissed.has(name),
  );
  const missed = faults.unmet.filter(({ name }) => !troubles.mayBeMissed.has(name));
  const kinds = faults.met.flatMap(({ name }) => troubles.kinds.get(name) ?? []);
  const clean = expected.filter((row) => isClean(row, scenario, truth));
  const applied = clean.filter(({ row }) => reported[row] === 'applied').length;
  return {
    seed,
    requests: evidence.requests.length,
    counts: countsOf(reported),
    wrong: evidence.requests.filter(({ fault }) => fault !== null).length,
    faults: { met: certain.length - missed.length, scripted: certain.length },
    kinds: countsOf(kinds),
    clean: { applied, rows: clean.length },
    differences: [
      ...replayed.differences,
      ...requestsWithoutIntent(evidence),
      ...sentTooSoon(evidence),
      ...truth.judge(reported),
      ...missed.map(({ name }) => `The fault "${name}" was never met.`),
      ...clean
        .filter(({ row }) => reported[row] === 'unknown')
        .map(({ row }) => `Row ${row} is unknown, and nothing kept it from being found out.`),
      ...neverRefused(evidence, kinds.filter((kind) => kind === 'away').length),
      ...(applied < LEAST_APPLIED * clean.length
        ? [`Only ${applied} of ${clean.length} rows were applied that could be.`]
        : []),
    ],
  };
}

/** The server went away often, and nobody noticed: connections were not refused. */
function neverRefused({ events }: Evidence, timesAway: number): readonly Difference[] {
  const isNoticed = events.some((event) => event.kind === 'paused' && event.reason === 'no_connection');
  return timesAway < OFTEN_AWAY || isNoticed ? [] : [`No connection was refused in ${timesAway} absences.`];
}

const countsOf = <T>(things: readonly T[]): ReadonlyMap<T, number> =>
  new Map([...Map.groupBy(things, (thing) => thing)].map(([thing, all]) => [thing, all.length]));

/** Nothing but passing faults came in the row's way. */
function isClean(row: ExpectedRow, scenario: Scenario, truth: RowTruth): boolean {
  const { expected, troubles, takenEmails } = scenario;
  const before = row.after === undefined ? undefined : expected[row.after];
  return (
    row.action === 'update' &&
    !truth.isTouched(row) &&
    !troubles.hopeless.has(row.row) &&
    !row.changes.has('default_payment_method') &&
    !takenEmails.has(row.changes.get('email')) &&
    (before === undefined || isClean(before, scenario, truth))
  );
}
