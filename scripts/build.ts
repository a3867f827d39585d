/**
 * Builds the app into `out/`, which is what is tested and shipped.
 *
 *   npm run build
 */
import { buildApp } from './lib/build.ts';
import { seconds } from './lib/stage.ts';

const start = performance.now();
try {
  await buildApp();
  process.stdout.write(`Built into out/ (${seconds(start)}).\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
