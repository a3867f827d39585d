import { z } from '../../core/zod.ts';
import { connectionSchema } from '../plan-schemas.ts';
import { keyTestSchema } from '../settings-schemas.ts';
import { type CommandPart, nothing } from './command-part.ts';

const uuid = z.uuid();
const connectionName = z.string().trim().min(1).max(100);
const key = z.string().max(500);

/** Whom the app talks to; the practice server is one of them. */
export const connectionCommands = {
  'connection.add': {
    input: z.strictObject({
      name: connectionName,
      baseUrl: z.string().max(2_000),
      key,
    }),
    output: connectionSchema,
  },
  'connection.rename': {
    input: z.strictObject({ connectionId: uuid, name: connectionName }),
    output: connectionSchema,
  },
  /** The address stays; the mode is the new key's. Plans made with the old key can't be applied any more. */
  'connection.replace_key': { input: z.strictObject({ connectionId: uuid, key }), output: connectionSchema },
  /** What its key may do. Writes nothing. */
  'connection.test': { input: z.strictObject({ connectionId: uuid }), output: keyTestSchema },
  'connection.remove': { input: z.strictObject({ connectionId: uuid }), output: nothing },
  /** Starts the practice server, or finds it running. */
  'practice.start': { input: nothing, output: connectionSchema },
  /** All invented customers as in the beginning; plans made of them are gone. */
  'practice.reset': { input: nothing, output: nothing },
} as const satisfies CommandPart;
