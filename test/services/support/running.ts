import { expect } from 'vitest';
import type { Outcome } from '../../../src/core/outcome.ts';
import { type Plan, updatesOf } from '../../../src/core/plan.ts';
import type { RunEvent, RunState } from '../../../src/core/run.ts';
import type { RunSettings } from '../../../src/core/run-settings.ts';
import type { ValidatedSheet } from '../../../src/core/validate.ts';
import type { PracticeServer } from '../../../src/practice/server.ts';
import { connectionInfo } from '../../../src/services/connection.ts';
import { type DryRunInput, dryRun } from '../../../src/services/dry-run/dry-run.ts';
import {
  type Journal,
  type Run,
  type RunOptions,
  resumeRun,
  startRun,
} from '../../../src/services/run/runner.ts';

import { type Connected, connect } from './connect.ts';
import { SETTINGS } from './settings.ts';
import { sheetOf } from './sheet.ts';

export function dryRunOf(
  validated: ValidatedSheet,
  connected: Connected,
  changed: Partial<DryRunInput> = {},
): ReturnType<typeof dryRun> {
  const { client, clock, connection } = connected;
  return dryRun({
    validated,
    connection: connectionInfo(connection),
    fileName: 'sheet.csv',
    newId: () => 'plan-1',
    client,
    concurrency: 4,
    patience: { clock, random: () => 0.5, tries: 5 },
    ...changed,
  });
}

/** The plan of a sheet, which there has to be. */
export async function planOf(
  rows: readonly (readonly string[])[],
  connected: Connected,
  mapping: Parameters<typeof sheetOf>[1] = {},
): Promise<Plan> {
  const plan = await dryRunOf(sheetOf(rows, mapping), connected);
  if (!plan.ok) throw new Error(`No plan: ${JSON.stringify(plan.error)}`);
  return plan.value;
}

export interface MemoryJournal extends Journal {
  readonly events: readonly RunEvent[];
}

export function memoryJournal(kept: readonly RunEvent[] = []): MemoryJournal {
  const events: RunEvent[] = [...kept];
  return {
    events,
    append: (event) => {
      events.push(event);
      return Promise.resolve();
    },
  };
}

export interface StartOptions {
  readonly journal?: Journal;
  readonly settings?: Partial<RunSettings>;
  readonly onEvent?: (event: RunEvent) => void;
}

export function start(plan: Plan, connected: Connected, options: StartOptions = {}): Run {
  return startRun(runOptions(plan, connected, options));
}

/** Goes on with a run from what its journal holds. */
export function resume(
  plan: Plan,
  events: readonly RunEvent[],
  connected: Connected,
  options: StartOptions = {},
): Run {
  const journal = options.journal ?? memoryJournal(events);
  return resumeRun({ ...runOptions(plan, connected, { ...options, journal }), events });
}

function runOptions(plan: Plan, { client, clock }: Connected, options: StartOptions): RunOptions {
  return {
    runId: 'run-1',
    plan,
    client,
    journal: options.journal ?? memoryJournal(),
    clock,
    random: () => 0.5,
    settings: { ...SETTINGS, ...options.settings },
    appVersion: '0.0.0',
    operator: 'robin',
    machine: 'desk',
    keyFingerprint: 'fingerprint-1',
    ...(options.onEvent ? { onEvent: options.onEvent } : {}),
  };
}

export interface MortalRun {
  /** False: it ended before its time. */
  readonly hasDied: boolean;
  /** What is durable. */
  readonly events: readonly RunEvent[];
}

/**
 * Starts a run with one row at work, or goes on with one, in a process that dies at a record of its journal, counted
 * from 1 for each process: just before the record is durable, or just after.
 */
export async function dies(
  plan: Plan,
  connected: Connected,
  at: { readonly record: number; readonly isDurable: boolean },
  options: StartOptions & { readonly kept?: readonly RunEvent[] } = {},
): Promise<MortalRun> {
  const { kept = [] } = options;
  const events: RunEvent[] = [...kept];
  const dead = Promise.withResolvers<MortalRun>();
  let appended = 0;
  const journal: Journal = {
    append: (event) => {
      appended++;
      if (appended < at.record || (appended === at.record && at.isDurable)) events.push(event);
      if (appended < at.record) return Promise.resolve();
      dead.resolve({ hasDied: true, events: [...events] });
      return new Promise(() => undefined);
    },
  };
  const settings = { concurrency: 1, ...options.settings };
  const run = resume(plan, kept, connected, { ...options, settings, journal });
  return await Promise.race([dead.promise, run.done.then(() => ({ hasDied: false, events }))]);
}

/** Plans and applies a sheet; what happens between the two is the test's. */
export async function apply(
  practice: PracticeServer,
  rows: readonly (readonly string[])[],
  options: StartOptions & {
    readonly connected?: Connected;
    readonly between?: () => void;
  } = {},
): Promise<{ readonly plan: Plan; readonly state: RunState; readonly outcomes: readonly Outcome[] }> {
  const connected = options.connected ?? connect(practice);
  const plan = await planOf(rows, connected);
  options.between?.();
  const state = await start(plan, connected, options).done;
  return { plan, state, outcomes: outcomesOf(plan, state) };
}

/** Every planned row's outcome, in the order of the sheet. Each row that was to be written has exactly one. */
export function outcomesOf(plan: Plan, state: RunState): readonly Outcome[] {
  expect([...state.rows.keys()].toSorted((a, b) => a - b)).toStrictEqual(
    updatesOf(plan).map(({ row }) => row),
  );
  return updatesOf(plan).map(({ row }) => {
    const outcome = state.rows.get(row)?.outcome;
    if (!outcome) throw new Error(`Row ${row} has no outcome`);
    return outcome;
  });
}
