import type { Answer } from '../../core/answer.ts';
import type { NotAttemptedReason } from '../../core/outcome.ts';
import type { Brake } from './brake.ts';

/** Ends the run over an answer that no other row would escape, and says why. */
export function stopOver(answer: Answer<unknown>, brake: Brake): NotAttemptedReason {
  const status = answer.kind === 'refused' ? answer.status : 0;
  const reason = reasonOf(status);
  brake.stop(reason, answer.kind === 'refused' ? answer.error?.message : undefined);
  return reason;
}

function reasonOf(status: number): NotAttemptedReason {
  if (status === 401) return 'key_rejected';
  return status >= 300 && status < 400 ? 'redirected' : 'not_allowed';
}
