import { z } from '../core/zod.ts';
import { connectionSchema, countsSchema, plannedFieldSchema, stateSchema } from './plan-schemas.ts';

/** What the window sees of kept runs and dry runs. */

const rows = z.int().min(0);

/** Which of them, for whatever is asked about one. */
export const keptSchema = z.strictObject({
  kind: z.enum(['run', 'dry_run']),
  id: z
    .string()
    .max(200)
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/),
});
export type Kept = z.infer<typeof keptSchema>;

const common = {
  id: z.string(),
  fileName: z.string(),
  connection: connectionSchema.pick({ name: true, baseUrl: true, mode: true, keyLastFour: true }),
  /** ISO 8601: when it began, or the dry run was made; `null` where it never began. */
  at: z.string().nullable(),
  /** As the system names people and machines; empty where it is not known. */
  who: z.string(),
  /** It takes another run back. */
  isUndo: z.boolean(),
  planHash: z.string(),
  /** Every row of the sheet, by its state. */
  counts: countsSchema,
  /** How it stands, in words. */
  standing: z.string(),
  /** The session of its sheet, where that is still there. */
  sessionId: z.uuid().nullable(),
};

export const historyEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('run'),
    /** A ticket, or why it was done; empty where nobody gave one. */
    reason: z.string(),
    durationMs: z.number().nullable(),
    isOn: z.boolean(),
    /** Rows left, where it can be gone on with. */
    left: rows,
    /** Customers that an undo would look at. */
    written: rows,
    /** When it was taken back, by another run; `null` where it was not. */
    undoneAt: z.string().nullable(),
  }),
  z.strictObject({ ...common, kind: z.literal('dry_run'), hasRows: z.boolean() }),
  /** A run whose files can't be read, and why. */
  z.strictObject({ kind: z.literal('damaged'), id: z.string(), message: z.string() }),
]);
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** Whoever looks for an older one searches. */
export const MOST_ENTRIES = 200;
/** As many rows as a screen of a few pages; the window asks for the next ones when they are wanted. */
export const MOST_HISTORY_ROWS = 500;

export const historyRowSchema = z.strictObject({
  row: rows,
  line: z.int().min(1),
  customerId: z.string(),
  state: stateSchema,
  message: z.string(),
  fields: z.array(plannedFieldSchema),
});
export type HistoryRow = z.infer<typeof historyRowSchema>;

/** How many days runs and dry runs are kept. */
export const KEEP_DAYS = ['for_ever', 365, 90, 30] as const;
export const keepDaysSchema = z.literal(KEEP_DAYS);
export type KeepDays = z.infer<typeof keepDaysSchema>;
