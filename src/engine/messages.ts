import { commandErrorSchema } from '../contract/commands.ts';
import { EVENT_NAMES } from '../contract/names.ts';
import { z } from '../core/zod.ts';
import { METHOD_NAMES } from './methods.ts';

/** What main sends. The input is parsed by its method. */
export const requestSchema = z.strictObject({
  kind: z.literal('request'),
  id: z.int(),
  method: z.enum(METHOD_NAMES),
  input: z.unknown(),
});

/** What the engine sends: answers, by the number of their request, and what happens meanwhile. */
export const fromEngineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), id: z.int(), value: z.unknown() }),
  /** Could not be done, in words for a person. */
  z.strictObject({ kind: z.literal('refused'), id: z.int(), error: commandErrorSchema }),
  /** A fault of the program. */
  z.strictObject({ kind: z.literal('defect'), id: z.int(), message: z.string() }),
  z.strictObject({ kind: z.literal('event'), name: z.enum(EVENT_NAMES), payload: z.unknown() }),
]);
export type FromEngine = z.infer<typeof fromEngineSchema>;

/** What the engine has to know to start. Handed over as its one argument; holds no secret. */
export const engineConfigSchema = z.strictObject({ dataFolder: z.string(), appVersion: z.string() });
export type EngineConfig = z.infer<typeof engineConfigSchema>;
