import { checkImportDirections } from './import-directions.ts';
import { packageBin } from './package-bin.ts';
import { root } from './paths.ts';
import { runNode } from './run.ts';
import { add, type Counts, NOTHING, ONE_FAILED, type Stage, seconds } from './stage.ts';

/** What is wrong, for a person; empty when nothing is. */
type Check = () => Promise<string>;

const tool =
  (packageName: string, command: string, ...args: readonly string[]): Check =>
  async () => {
    const env = process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env;
    const { code, output } = await runNode([packageBin(packageName, command), ...args], { env });
    return code === 0 ? '' : output.trim() || `${command} ended with ${String(code)} and said nothing.`;
  };

const CHECKS: Readonly<Record<string, Check>> = {
  format: tool('@biomejs/biome', 'biome', 'check', '--max-diagnostics=20'),
  types: tool('typescript', 'tsc', '--build'),
  lint: tool('oxlint', 'oxlint', '--deny-warnings'),
  imports: async () => checkImportDirections(root),
  unused: tool('knip', 'knip', '--no-progress', '--no-config-hints'),
};

/** Everything that can be said of the code without running it. A filter names the checks to make. */
export const staticStage: Stage = {
  name: 'static',
  run: async (filters) => {
    const names = filters.length === 0 ? Object.keys(CHECKS) : filters;
    let counts = NOTHING;
    for (const name of names) counts = add(counts, await runCheck(name));
    return counts;
  },
};

async function runCheck(name: string): Promise<Counts> {
  const check = CHECKS[name];
  if (check === undefined) throw new Error(`There is no check "${name}": ${Object.keys(CHECKS).join(', ')}.`);
  const start = performance.now();
  const findings = await check();
  process.stdout.write(`${findings === '' ? '✓' : '✗'} ${name} (${seconds(start)})\n`);
  if (findings === '') return { ...NOTHING, passed: 1 };
  process.stdout.write(`${findings}\n`);
  return ONE_FAILED;
}
