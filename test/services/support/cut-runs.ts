import type { RowId } from '../../../src/core/diagnostic.ts';
import type { Outcome } from '../../../src/core/outcome.ts';
import type { Plan } from '../../../src/core/plan.ts';
import { mayResume } from '../../../src/core/resume.ts';
import { type RunEvent, RunReducer, type RunState } from '../../../src/core/run.ts';
import { runFaultText } from '../../../src/core/words/run-faults.ts';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import { createRandom, type Random } from '../../../src/practice/random.ts';
import type { PracticeServer, RequestRecord } from '../../../src/practice/server.ts';
import { createRunFiles, openRunFiles } from '../../../src/services/run-store/run-store.ts';
import { type Connected, connect } from './connect.ts';
import { FragileDisk } from './fragile-disk.ts';
import { alone, phones, RUN_ID } from './kept-runs.ts';
import { writesTo } from './practice.ts';
import { planOf, resume, start } from './running.ts';

export const DATA_FOLDER = '/data';

/** What a run left behind whose machine lost its power. */
export interface CutRun {
  readonly plan: Plan;
  readonly connected: Connected;
  /** What every customer is to have. */
  readonly phone: string;
  /** As it is found when the power is back. */
  readonly disk: FragileDisk;
  /** This run's, as the server saw them; those on their way at the cut arrived. */
  readonly writes: readonly RequestRecord[];
  /** Outcomes that were shown before the cut. */
  readonly shown: ReadonlyMap<RowId, Outcome>;
  /** Moments of the disk up to the cut. */
  readonly moments: number;
}

/**
 * Plans and applies new phone numbers on a disk in memory, and cuts the power at one of the disk's moments. Whoever
 * wants to go on with the run has its plan, its disk and the server.
 */
export async function cutRun(
  practice: PracticeServer,
  rows: number,
  seed: number,
  cutAt: (random: Random) => number,
): Promise<CutRun> {
  const random = createRandom(seed);
  // Tells this run's requests from those of others.
  const phone = `+1617${String(seed).padStart(7, '0')}`;
  practice.scriptFaults([
    {
      name: 'error',
      when: { kind: 'nth', numbers: [2, 5] },
      match: { method: 'PATCH' },
      effect: random() < 0.5 ? recipes.serverError : recipes.serverErrorAfterCommit,
    },
  ]);
  const connected = connect(practice);
  const plan = await planOf(phones(rows, phone), connected);
  const disk = FragileDisk.withFolder(DATA_FOLDER);
  const shown = new Map<RowId, Outcome>();
  const cut = disk.cutPowerAt(cutAt(random));
  const finished = (async () => {
    const { journal } = await createRunFiles(DATA_FOLDER, RUN_ID, plan, alone(disk));
    const { done } = start(plan, connected, {
      journal,
      settings: { concurrency: 1 + Math.floor(random() * 4) },
      onEvent: (event) => {
        if (!disk.isOff && event.kind === 'ended') shown.set(event.row, event.outcome);
      },
    });
    await done;
  })();
  await Promise.race([cut, finished]);
  disk.cutPower();
  await quiet(practice);
  const writes = writesTo(practice).filter(({ bodyText }) => bodyText.includes(phone));
  return { plan, connected, phone, disk: disk.afterCut(random), writes, shown, moments: disk.moments };
}

/** What became of a run that was gone on with, if the power stayed. */
export interface GoneOn {
  readonly disk: FragileDisk;
  /** Missing where the power went again, or where the run had never begun. */
  readonly state?: RunState;
}

/** Goes on with a run from what is found on its disk, until it has ended or the power is cut once more. */
export async function goOnAfterCut(
  practice: PracticeServer,
  { plan, connected, disk }: Pick<CutRun, 'plan' | 'connected' | 'disk'>,
  random: Random,
  cutAt: number,
): Promise<GoneOn> {
  const cut = disk.cutPowerAt(disk.moments + cutAt);
  const finished = (async () => {
    const opened = await openRunFiles(DATA_FOLDER, RUN_ID, alone(disk));
    if (!opened.ok) {
      // Nothing was sent for a run whose plan did not last; whatever else is wrong is.
      if (opened.error.code === 'unknown_run') return undefined;
      throw new Error(runFaultText(opened.error));
    }
    const files = opened.value;
    const { events, journal } = files;
    const left = mayResume(plan, events);
    if (!left.ok) return stateOf(plan, events);
    const settings = { concurrency: 1 + Math.floor(random() * 4) };
    const state = await resume(plan, events, connected, { journal, settings }).done;
    await files.close();
    return state;
  })();
  const state = await Promise.race([cut, finished]);
  if (!disk.isOff) return { disk, ...(state && { state }) };
  await quiet(practice);
  return { disk: disk.afterCut(random) };
}

function stateOf(plan: Plan, events: readonly RunEvent[]): RunState {
  const reducer = new RunReducer(plan);
  for (const event of events) reducer.apply(event);
  return reducer.state;
}

/** What had left at the cut arrives, and is answered. */
async function quiet(practice: PracticeServer): Promise<void> {
  for (let calm = 0, seen = -1; calm < 3; ) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    const requests = practice.requests();
    const isCalm = requests.length === seen && requests.every(({ status, cut }) => status !== null || cut);
    calm = isCalm ? calm + 1 : 0;
    seen = requests.length;
  }
}
