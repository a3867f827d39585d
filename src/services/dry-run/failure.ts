import type { Answer } from '../../core/answer.ts';
import type { DryRunFailure } from '../../core/dry-run-failure.ts';
import type { UnreadReason } from '../../core/plan.ts';
import { refusalText } from '../../core/words/outcomes.ts';

/** An answer after which no other request would fare better; `undefined` where it is about this request only. */
export function fatalFailure(answer: Answer<unknown>): DryRunFailure | undefined {
  if (answer.kind === 'refused') {
    if (answer.status === 401) return { code: 'key_rejected' };
    return answer.status >= 300 && answer.status < 400 ? { code: 'redirected' } : undefined;
  }
  if (answer.kind === 'not_sent' && answer.why !== 'aborted') {
    return { code: 'no_connection', detail: answer.detail };
  }
  return undefined;
}

/** Concluded to mean "may not read" only when both ways of reading answer so. */
export const isDenied = (answer: Answer<unknown>): boolean =>
  answer.kind === 'refused' && (answer.status === 403 || answer.status === 405);

export const isNotFound = (answer: Answer<unknown>): boolean =>
  answer.kind === 'refused' && answer.status === 404;

/** An answer that brought nothing, in words. */
export function answerText(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): string {
  switch (answer.kind) {
    case 'refused':
      return refusalText(answer);
    case 'unreadable':
      return 'The answer could not be understood.';
    case 'not_sent':
    case 'lost':
      return answer.detail;
  }
}

/** Why one customer could not be read, or one e-mail not looked up. */
export function unreadReason(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): UnreadReason {
  switch (answer.kind) {
    case 'refused':
      return answer.status >= 500 || answer.status === 408 ? 'server_error' : 'refused';
    case 'unreadable':
      return 'unreadable_answer';
    case 'not_sent':
    case 'lost':
      return 'no_connection';
  }
}
