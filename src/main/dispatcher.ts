import { COMMANDS, type CommandError, type CommandOutput } from '../contract/commands.ts';
import { COMMAND_NAMES, type CommandName } from '../contract/names.ts';
import type { Result } from '../core/result.ts';
import type { z } from '../core/zod.ts';
import { type MessageEvent, mustBeOurPage } from './sender.ts';

/** What the host does for each command: one that is forgotten does not compile. */
export type CommandHandlers = {
  readonly [N in CommandName]: (
    input: z.output<(typeof COMMANDS)[N]['input']>,
  ) => Promise<Result<CommandOutput<N>, CommandError>> | Result<CommandOutput<N>, CommandError>;
};

/** Those of them whose names begin with a part's name: `plan` has `plan.make`. */
export type CommandHandlersOf<Part extends string> = Pick<
  CommandHandlers,
  Extract<CommandName, `${Part}.${string}`>
>;

type AnyHandler = (input: unknown) => Promise<Result<unknown, CommandError>> | Result<unknown, CommandError>;

const isCommandName = (name: unknown): name is CommandName => COMMAND_NAMES.some((known) => known === name);

/**
 * Answers one message of the window's: sender, name and input are checked before anything is done, the answer
 * is checked before it leaves. What a person can do something about is a value; all else throws.
 */
export async function dispatch(
  handlers: CommandHandlers,
  event: MessageEvent,
  name: unknown,
  input: unknown,
): Promise<unknown> {
  mustBeOurPage(event);
  if (!isCommandName(name)) throw new Error('There is no such command.');
  const command = COMMANDS[name];
  const parsed = command.input.safeParse(input);
  // SECURITY: says where it is wrong and never repeats what was sent, which may be a key.
  if (!parsed.success) throw new Error(`The input of ${name} is malformed at ${placesOf(parsed.error)}.`);
  const result = await (handlers[name] as AnyHandler)(parsed.data);
  if (!result.ok) return { ok: false, error: { code: result.error.code, message: result.error.message } };
  return { ok: true, value: command.output.parse(result.value) };
}

const placesOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path }) => (path.length === 0 ? 'its top' : path.join('.'))).join(', ');
