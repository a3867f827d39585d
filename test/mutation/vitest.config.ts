import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The tests of core, run once for each mutant by what .stryker.config.mjs sets up. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['test/core/**/*.test.ts'],
    // It plans while it is loaded: whatever that touches could only be tried with all tests, for minutes.
    exclude: ['test/core/report.test.ts'],
    setupFiles: ['test/mutation/same-cases.ts'],
    // Of a busy machine's making, it would count as a mutant found out; the tool ends those that go on for ever.
    testTimeout: 60_000,
  },
});
