import { packageBin } from '../../scripts/lib/package-bin.ts';
import { runNode } from '../../scripts/lib/run.ts';

/** `npm run mutate -- --mutate src/core/merge.ts`: arguments of Stryker's, which has its own config file. */
const args = process.argv.slice(2);

const { code } = await runNode(
  [packageBin('@stryker-mutator/core', 'stryker'), 'run', '.stryker.config.mjs', ...args],
  { isShown: true },
);
process.exitCode = code ?? 1;
