import type { AnswerSummary } from '../answer.ts';
import { assertNever } from '../assert-never.ts';
import { refusalText } from './outcomes.ts';

const UNREADABLE = {
  cut_off: 'was cut off',
  not_json: 'is not JSON',
  other_shape: 'is not a customer',
  too_large: 'is too large',
} as const;

const NOT_SENT = {
  aborted: 'it was aborted',
  dns: 'the address has no known host',
  refused: 'the connection was refused',
  offline: 'there is no network',
  proxy: 'the proxy refused',
  tls: 'the certificate is not trusted',
  connect_timeout: 'nobody answered in time',
  gate_closed: 'Atlas asked to wait',
} as const;

const LOST = {
  timeout: 'No answer came in time.',
  connection: 'The connection broke before an answer came.',
  aborted: 'It was cut off before an answer came.',
} as const;

/** One request's answer, in a sentence with its status. */
export function answerSummaryText(answer: AnswerSummary): string {
  switch (answer.kind) {
    case 'ok':
      return `Atlas accepted it (status ${answer.status}).`;
    case 'refused':
      return `${refusalText(answer)} (status ${answer.status})`;
    case 'unreadable':
      return `Atlas accepted it (status ${answer.status}), but its answer ${UNREADABLE[answer.why]}.`;
    case 'not_sent':
      return `Nothing was sent: ${NOT_SENT[answer.why]}.`;
    case 'lost':
      return LOST[answer.why];
    default:
      return assertNever(answer, 'answer');
  }
}
