import type { RunState } from '../run.ts';
import { runEndText } from './run.ts';

/** Where a kept dry run stands. */
export const DRY_RUN_STANDING = 'Nothing was written: this was a dry run.';

/** Where a kept run stands. */
export function runStandingText(run: {
  readonly startedAt?: string;
  readonly end?: RunState['end'];
  readonly isOpenElsewhere: boolean;
}): string {
  if (run.isOpenElsewhere) return 'It is going on.';
  if (run.end) return runEndText({ end: run.end });
  return run.startedAt === undefined
    ? 'It never began: nothing was sent.'
    : 'It broke off. It can be resumed, or taken back as far as it came.';
}
