import type { JsonValue } from '../core/json.ts';
import { ALL_STATES, type RowState, type StateCounts } from '../core/row-state.ts';
import { z } from '../core/zod.ts';
import { fieldSchema as field } from './field-schema.ts';
import { figureSchema, surpriseSchema } from './figure-schemas.ts';

/** What the window sees of connections, plans and runs. The plan, the run, the key and the network stay with the host. */

const json: z.ZodType<JsonValue> = z.json();

export const connectionSchema = z.strictObject({
  connectionId: z.uuid(),
  name: z.string(),
  baseUrl: z.string(),
  mode: z.enum(['TEST', 'LIVE']),
  /** SECURITY: all the window ever sees of a key. */
  keyLastFour: z.string().max(4),
  isPractice: z.boolean(),
  /** Kept on the disk, encrypted; otherwise gone when the app ends. */
  isKept: z.boolean(),
});
export type ConnectionView = z.infer<typeof connectionSchema>;

export const stateSchema = z.enum(ALL_STATES as readonly [RowState, ...RowState[]]);
export const countsSchema = z.partialRecord(stateSchema, z.int().min(0)) as z.ZodType<StateCounts>;

export const planSummarySchema = z.strictObject({
  planId: z.uuid(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** ISO 8601. */
  createdAt: z.string(),
  connection: connectionSchema,
  /** The session's revision it was made of. */
  revision: z.int().min(0),
  counts: countsSchema,
  /** Updates: customers that would be written. */
  customers: z.int().min(0),
  /** Changes by field, most first. */
  fields: z.array(z.strictObject({ field, changes: z.int().min(1), clears: z.int().min(0) })),
  /** All that is counted of the updates, most rows first. */
  figures: z.array(figureSchema),
  /** What is unusual about them, by figure. */
  surprises: z.array(surpriseSchema),
  /** Kinds of warning with how many rows have each. */
  warnings: z.array(z.strictObject({ message: z.string(), rows: z.int().min(1) })),
  /** What is asked before a live plan is applied: two of its customers, as they are. */
  samples: z.array(z.strictObject({ customerId: z.string(), name: z.string(), email: z.string() })).max(2),
  canRead: z.boolean(),
  /** Requests a minute that the connection let through at the end of the dry run. */
  perMinute: z.number().min(0),
  /** Updates that a person left out of it; they can be taken back in. */
  leftOut: z.int().min(0),
  reading: z.strictObject({
    /** Rows whose customers were read for it, and those known from a dry run before. */
    read: z.int().min(0),
    known: z.int().min(0),
    /** ISO 8601: when the first of what it goes by was read; a while later nothing of it is known any more. */
    since: z.string(),
  }),
});
export type PlanSummary = z.infer<typeof planSummarySchema>;

const changeSchema = z.strictObject({ field, before: z.exactOptional(json), after: json });

const planWarningSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  fields: z.array(field),
  /** What the field's cell could hold instead. */
  fix: z.exactOptional(z.strictObject({ label: z.string(), text: z.string() })),
});
export type PlanWarningView = z.infer<typeof planWarningSchema>;

export const plannedSliceSchema = z.array(
  z.strictObject({
    row: z.int().min(0),
    state: stateSchema,
    message: z.string(),
    changes: z.array(changeSchema),
    /** What the dry run found suspicious, with the fields it is about. */
    warnings: z.array(planWarningSchema),
  }),
);
export type PlannedSlice = z.infer<typeof plannedSliceSchema>;

const attemptSchema = z.strictObject({
  number: z.int().min(1),
  sentAt: z.string(),
  answeredAt: z.string().nullable(),
  /** The answer in words, with its status and request id where there are any. */
  answer: z.string(),
  requestId: z.string(),
});

/** A field before, as it was or is to be sent, and as it was seen at the end. */
export const plannedFieldSchema = z.strictObject({
  field,
  before: json,
  sent: json,
  after: z.exactOptional(json),
});

/** What somebody else changed since the dry run: a field, or an address part that the program does not know. */
const conflictSchema = z.strictObject({ field: z.string(), planned: json, now: json, wanted: json });

export const planRowSchema = z.strictObject({
  row: z.int().min(0),
  line: z.int().min(1),
  state: stateSchema,
  message: z.string(),
  warnings: z.array(planWarningSchema),
  customerId: z.string(),
  /** Before, wanted, and what was seen at the end. */
  fields: z.array(plannedFieldSchema),
  /** Of a row in conflict; one or more of them may be fields that it would not have changed. */
  conflicts: z.array(conflictSchema),
  /** The request as it is or was sent; `null` where nothing is. */
  request: z.strictObject({ method: z.literal('PATCH'), path: z.string(), body: json }).nullable(),
  attempts: z.array(attemptSchema),
  code: z.string(),
});
export type PlanRowView = z.infer<typeof planRowSchema>;
