import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import type { Counts } from '../../scripts/lib/stage.ts';

/**
 * Counts for the test command. Vitest's own JSON leaves out why a test was skipped, and everything that went
 * wrong outside of a test: a file that could not be loaded, an error nobody caught.
 */
export default class CountingReporter implements Reporter {
  onTestRunEnd(testModules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const path = process.env['PATCHSHEET_TEST_COUNTS'];
    if (path === undefined) throw new Error('PATCHSHEET_TEST_COUNTS does not say where the counts go.');
    writeFileSync(path, JSON.stringify(count(testModules, unhandledErrors)));
  }
}

function count(testModules: readonly TestModule[], unhandledErrors: readonly unknown[]): Counts {
  let passed = 0;
  let failed = unhandledErrors.length;
  const skipped: string[] = [];
  for (const module of testModules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const result = test.result();
      if (result.state === 'passed') passed += 1;
      else if (result.state === 'skipped') {
        skipped.push(
          `${module.relativeModuleId} › ${test.fullName}${result.note === undefined ? '' : `: ${result.note}`}`,
        );
      } else failedHere += 1;
    }
    failed +=
      module.state() === 'failed' || module.state() === 'pending' ? Math.max(failedHere, 1) : failedHere;
  }
  return { passed, failed, skipped };
}
