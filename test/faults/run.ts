import { parseArgs } from 'node:util';
import { runSeed, type Verdict } from './judge.ts';

/**
 * `npm run faults -- --seeds 20 --rows 1000`: a run for each seed in which about a third of all requests goes wrong
 * and somebody else writes meanwhile, held against a model of its own. `--seed N` runs one of them again.
 */
const { values } = parseArgs({
  options: { seeds: { type: 'string' }, rows: { type: 'string' }, seed: { type: 'string' } },
});
const count = Number(values.seeds ?? 20);
const rows = Number(values.rows ?? 1000);
const seeds =
  values.seed === undefined ? Array.from({ length: count }, (_, index) => index + 1) : [Number(values.seed)];
const SHOWN = 10;

const kindsMet = new Map<string, number>();

for (const seed of seeds) {
  const verdict = await runSeed(seed, rows);
  for (const [kind, times] of verdict.kinds) kindsMet.set(kind, (kindsMet.get(kind) ?? 0) + times);
  process.stdout.write(`${line(verdict)}\n`);
  const { differences } = verdict;
  if (differences.length === 0) continue;
  process.exitCode = 1;
  for (const difference of differences.slice(0, SHOWN)) process.stdout.write(`    ${difference}\n`);
  if (differences.length > SHOWN) process.stdout.write(`    … and ${differences.length - SHOWN} more\n`);
  process.stdout.write(`    Again: npm run faults -- --seed ${seed} --rows ${rows}\n`);
}

const kinds = [...kindsMet]
  .toSorted(([a], [b]) => a.localeCompare(b))
  .map(([kind, times]) => `${kind} ${times}`);
process.stdout.write(`met: ${kinds.join(', ')}\n`);

function line({ seed, seconds, requests, wrong, counts, faults, clean, differences }: Verdict): string {
  const states = [...counts].map(([state, number]) => `${state} ${number}`).join(', ');
  return [
    `seed ${seed}: ${differences.length === 0 ? 'ok' : `${differences.length} DIFFERENCES`}`,
    `${requests} requests in ${seconds.toFixed(1)} s, ${Math.round((100 * wrong) / requests)} % of them interfered with`,
    `faults met ${faults.met}/${faults.scripted}`,
    `applied ${clean.applied}/${clean.rows} of those that could be`,
    states,
  ].join(' · ');
}
