import { z } from '../core/zod.ts';
import { connectionSchema } from './plan-schemas.ts';

/** A run that was interrupted, as it is offered. */
export const unfinishedRunSchema = z.strictObject({
  runId: z.string(),
  sessionId: z.uuid(),
  fileName: z.string(),
  /** ISO 8601. */
  startedAt: z.string().nullable(),
  connection: connectionSchema.pick({ name: true, baseUrl: true, mode: true, keyLastFour: true }),
  total: z.int().min(0),
  /** Rows without an outcome, and those of them that may have been written. */
  left: z.int().min(1),
  inDoubt: z.int().min(0),
});
export type UnfinishedRunView = z.infer<typeof unfinishedRunSchema>;

/** A sentence or two; it stands in every report. */
export const MOST_REASON_CHARACTERS = 500;
