import type { CommandName, EventName } from './names.ts';

/**
 * All the preload puts into the window, as `window.patchsheet`. Names and data only: no key, no file access, no
 * network. What comes back is parsed by zod in the window, what goes in is parsed by zod in the host.
 */
export interface Bridge<DroppedFile> {
  /** @returns a `CommandResult` of the command; rejects where the host refuses the message itself. */
  invoke(name: CommandName, input: unknown): Promise<unknown>;
  /** @returns how to stop listening */
  subscribe(name: EventName, listener: (payload: unknown) => void): () => void;
  /** Imports a file that a person dropped on the window; its path never enters the window. */
  importDropped(file: DroppedFile): Promise<unknown>;
}
