import { z } from '../core/zod.ts';
import { fileOfferSchema } from './file-schemas.ts';
import type { EventName } from './names.ts';
import { countsSchema } from './plan-schemas.ts';

const pauseReason = z.enum([
  'person',
  'no_connection',
  'long_rate_limit',
  'budget_spent',
  'too_many_failures',
  'pilot_done',
  'long_absence',
]);

/** The one list of what the host tells the window unasked. */
export const EVENTS = {
  'plan.progress': z.strictObject({
    sessionId: z.uuid(),
    done: z.int().min(0),
    total: z.int().min(0),
    requestsLeft: z.int().min(0),
    /** Milliseconds; `null` while there is nothing to go by. */
    leftMs: z.number().nullable(),
  }),
  /** What happened in a run since the last one of these; at most 20 a second. */
  'run.batch': z.strictObject({
    runId: z.string(),
    planId: z.uuid(),
    /** Rows whose state changed, each with its state's number in `ALL_STATES`. */
    changed: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
    /** Counts of all rows of the sheet. */
    counts: countsSchema,
    ended: z.int().min(0),
    total: z.int().min(0),
    perMinute: z.number().nullable(),
    leftMs: z.number().nullable(),
    /** Why it is slow or waits, in words; empty when it runs freely. */
    note: z.string(),
    pausedBy: pauseReason.nullable(),
    end: z
      .strictObject({ how: z.enum(['completed', 'stopped', 'aborted', 'failed']), message: z.string() })
      .nullable(),
  }),
  /** A command of the native menu, by its name in the window's registry; `byKeys`: it was not chosen but heard. */
  'menu.command': z.strictObject({ command: z.string(), byKeys: z.boolean() }),
  /** The engine died; the session is safe on the disk. */
  'engine.stopped': z.strictObject({ message: z.string() }),
  /** Somebody wants a file opened that was chosen outside the window. */
  'file.offered': fileOfferSchema,
  /** The list of recent files is another one now. */
  'recent.changed': z.strictObject({}),
} as const satisfies { readonly [name in EventName]: z.ZodType };

export type EventPayload<N extends EventName> = z.output<(typeof EVENTS)[N]>;

/** Tells the window something unasked. */
export type TellWindow = <N extends EventName>(name: N, payload: EventPayload<N>) => void;
