import { workspace } from '../store.ts';

/** Long enough to be read; what was done can be seen in the grid as well. */
const SAID_FOR_MS = 8_000;

/** Says that something was done; it goes away by itself. */
export function say(text: string): void {
  const notice = { kind: 'info', text } as const;
  workspace.setState({ notice });
  setTimeout(() => {
    if (workspace.getState().notice === notice) workspace.setState({ notice: null });
  }, SAID_FOR_MS);
}
