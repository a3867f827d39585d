import type { Bridge } from '../../contract/bridge.ts';
import { type CommandInput, type CommandResult, commandResultSchema } from '../../contract/commands.ts';
import { EVENTS, type EventPayload } from '../../contract/events.ts';
import type { CommandName, EventName } from '../../contract/names.ts';
import { DEFECT_TEXT } from '../../core/words/host.ts';

/** The host as the window knows it: commands and events, parsed on arrival. */
export interface Host {
  command<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandResult<N>>;
  listen<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
  importDropped(file: File): Promise<CommandResult<'session.open'>>;
}

/** @returns a host whose commands never reject: a defect is an error with words, like any other */
export function connectHost(bridge: Bridge<File>): Host {
  async function parsed<N extends CommandName>(
    name: N,
    answering: Promise<unknown>,
  ): Promise<CommandResult<N>> {
    try {
      return commandResultSchema(name).parse(await answering) as CommandResult<N>;
    } catch (error) {
      // A defect of ours, told as what it is; its details are for whoever looks into the console.
      reportError(error);
      return { ok: false, error: { code: 'defect', message: DEFECT_TEXT } };
    }
  }
  return {
    command: (name, input) => parsed(name, bridge.invoke(name, input)),
    listen: <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) =>
      bridge.subscribe(name, (payload) => {
        const told = EVENTS[name].safeParse(payload);
        if (told.success) listener(told.data as EventPayload<N>);
        else reportError(told.error);
      }),
    importDropped: (file) => parsed('session.open', bridge.importDropped(file)),
  };
}
