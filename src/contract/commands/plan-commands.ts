import { LIMITS } from '../../core/sheet.ts';
import { z } from '../../core/zod.ts';
import { EVENTS } from '../events.ts';
import { plannedSliceSchema, planRowSchema, planSummarySchema } from '../plan-schemas.ts';
import { type CommandPart, nothing } from './command-part.ts';

const uuid = z.uuid();
const row = z.int().min(0);
/** The request of a row as text or as a command for a terminal, or the id that Atlas gave an attempt at it. */
const copiedSchema = z.union([z.enum(['request', 'curl']), z.strictObject({ requestIdOf: z.int().min(1) })]);

/** A number so large that nobody holds a slice of it in a window. */
const MOST_ROWS_AT_ONCE = 5_000;

/** The dry run of a session, and the plan that it makes. */
export const planCommands = {
  /** The dry run of a session as it is at a revision; progress comes as events. */
  'plan.make': {
    input: z.strictObject({
      sessionId: uuid,
      revision: z.int().min(0),
      connectionId: uuid,
      /** Only these rows, after an earlier plan: what that one and its run say of the others stays. */
      again: z.exactOptional(z.strictObject({ planId: uuid, rows: z.array(row).min(1).max(LIMITS.rows) })),
      /** What the dry run before has read is not read again, where it was a short while ago and the row was not edited. */
      keepsRead: z.exactOptional(z.boolean()),
    }),
    output: planSummarySchema,
  },
  /** What a window that loads again has missed: the newest plan, its run, and whether a dry run is on. */
  'plan.current': {
    input: z.strictObject({ sessionId: uuid }),
    output: z.strictObject({
      isPlanning: z.boolean(),
      plan: planSummarySchema.nullable(),
      /** The run of that plan, as its newest message would tell it. */
      run: EVENTS['run.batch'].nullable(),
    }),
  },
  /** Keeps what was read; the rest is unread. */
  'plan.cancel': { input: z.strictObject({ sessionId: uuid }), output: nothing },
  /**
   * By row, its state as its number in `ALL_STATES`, and `WARNED_ROW` on top where the dry run warns of it; or
   * `NOT_PLANNED`.
   */
  'plan.states': { input: z.strictObject({ planId: uuid }), output: z.instanceof(Uint8Array) },
  /** What rows are shown with: their changes and what is said about them. */
  'plan.slice': {
    input: z.strictObject({ planId: uuid, rows: z.array(row).max(MOST_ROWS_AT_ONCE) }),
    output: plannedSliceSchema,
  },
  /** The rows that a figure of the plan counts, in its order, without those edited since. */
  'plan.figure_rows': {
    input: z.strictObject({ planId: uuid, figure: z.string() }),
    output: z.instanceof(Uint32Array),
  },
  /** Everything about one row, for the inspector. */
  'plan.row': { input: z.strictObject({ planId: uuid, row }), output: planRowSchema },
  /** Text about one row, on the clipboard. SECURITY: the host makes it; a window names only what it wants. */
  'plan.copy': {
    input: z.strictObject({ planId: uuid, row, what: copiedSchema }),
    output: nothing,
  },
  /** Leaves rows out of the plan, or takes them back in: another plan. What is not an update is passed over. */
  'plan.leave_out': {
    input: z.strictObject({ planId: uuid, rows: z.array(row).min(1).max(LIMITS.rows), isOut: z.boolean() }),
    output: z.strictObject({ plan: planSummarySchema, states: z.instanceof(Uint8Array) }),
  },
} as const satisfies CommandPart;
