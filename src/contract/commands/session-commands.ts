import { z } from '../../core/zod.ts';
import { openedSessionSchema } from '../session-schemas.ts';
import {
  columnArrangementSchema,
  headerNamesSchema,
  importOptionsSchema,
  lastArrangementSchema,
  lastTimeSchema,
  mappingSchema,
  operationSchema,
  rememberedMappingSchema,
} from '../sheet-schemas.ts';
import { type CommandPart, nothing } from './command-part.ts';

const uuid = z.uuid();

/** A sheet: where it comes from, what is done to it, what is remembered of its mapping and columns. */
export const sessionCommands = {
  /** The system's dialog; `null` when it was cancelled. */
  'session.choose_file': { input: nothing, output: openedSessionSchema.nullable() },
  'session.import_text': {
    input: z.strictObject({
      name: z.string().min(1).max(200),
      text: z
        .string()
        .min(1)
        .max(400 * 1024 * 1024),
      /** What is known of how it is written. */
      options: z.exactOptional(importOptionsSchema),
    }),
    output: openedSessionSchema,
  },
  'session.import_sample': { input: nothing, output: openedSessionSchema },
  'session.open': { input: z.strictObject({ sessionId: uuid }), output: openedSessionSchema },
  /** Operations of a session from one on, as many as a window takes in without standing still, but one at least. */
  'session.operations': {
    input: z.strictObject({ sessionId: uuid, from: z.int().min(0) }),
    output: z.array(operationSchema),
  },
  /** Kept on the disk and offered again. */
  'session.close': { input: z.strictObject({ sessionId: uuid }), output: nothing },
  /** Deleted from the disk. */
  'session.discard': { input: z.strictObject({ sessionId: uuid }), output: nothing },
  'session.configure': {
    input: z.strictObject({
      sessionId: uuid,
      options: z.exactOptional(importOptionsSchema),
      mapping: z.exactOptional(mappingSchema),
    }),
    output: nothing,
  },
  /** Answers when the operation is on the disk. Operations are numbered: none is lost or done twice. */
  'session.record': {
    input: z.strictObject({ sessionId: uuid, revision: z.int().min(1), operation: operationSchema }),
    output: z.strictObject({ savedAt: z.string() }),
  },
  /** What was confirmed last time for a sheet with these headers, in whatever order; `null` where there is none. */
  'mapping.recall': {
    input: z.strictObject({ headers: headerNamesSchema }),
    output: lastTimeSchema.nullable(),
  },
  /** Keeps what a person confirmed: headers and roles, no customer's data. */
  'mapping.remember': {
    input: z.strictObject({ mapping: rememberedMappingSchema }),
    output: nothing,
  },
  /** How the columns of a session were left; of one that nobody saw yet, those of the last with the same headers. */
  'columns.recall': {
    input: z.strictObject({ sessionId: uuid, headers: headerNamesSchema }),
    output: lastArrangementSchema,
  },
  /** Keeps how they are left now; where somebody chose it, for the next sheet with the same headers too. */
  'columns.arrange': {
    input: z.strictObject({
      sessionId: uuid,
      headers: headerNamesSchema,
      arrangement: columnArrangementSchema,
      isChosen: z.boolean(),
    }),
    output: nothing,
  },
} as const satisfies CommandPart;
