import type { Page } from 'playwright-core';
import type { CommandInput, CommandOutput, CommandResult } from '../../../src/contract/commands.ts';
import type { EventPayload } from '../../../src/contract/events.ts';
import type { CommandName, EventName } from '../../../src/contract/names.ts';

/** What the page has, as tests use it: evaluated there, so nothing of this file is within reach. */
interface PageGlobals {
  readonly patchsheet: {
    invoke(name: string, input: unknown): Promise<unknown>;
    subscribe(name: string, listener: (payload: unknown) => void): () => void;
  };
  told?: Record<string, unknown[]>;
}

/** A command, asked from inside the page through what the preload script offers it. */
export const invoke = async <N extends CommandName>(
  page: Page,
  name: N,
  input: CommandInput<N>,
): Promise<CommandResult<N>> =>
  (await page.evaluate(
    ([command, asked]) => (globalThis as unknown as PageGlobals).patchsheet.invoke(command, asked),
    [name, input] as const,
  )) as CommandResult<N>;

/** The same, where it must succeed. */
export async function must<N extends CommandName>(
  page: Page,
  name: N,
  input: CommandInput<N>,
): Promise<CommandOutput<N>> {
  const result = await invoke(page, name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value;
}

/** Begins to note an event's payloads. */
export async function listenTo(page: Page, name: EventName): Promise<void> {
  await page.evaluate((event) => {
    const globals = globalThis as unknown as PageGlobals;
    const told: unknown[] = [];
    globals.told = { ...globals.told, [event]: told };
    globals.patchsheet.subscribe(event, (payload) => told.push(payload));
  }, name);
}

/** Payloads noted so far. */
export const heard = async <N extends EventName>(page: Page, name: N): Promise<EventPayload<N>[]> =>
  (await page.evaluate(
    (event) => (globalThis as unknown as PageGlobals).told?.[event] ?? [],
    name,
  )) as EventPayload<N>[];
