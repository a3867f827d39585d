import { useEffect } from 'react';
import { COMMAND_IDS, commandOf, runCommand } from './commands.ts';
import { isInDialog } from './open-dialogs.ts';
import { platform } from './platform.ts';
import { isPressed } from './shortcut.ts';

/** Keys that mean a command, wherever the focus is — except in a dialog, which is about one thing. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isInDialog()) return;
      const typing = isTyping(event.target);
      for (const id of COMMAND_IDS) {
        const { shortcut, alias, notWhileTyping = false, onlyInGrid = false } = commandOf(id);
        const pressed = [shortcut, alias].some(
          (keys) => keys !== undefined && isPressed(keys, event, platform),
        );
        if (!pressed || (typing && notWhileTyping) || (onlyInGrid && !isInGrid(event.target))) continue;
        event.preventDefault();
        runCommand(id);
        return;
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

export const isInGrid = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.grid .ag-cell') !== null;

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;
