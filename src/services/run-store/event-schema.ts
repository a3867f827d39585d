import type { JsonValue } from '../../core/json.ts';
import type { PauseReason, RunEnd, RunEvent } from '../../core/run.ts';
import type { RunSettings } from '../../core/run-settings.ts';
import { z } from '../../core/zod.ts';
import { answerSummary, notAttemptedReason, outcome } from './outcome-schema.ts';
import { body, change, connectionInfo, oneOf, placeOf, row, time } from './schema-parts.ts';

const attempt = z.int().min(0);

const settings: z.ZodType<RunSettings> = z.looseObject({
  concurrency: z.int().min(1),
  triesPerRow: z.int().min(1),
  settleMs: z.number().min(0),
  freshness: z.discriminatedUnion('kind', [
    z.looseObject({ kind: z.literal('each_attempt') }),
    z.looseObject({ kind: z.literal('within'), ms: z.number().min(0) }),
  ]),
  retryBudget: z.number().min(0),
  breaker: z.looseObject({ rows: z.int().min(1), mostShare: z.number().min(0) }),
  pilotRows: z.int().min(0),
  longestWaitMs: z.number().min(0),
  longestAbsenceMs: z.number().min(0).nullable(),
});

const EVENTS = {
  run_started: z.looseObject({
    at: time,
    runId: z.string(),
    planId: z.string(),
    planHash: z.string(),
    connection: connectionInfo,
    keyFingerprint: z.string(),
    operator: z.string(),
    machine: z.string(),
    reason: z.exactOptional(z.string()),
    appVersion: z.string(),
    rows: z.int().min(0),
    settings,
  }),
  run_resumed: z.looseObject({
    at: time,
    appVersion: z.string(),
    operator: z.string(),
    machine: z.string(),
    keyFingerprint: z.string(),
  }),
  intent: z.looseObject({ at: time, row, attempt, customerId: z.string(), body, changes: z.array(change) }),
  answered: z.looseObject({ at: time, row, attempt, answer: answerSummary }),
  ended: z.looseObject({ at: time, row, outcome }),
  paused: z.looseObject({
    at: time,
    reason: oneOf<PauseReason>({
      person: true,
      no_connection: true,
      long_rate_limit: true,
      budget_spent: true,
      too_many_failures: true,
      pilot_done: true,
      long_absence: true,
    }),
    detail: z.exactOptional(z.string()),
  }),
  resumed: z.looseObject({ at: time }),
  run_ended: z.looseObject({
    at: time,
    end: oneOf<RunEnd>({ completed: true, stopped: true, aborted: true, failed: true }),
    reason: z.exactOptional(notAttemptedReason),
    detail: z.exactOptional(z.string()),
  }),
};
const TAGGED = z.looseObject({ kind: z.string() });
const SHAPES: { readonly [kind in RunEvent['kind']]: z.ZodType } = EVENTS;

export type ParsedEvent =
  | { readonly kind: 'event'; readonly event: RunEvent }
  /** An event that this version has no name for. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'other_shape'; readonly where: string };

/** An event of a journal, whole or not at all. */
export function parseEvent(value: JsonValue): ParsedEvent {
  const tagged = TAGGED.safeParse(value);
  if (!tagged.success) return { kind: 'other_shape', where: placeOf(tagged.error) };
  const { kind } = tagged.data;
  const shape = isKind(kind) ? SHAPES[kind] : undefined;
  if (!shape) return { kind: 'newer' };
  const parsed = shape.safeParse(value);
  if (!parsed.success) return { kind: 'other_shape', where: placeOf(parsed.error) };
  return { kind: 'event', event: value as unknown as RunEvent };
}

const isKind = (kind: string): kind is RunEvent['kind'] => Object.hasOwn(SHAPES, kind);
