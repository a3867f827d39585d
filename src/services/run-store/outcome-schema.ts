import type { AnswerSummary, NotSentReason } from '../../core/answer.ts';
import type { FailReason, NotAttemptedReason, Outcome, UnknownReason } from '../../core/outcome.ts';
import { z } from '../../core/zod.ts';
import { byTag, field, json, oneOf } from './schema-parts.ts';

const requestId = z.exactOptional(z.string());
const status = z.int();

const refusal = z.looseObject({
  kind: z.literal('refused'),
  status,
  error: z.exactOptional(z.looseObject({ code: z.string(), message: z.string() })),
  retryAfterMs: z.exactOptional(z.number()),
  requestId,
});

const ANSWERS: { readonly [kind in AnswerSummary['kind']]: z.ZodType } = {
  ok: z.looseObject({ status, requestId }),
  refused: refusal,
  unreadable: z.looseObject({
    status,
    why: oneOf<Extract<AnswerSummary, { kind: 'unreadable' }>['why']>({
      cut_off: true,
      not_json: true,
      other_shape: true,
      too_large: true,
    }),
    requestId,
  }),
  not_sent: z.looseObject({
    why: oneOf<NotSentReason>({
      gate_closed: true,
      aborted: true,
      dns: true,
      refused: true,
      offline: true,
      proxy: true,
      tls: true,
      connect_timeout: true,
    }),
    detail: z.string(),
  }),
  lost: z.looseObject({
    why: oneOf<Extract<AnswerSummary, { kind: 'lost' }>['why']>({
      timeout: true,
      connection: true,
      aborted: true,
    }),
    detail: z.string(),
  }),
};

const seen = z.array(z.looseObject({ field, value: json }));
const missing = z.array(field);

export const notAttemptedReason = oneOf<NotAttemptedReason>({
  stopped: true,
  aborted: true,
  key_rejected: true,
  not_allowed: true,
  redirected: true,
  wrong_account: true,
  journal_failed: true,
  no_connection: true,
  depends_on_other_row: true,
});

const OUTCOMES: { readonly [state in Outcome['state']]: z.ZodType } = {
  applied: z.looseObject({ seen }),
  partly_applied: z.looseObject({ seen, missing }),
  not_applied: z.looseObject({ seen, missing }),
  already_so: z.looseObject({}),
  conflict: z.looseObject({
    fields: z.array(z.looseObject({ field: z.string(), planned: json, now: json, wanted: json })),
    seen: z.exactOptional(seen),
  }),
  rejected: z.looseObject({ refusal }),
  failed: z.looseObject({
    reason: oneOf<FailReason>({ tries_spent: true, customer_gone: true, not_readable_before: true }),
  }),
  unknown: z.looseObject({
    reason: oneOf<UnknownReason>({
      tries_spent: true,
      could_not_read: true,
      other_values_found: true,
      aborted: true,
      journal_failed: true,
    }),
    seen,
  }),
  not_attempted: z.looseObject({ reason: notAttemptedReason }),
};

export const answerSummary = byTag('kind', ANSWERS);
export const outcome = byTag('state', OUTCOMES);
