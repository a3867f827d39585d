import type { CommandId } from '../commands.ts';

let first: CommandId | undefined;

/**
 * Whether a click is meant for this button: buttons change places as a run goes on, and the second click of a double
 * click on Stop must not undo an edit, or cut off what was to be finished.
 * @param clicks the event's `detail`: 0 from the keyboard, 2 and more while clicks follow each other quickly
 */
export function isMeantFor(id: CommandId, clicks: number): boolean {
  if (clicks <= 1) first = id;
  return clicks <= 1 || first === id;
}
