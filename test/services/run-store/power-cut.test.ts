import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/core/run.ts';
import { runFaultText } from '../../../src/core/words/run-faults.ts';
import { createRandom, type Random } from '../../../src/practice/random.ts';
import { readRun } from '../../../src/services/run-store/read-run.ts';
import { openRunFiles } from '../../../src/services/run-store/run-store.ts';
import { customers } from '../support/customers.ts';
import { type CutRun, cutRun, DATA_FOLDER } from '../support/cut-runs.ts';
import { alone, RUN_ID } from '../support/kept-runs.ts';
import { practiceWith } from '../support/practice.ts';

const ROWS = 8;
const CUTS = Number(process.env['CUTS'] ?? 200);
/** One cut alone, to look at what happened. */
const FIRST_SEED = Number(process.env['CUT_SEED'] ?? 1);

/** The events that survived; none where the run's plan did not. Damage is never found: a cut is no damage. */
async function survivingEvents({ disk }: Pick<CutRun, 'disk'>): Promise<readonly RunEvent[]> {
  const read = await readRun(DATA_FOLDER, RUN_ID, alone(disk));
  if (read.ok) return read.value.events;
  if (read.error.code === 'unknown_run') return [];
  throw new Error(runFaultText(read.error));
}

/** What was promised and is not so. */
async function brokenPromises(run: CutRun): Promise<readonly string[]> {
  const broken: string[] = [];
  const events = await survivingEvents(run);
  for (const { path, bodyText } of run.writes) {
    const isIntended = events.some(
      (event) =>
        event.kind === 'intent' &&
        path === `/customers/${event.customerId}` &&
        JSON.stringify(event.body) === bodyText,
    );
    if (!isIntended) broken.push(`${path} was written without a durable intent`);
  }
  for (const [row, outcome] of run.shown) {
    const kept = events.findLast((event) => event.kind === 'ended' && event.row === row);
    const isKept = kept?.kind === 'ended' && JSON.stringify(kept.outcome) === JSON.stringify(outcome);
    if (!isKept) broken.push(`row ${row} was shown as ${outcome.state} and its outcome is not durable`);
  }
  return broken;
}

/** Opened again the journal goes on where it broke off, also where the power is cut while it is opened. */
async function expectGoesOn({ disk }: CutRun, events: readonly RunEvent[], random: Random): Promise<void> {
  const next: RunEvent = { kind: 'resumed', at: '2026-03-01T13:00:00.000Z' };
  let isTold = false;
  const goOn = async (): Promise<void> => {
    const opened = await openRunFiles(DATA_FOLDER, RUN_ID, alone(disk));
    if (!opened.ok || events.length === 0) return;
    await opened.value.journal.append(next);
    isTold = true;
  };
  await Promise.race([disk.cutPowerAt(1 + Math.floor(random() * 12)), goOn()]);
  disk.cutPower();
  const after = await survivingEvents({ disk: disk.afterCut(random) });
  expect(isTold ? [[...events, next]] : [events, [...events, next]]).toContainEqual(after);
}

describe('a power cut', () => {
  it(`at ${CUTS} random moments of a run leaves no write without an intent and no ended row without its outcome`, async () => {
    const practice = await practiceWith({ customers: customers(ROWS) });
    const { moments } = await cutRun(practice, ROWS, 0, () => Number.POSITIVE_INFINITY);
    let kept = 0;
    let writes = 0;
    let shown = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + CUTS; seed++) {
      const run = await cutRun(practice, ROWS, seed, (random) => 1 + Math.floor(random() * moments));
      const events = await survivingEvents(run).catch((error: unknown) => {
        throw new Error(`Cut ${seed} (CUT_SEED=${seed} CUTS=1 repeats it): ${String(error)}`);
      });
      expect(await brokenPromises(run), `CUT_SEED=${seed} CUTS=1 repeats it`).toStrictEqual([]);
      await expectGoesOn(run, events, createRandom(-seed));
      kept += events.length > 0 ? 1 : 0;
      writes += run.writes.length;
      shown += run.shown.size;
    }
    process.stdout.write(
      `power cuts ${FIRST_SEED} to ${FIRST_SEED + CUTS - 1}: ${kept} with a journal, ${writes} writes, ${shown} rows shown as ended\n`,
    );
    if (CUTS > 50) expect(Math.min(kept, writes, shown)).toBeGreaterThan(CUTS / 2);
  }, 240_000);
});
