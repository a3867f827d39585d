import type { NotAttemptedReason } from '../../core/outcome.ts';
import type { RunEnd, RunEvent } from '../../core/run.ts';
import { type Clock, isoTime } from '../clock.ts';
import type { Brake } from './brake.ts';
import type { RunOptions } from './runner.ts';

/** What a run's journal begins with: enough to know, from it and the plan, whose run it is and what it may do. */
export function startEvent(options: RunOptions): RunEvent {
  const { plan, clock, runId, appVersion, settings, operator, machine, reason, keyFingerprint } = options;
  return {
    kind: 'run_started',
    at: isoTime(clock),
    runId,
    planId: plan.id,
    planHash: plan.hash,
    connection: plan.connection,
    keyFingerprint,
    operator,
    machine,
    ...(reason === undefined ? {} : { reason }),
    appVersion,
    rows: plan.rows.length,
    settings,
  };
}

export function resumeEvent({ clock, appVersion, operator, machine, keyFingerprint }: RunOptions): RunEvent {
  return { kind: 'run_resumed', at: isoTime(clock), appVersion, operator, machine, keyFingerprint };
}

export function endEvent(clock: Clock, { stopReason, stopDetail }: Brake): RunEvent {
  return {
    kind: 'run_ended',
    at: isoTime(clock),
    end: endOf(stopReason),
    ...(stopReason === undefined ? {} : { reason: stopReason }),
    ...(stopDetail === undefined ? {} : { detail: stopDetail }),
  };
}

function endOf(reason: NotAttemptedReason | undefined): RunEnd {
  if (reason === undefined) return 'completed';
  return reason === 'stopped' || reason === 'aborted' ? reason : 'failed';
}
