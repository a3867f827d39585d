import { REPORT_KINDS } from '../../core/report-kind.ts';
import { z } from '../../core/zod.ts';
import { historyEntrySchema, historyRowSchema, keptSchema, MOST_HISTORY_ROWS } from '../history-schemas.ts';
import { stateSchema } from '../plan-schemas.ts';
import { openedSessionSchema } from '../session-schemas.ts';
import type { CommandPart } from './command-part.ts';

const uuid = z.uuid();
const row = z.int().min(0);

/** What is kept of earlier runs and dry runs. */
export const historyCommands = {
  /** Kept runs and dry runs that hold every word of the search, the newest first. */
  'history.list': {
    input: z.strictObject({ search: z.string().max(200) }),
    output: z.strictObject({
      entries: z.array(historyEntrySchema),
      /** How many there are, beyond those that are listed. */
      total: row,
    }),
  },
  /** Rows of one of them as they were, in the order of the sheet, from the so-manieth that fits. */
  'history.rows': {
    input: z.strictObject({
      ...keptSchema.shape,
      from: row,
      most: z.int().min(1).max(MOST_HISTORY_ROWS),
      search: z.string().max(200),
      state: z.exactOptional(stateSchema),
    }),
    output: z.strictObject({
      rows: z.array(historyRowSchema),
      total: row,
    }),
  },
  /** Opens the sheet of a run's undo; its dry run is asked for like any other. */
  'history.undo': { input: z.strictObject({ runId: z.string() }), output: openedSessionSchema },
  /** Deletes all that is kept of it. Answers with the sessions that went with it. */
  'history.delete': { input: keptSchema, output: z.strictObject({ sessionIds: z.array(uuid) }) },
  /** The system's dialog, then the file; `null` when it was cancelled. */
  'history.report': {
    input: z.strictObject({ ...keptSchema.shape, report: z.enum(REPORT_KINDS) }),
    output: z.strictObject({ path: z.string() }).nullable(),
  },
} as const satisfies CommandPart;
