import type { Answer, AnswerSummary, Refusal } from './answer.ts';
import { assertNever } from './assert-never.ts';

/** What follows from an answer to a write. */
export type Verdict =
  /** 200 with a customer: compare it with what was sent. */
  | 'compare'
  /** Refused for this row; nothing was written. */
  | 'reject_row'
  /** The key, the address or the account is wrong: no other row would fare better. */
  | 'stop_run'
  /** 429, or held back because of one: the shared gate closes; costs no try. */
  | 'wait'
  /** No byte left: pause everything, costs no try. */
  | 'pause'
  /** May or may not have been written: nobody knows until it is read. */
  | 'unknown_until_read';

/** The one table. Every answer is judged here and nowhere else. */
export function classify(answer: Answer<unknown> | AnswerSummary): Verdict {
  switch (answer.kind) {
    case 'ok':
      return 'compare';
    case 'refused':
      return classifyStatus(answer.status);
    case 'unreadable':
    case 'lost':
      return 'unknown_until_read';
    case 'not_sent':
      return answer.why === 'gate_closed' ? 'wait' : 'pause';
    default:
      return assertNever(answer, 'answer');
  }
}

function classifyStatus(status: Refusal['status']): Verdict {
  if (status === 429) return 'wait';
  if (status === 408 || status >= 500) return 'unknown_until_read';
  if (status === 401 || status === 403 || status === 405) return 'stop_run';
  if (status >= 300 && status < 400) return 'stop_run';
  if (status >= 400) return 'reject_row';
  return 'unknown_until_read';
}
