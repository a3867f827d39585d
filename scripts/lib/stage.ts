/** What a stage counted. A static check counts as one test. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** A line for each test that was left out: its name, and the reason where it gave one. */
  readonly skipped: readonly string[];
}

export interface Stage {
  readonly name: string;
  /** `filters` narrow it down (parts of test files' paths); none means everything. */
  readonly run: (filters: readonly string[]) => Promise<Counts>;
}

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: [] };
export const ONE_FAILED: Counts = { passed: 0, failed: 1, skipped: [] };

export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: [...a.skipped, ...b.skipped],
});

/** The last line of the test command, for people and machines. */
export function summary({ passed, failed, skipped }: Counts): string {
  const counts = `${passed} passed, ${failed} failed`;
  return skipped.length === 0 ? counts : `${counts}, ${skipped.length} skipped`;
}

export const seconds = (sinceMs: number): string => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
