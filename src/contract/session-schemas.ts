import { z } from '../core/zod.ts';
import { importOptionsSchema, mappingSchema } from './sheet-schemas.ts';

/** What the window needs to show a session; the table itself it reads as a stream and works out like the host. */
export const openedSessionSchema = z.strictObject({
  sessionId: z.uuid(),
  fileName: z.string(),
  bytes: z.int().min(0),
  options: importOptionsSchema,
  /** Missing until one was chosen: the window proposes. */
  mapping: z.exactOptional(mappingSchema),
  /** Operations done so far; they are fetched in pieces. */
  revision: z.int().min(0),
  /** The run that it takes back, where it is the sheet of an undo. */
  undoes: z.exactOptional(z.string()),
});
export type OpenedSession = z.infer<typeof openedSessionSchema>;

export const sessionSummarySchema = z.strictObject({
  sessionId: z.uuid(),
  fileName: z.string(),
  /** ISO 8601. */
  savedAt: z.string(),
  /** Steps recorded, those that take others back included. */
  operations: z.int().min(0),
});
export type SessionSummary = z.infer<typeof sessionSummarySchema>;
