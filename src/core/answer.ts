import type { AtlasError } from './atlas.ts';

/** How one request ended, as far as the client can know. Plain data: it goes into the journal. */
export type Answer<T> =
  | {
      readonly kind: 'ok';
      readonly value: T;
      readonly status: number;
      readonly requestId?: string | undefined;
    }
  | Refusal
  /** A 2xx whose body is cut off, no JSON, too large, or of another shape. */
  | {
      readonly kind: 'unreadable';
      readonly status: number;
      readonly why: 'cut_off' | 'not_json' | 'other_shape' | 'too_large';
      readonly requestId?: string | undefined;
    }
  /** No byte of the request left: it has no effect and costs no try. */
  | { readonly kind: 'not_sent'; readonly why: NotSentReason; readonly detail: string }
  /** Bytes may have left, and no answer came. */
  | { readonly kind: 'lost'; readonly why: 'timeout' | 'connection' | 'aborted'; readonly detail: string };

/** Answered with another status than 2xx. */
export interface Refusal {
  readonly kind: 'refused';
  readonly status: number;
  /** Atlas' own words, where the body has the documented shape. */
  readonly error?: AtlasError | undefined;
  /** How long to wait, of a 429 or 503, in ms: already counted from the answer's own `Date`. */
  readonly retryAfterMs?: number | undefined;
  readonly requestId?: string | undefined;
}

/** `gate_closed`: Atlas asked everybody to wait just before it would have been sent. */
export type NotSentReason =
  | 'aborted'
  | 'dns'
  | 'refused'
  | 'offline'
  | 'proxy'
  | 'tls'
  | 'connect_timeout'
  | 'gate_closed';

/** An answer without its value: what a person is shown of an attempt. */
export type AnswerSummary =
  | Exclude<Answer<never>, { kind: 'ok' }>
  | { readonly kind: 'ok'; readonly status: number; readonly requestId?: string | undefined };

/** Small enough to be journalled with every attempt. */
export function summaryOf(answer: Answer<unknown>): AnswerSummary {
  return answer.kind === 'ok' ? { kind: 'ok', status: answer.status, requestId: answer.requestId } : answer;
}
