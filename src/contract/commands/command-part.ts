import { z } from '../../core/zod.ts';
import type { CommandName } from '../names.ts';

/** Some of the commands: what goes in and what comes out of each, by name. */
export type CommandPart = {
  readonly [name in CommandName]?: { readonly input: z.ZodType; readonly output: z.ZodType };
};

/** Of a command that needs no input, or says no more than that it was done. */
export const nothing = z.strictObject({});
