/**
 * Mutation testing of the rules that decide what is written, and of what is said of it afterwards: each is broken
 * on purpose in every way the tool knows, and the tests of core have to notice.
 *
 *   npm run mutate                                    all of them
 *   npm run mutate -- --mutate src/core/classify.ts   one of them; more with commas
 */
export default {
  mutate: [
    'src/core/{merge,merge-blind,classify,plan-rows,email-order,drift,outcome}.ts',
    'src/core/{resume,open-again,row-history,undo,undo-*}.ts',
  ],
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  // Each run starts a test runner of its own; the machine is shared, and a slow test counts as a mutant killed.
  concurrency: 1,
  timeoutMS: 20_000,
  // There is nothing to rewrite in it for the copy that is mutated, and it is read by an API TypeScript 7 has not.
  tsconfigFile: 'no tsconfig.json',
  tempDirName: '.cache/mutation',
  ignorePatterns: ['out', 'dist', 'resources', 'test-results', '.ci', 'test/e2e', 'test/fixtures/files'],
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowEmojis: false, reportTests: false },
  htmlReporter: { fileName: 'test-results/mutation/report.html' },
  jsonReporter: { fileName: 'test-results/mutation/report.json' },
  thresholds: { high: 95, low: 90, break: 90 },
};
