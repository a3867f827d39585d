import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageBin } from './package-bin.ts';
import { root, scratchFolder } from './paths.ts';
import { runNode } from './run.ts';
import { type Counts, ONE_FAILED } from './stage.ts';

/** Runs one project of test/vitest.config.ts, its report on the screen as it comes, and counts its tests. */
export async function runVitest(
  project: 'unit' | 'e2e',
  filters: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Counts> {
  mkdirSync(scratchFolder, { recursive: true });
  const folder = mkdtempSync(join(scratchFolder, 'counts-'));
  const countsPath = join(folder, 'counts.json');
  try {
    const { code } = await runNode(
      [
        packageBin('vitest'),
        'run',
        `--config=${join(root, 'test/vitest.config.ts')}`,
        `--project=${project}`,
        '--reporter=default',
        `--reporter=${join(root, 'test/support/counting-reporter.ts')}`,
        ...filters,
      ],
      { isShown: true, env: { ...env, PATCHSHEET_TEST_COUNTS: countsPath } },
    );
    const counts = readCounts(countsPath);
    // Whatever made it fail without a failing test, such as a filter that matches nothing.
    if (counts === undefined || (code !== 0 && counts.failed === 0)) {
      process.stdout.write(`vitest ended with ${String(code)} without a failing test.\n`);
      return counts === undefined ? ONE_FAILED : { ...counts, failed: 1 };
    }
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readCounts(path: string): Counts | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Counts;
  } catch {
    return undefined;
  }
}
