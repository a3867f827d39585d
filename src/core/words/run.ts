import { assertNever } from '../assert-never.ts';
import type { PauseReason, RunState } from '../run.ts';
import { outcomeText } from './outcomes.ts';
import { count, number } from './text.ts';

const PAUSED: { readonly [reason in PauseReason]: string } = {
  person: 'Paused',
  no_connection: 'Atlas can’t be reached; waiting',
  long_rate_limit: 'Paused: Atlas asks to wait for long. Go on to wait that long, or stop',
  budget_spent:
    'Paused: Atlas keeps failing, and many rows had to be sent again. Go on to try further, or stop',
  too_many_failures:
    'Paused: more than a few of the last rows did not end as wanted. Look at them, then go on or stop',
  pilot_done: 'Paused: the first rows are written. Look at them, then go on or stop',
  long_absence:
    'Paused: this computer or its network was away for long. Look whether it is still meant, then go on or stop',
};

/** From this on it is worth saying that everybody waits. */
const LEAST_WAIT_SHOWN_MS = 1_000;

/** Why a run waits or is slow; empty when it runs freely. */
export function runNote(pausedBy: PauseReason | undefined, closedForMs: number): string {
  if (pausedBy !== undefined) return PAUSED[pausedBy];
  if (closedForMs < LEAST_WAIT_SHOWN_MS) return '';
  return `Atlas asks to wait ${number(Math.ceil(closedForMs / 1_000))} s`;
}

/** How a run ended and why; empty while it has not. */
export function runEndText({ end }: Pick<RunState, 'end'>): string {
  if (!end) return '';
  const why = end.reason === undefined ? '' : outcomeText({ state: 'not_attempted', reason: end.reason });
  switch (end.how) {
    case 'completed':
      return 'Every row has ended.';
    case 'stopped':
      return 'Stopped: rows under way were finished, the rest was not attempted.';
    case 'aborted':
      return 'Aborted: rows under way were looked up again, the rest was not attempted.';
    case 'failed':
      return end.detail === undefined ? why : `${why} (${end.detail})`;
    default:
      return assertNever(end.how, 'run end');
  }
}

export function durationText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return count(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return count(minutes, 'minute');
  return `${number(Math.round(minutes / 6) / 10)} hours`;
}

/** Why a cell can't be edited. */
export const LOCKED_ROW = 'This row is part of the run and can’t be edited until it has ended.';

export const rateNotShared = (why: string): string =>
  `The request rate can’t be shared with other windows of Patchsheet (${why}). Use this key in one window at a time.`;
