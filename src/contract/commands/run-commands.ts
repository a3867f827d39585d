import { z } from '../../core/zod.ts';
import { MOST_REASON_CHARACTERS, unfinishedRunSchema } from '../run-schemas.ts';
import { type CommandPart, nothing } from './command-part.ts';

const uuid = z.uuid();

/** Applying a plan. */
export const runCommands = {
  /** Runs that were interrupted, whose sheet is still there. */
  'runs.unfinished': { input: nothing, output: z.array(unfinishedRunSchema) },
  /** Goes on with one of them: the same plan, over a connection to the same account. */
  'run.go_on': {
    input: z.strictObject({ runId: z.string(), connectionId: uuid }),
    output: z.strictObject({ sessionId: uuid, planId: uuid }),
  },
  /** Applies a plan. The number of customers stands for what the person confirmed. */
  'run.start': {
    input: z.strictObject({
      planId: uuid,
      customers: z.int().min(1),
      /** Of the plan that was approved, or its beginning; another plan is refused. */
      approvedHash: z.exactOptional(z.string().max(200)),
      /** A ticket, or why it is done; LIVE asks for one. */
      reason: z.exactOptional(z.string().trim().min(1).max(MOST_REASON_CHARACTERS)),
    }),
    output: z.strictObject({ runId: z.string() }),
  },
  'run.pause': { input: z.strictObject({ runId: z.string() }), output: nothing },
  'run.resume': { input: z.strictObject({ runId: z.string() }), output: nothing },
  /** Finishes what is in flight. */
  'run.stop': { input: z.strictObject({ runId: z.string() }), output: nothing },
  /** Cuts off what is in flight and reads what became of it. */
  'run.abort': { input: z.strictObject({ runId: z.string() }), output: nothing },
} as const satisfies CommandPart;
