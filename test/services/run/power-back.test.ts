import { expect, it } from 'vitest';
import { createRandom, type Random } from '../../../src/practice/random.ts';
import type { PracticeServer } from '../../../src/practice/server.ts';
import { customer, customers, idOf } from '../support/customers.ts';
import { type CutRun, cutRun, type GoneOn, goOnAfterCut } from '../support/cut-runs.ts';
import { practiceWith, writesTo } from '../support/practice.ts';
import { outcomesOf } from '../support/running.ts';

const ROWS = 8;
const CUTS = Number(process.env['CUTS'] ?? 60);
/** One cut alone, to look at what happened. */
const FIRST_SEED = Number(process.env['CUT_SEED'] ?? 1);
/** The power goes so often while a run is gone on with, then it stays. */
const MOST_CUTS_MORE = 3;

async function goOnUntilDone(
  practice: PracticeServer,
  run: CutRun,
  random: Random,
): Promise<GoneOn & { readonly cuts: number }> {
  let { disk } = run;
  const cutsMore = Math.floor(random() * (MOST_CUTS_MORE + 1));
  for (let cuts = 1; ; cuts++) {
    const cutAt = cuts <= cutsMore ? 1 + Math.floor(random() * run.moments) : Number.POSITIVE_INFINITY;
    const gone = await goOnAfterCut(practice, { ...run, disk }, random, cutAt);
    if (gone.disk === disk) return { ...gone, cuts };
    ({ disk } = gone);
  }
}

it(`a run whose power is cut at ${CUTS} random moments, and again when it is gone on with, ends as wanted`, async () => {
  const practice = await practiceWith({ customers: customers(ROWS) });
  const { moments } = await cutRun(practice, ROWS, 0, () => Number.POSITIVE_INFINITY);
  let cuts = 0;
  let gone = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + CUTS; seed++) {
    const again = `CUT_SEED=${seed} CUTS=1 repeats it`;
    const run = await cutRun(practice, ROWS, seed, (random) => 1 + Math.floor(random() * moments));
    const { state, cuts: times } = await goOnUntilDone(practice, run, createRandom(-seed));
    cuts += times;
    const writes = writesTo(practice).filter(({ bodyText }) => bodyText.includes(run.phone));
    if (!state) {
      expect(writes, again).toStrictEqual([]);
      continue;
    }
    gone++;
    expect(state.end, again).toMatchObject({ how: 'completed' });
    const outcomes = outcomesOf(run.plan, state);
    expect(new Set(outcomes.map((outcome) => outcome.state)), again).toStrictEqual(new Set(['applied']));
    for (const [row, outcome] of run.shown)
      expect(state.rows.get(row)?.outcome, again).toStrictEqual(outcome);
    for (let number = 1; number <= ROWS; number++)
      expect(practice.customer(idOf(number)), again).toStrictEqual(customer(number, { phone: run.phone }));
    const written = writes.filter(({ isCommitted }) => isCommitted).map(({ path }) => path);
    expect(written.toSorted(), again).toStrictEqual([...new Set(written)].toSorted());
  }
  process.stdout.write(`${cuts} cuts, ${gone} runs of ${CUTS} gone on with\n`);
  if (CUTS > 50) expect(gone).toBeGreaterThan(CUTS / 2);
}, 240_000);
