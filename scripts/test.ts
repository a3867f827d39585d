/**
 * The test command: stages one after another, one line of counts at the end, exit code 1 on any failure.
 *
 *   npm test                          everything
 *   npm test -- static                one stage
 *   npm test -- unit test/core/csv    one stage, only the files with this in their path
 */
import { e2eStage } from './lib/e2e-stage.ts';
import { add, type Counts, NOTHING, ONE_FAILED, type Stage, seconds, summary } from './lib/stage.ts';
import { staticStage } from './lib/static-checks.ts';
import { runVitest } from './lib/vitest.ts';

const STAGES: readonly Stage[] = [
  staticStage,
  { name: 'unit', run: async (filters) => runVitest('unit', filters) },
  e2eStage,
];

async function runStage(stage: Stage, filters: readonly string[]): Promise<Counts> {
  process.stdout.write(`\n── ${stage.name} ──\n`);
  const start = performance.now();
  const counts = await stage.run(filters).catch((error: unknown) => {
    process.stdout.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return ONE_FAILED;
  });
  // Not in the words of the last line, which is there once.
  process.stdout.write(`── ${stage.name}: ${counts.passed} ✓ ${counts.failed} ✗ (${seconds(start)})\n`);
  return counts;
}

const [only, ...filters] = process.argv.slice(2);
const stages = only === undefined ? STAGES : STAGES.filter((stage) => stage.name === only);
if (stages.length === 0) {
  process.stderr.write(
    `There is no stage "${only ?? ''}"; there are: ${STAGES.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exit(1);
}

let total = NOTHING;
for (const stage of stages) total = add(total, await runStage(stage, filters));

process.stdout.write('\n');
for (const line of total.skipped) process.stdout.write(`skipped: ${line}\n`);
process.stdout.write(`${summary(total)}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
