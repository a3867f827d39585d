import { z } from '../core/zod.ts';
import { appCommands } from './commands/app-commands.ts';
import { connectionCommands } from './commands/connection-commands.ts';
import { fileCommands } from './commands/file-commands.ts';
import { frameCommands } from './commands/frame-commands.ts';
import { historyCommands } from './commands/history-commands.ts';
import { planCommands } from './commands/plan-commands.ts';
import { reportCommands } from './commands/report-commands.ts';
import { runCommands } from './commands/run-commands.ts';
import { sessionCommands } from './commands/session-commands.ts';
import type { CommandName } from './names.ts';

/**
 * The one list of what the window may ask the host for, with what goes in and comes out. Everything is parsed
 * on arrival; a command added in `names.ts` and forgotten in every part does not compile.
 */
export const COMMANDS = {
  ...appCommands,
  ...sessionCommands,
  ...connectionCommands,
  ...planCommands,
  ...runCommands,
  ...historyCommands,
  ...reportCommands,
  ...frameCommands,
  ...fileCommands,
} as const satisfies {
  readonly [name in CommandName]: { readonly input: z.ZodType; readonly output: z.ZodType };
};

export type CommandInput<N extends CommandName> = z.input<(typeof COMMANDS)[N]['input']>;
export type CommandOutput<N extends CommandName> = z.output<(typeof COMMANDS)[N]['output']>;

/** A command that could not be done, in words for a person. Anything else that goes wrong is a defect and throws. */
export const commandErrorSchema = z.strictObject({ code: z.string(), message: z.string() });
export type CommandError = z.infer<typeof commandErrorSchema>;

export type CommandResult<N extends CommandName> =
  | { readonly ok: true; readonly value: CommandOutput<N> }
  | { readonly ok: false; readonly error: CommandError };

export const commandResultSchema = (name: CommandName) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value: COMMANDS[name].output }),
    z.strictObject({ ok: z.literal(false), error: commandErrorSchema }),
  ]);
