import type { Bridge } from '../../contract/bridge.ts';
import { EVENTS } from '../../contract/events.ts';
import { runMenuCommand } from './commands.ts';

/** The native menu names commands of the one registry. */
export function listenToMenu(): void {
  const { patchsheet } = globalThis as { readonly patchsheet?: Bridge<File> };
  patchsheet?.subscribe('menu.command', (payload) => {
    const told = EVENTS['menu.command'].safeParse(payload);
    if (told.success) runMenuCommand(told.data.command);
  });
}
