import { MENU_COMMANDS } from '../../contract/menu-layout.ts';
import { isWindowCommand, type WindowCommandId } from '../../contract/window-commands.ts';
import type { Host } from '../model/host.ts';
import { actions, workspace } from '../store.ts';
import { commandOf, runCommand } from './commands.ts';
import { isInDialog } from './open-dialogs.ts';
import { isInGrid, isTyping } from './use-shortcuts.ts';
import { useView } from './view-state.ts';

/** What undoes and redoes edits in the sheet, and letters in a text field. */
const TEXT_STEPS: { readonly [id in WindowCommandId]?: 'undo' | 'redo' } = {
  'edit.undo': 'undo',
  'edit.redo': 'redo',
};

/** Does a command that was chosen in the native menu, or that the menu heard by its keys. */
export function runMenuCommand(name: string, byKeys: boolean): void {
  if (!isWindowCommand(name) || !mayRun(name)) return;
  const { activeElement } = document;
  const textStep = isTyping(activeElement) ? TEXT_STEPS[name] : undefined;
  if (textStep) {
    void actions.stepText(textStep);
    return;
  }
  const { notWhileTyping = false, onlyInGrid = false } = commandOf(name);
  const isMeant = !(notWhileTyping && isTyping(activeElement)) && (!onlyInGrid || isInGrid(activeElement));
  if (isMeant || !byKeys) runCommand(name);
}

const mayRun = (id: WindowCommandId): boolean =>
  !isInDialog() || (TEXT_STEPS[id] !== undefined && isTyping(document.activeElement));

/** What of the menu can be done now. */
function enabledNow(): readonly WindowCommandId[] {
  const state = workspace.getState();
  const isInText = isTyping(document.activeElement);
  return MENU_COMMANDS.filter((id) => {
    if (isInText && TEXT_STEPS[id]) return true;
    return mayRun(id) && commandOf(id).isEnabled(state);
  });
}

/** Told when nothing has changed for a moment: whoever types or clicks is not opening a menu, and its work comes first. */
const QUIET_MS = 250;
/** A run changes the state twenty times a second. */
const TELL_AT_LEAST_EVERY_MS = 1_000;

/** Keeps the native menu like the window: it is told what can be done, where that is another thing than before. */
export function keepMenu(host: Host): void {
  host.listen('menu.command', ({ command, byKeys }) => runMenuCommand(command, byKeys));
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  const tell = (): void => {
    timer = undefined;
    const commands = enabledNow();
    if (commands.join() === told) return;
    told = commands.join();
    void host.command('menu.enabled', { commands: [...commands] });
  };
  const tellSoon = (): void => {
    const now = performance.now();
    if (timer === undefined) latest = now + TELL_AT_LEAST_EVERY_MS;
    clearTimeout(timer);
    timer = setTimeout(tell, Math.min(QUIET_MS, latest - now));
  };
  workspace.subscribe(tellSoon);
  useView.subscribe(tellSoon);
  for (const event of ['focusin', 'focusout', 'close']) document.addEventListener(event, tellSoon, true);
  tellSoon();
}
