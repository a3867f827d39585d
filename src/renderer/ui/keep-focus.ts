import { afterFrame } from '../model/breathe.ts';
import { workspace } from '../store.ts';
import { useGrid } from './grid/grid-state.ts';

/** What has the focus in a window where nothing has it. */
const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** A click beside everything takes the focus from what is still there: that is meant. */
const isGone = (element: Element): boolean =>
  !element.isConnected || element.matches(':disabled') || !element.checkVisibility();

/**
 * What has the focus may go away: a button that is no longer offered, the screen that a sheet takes the place of. The
 * keyboard goes where the work is then, or whoever has no mouse would start from nowhere.
 */
export function keepFocus(): void {
  let last: Element | null = null;
  let isWaiting = false;
  const look = async (): Promise<void> => {
    if (isWaiting || last === null || !isNowhere()) return;
    isWaiting = true;
    // A button that can’t be pressed any more loses it with the next frame; where it is given back, that comes first.
    await afterFrame();
    isWaiting = false;
    if (isNowhere() && isGone(last)) focusWork();
  };
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : null;
  });
  document.addEventListener('focusout', () => void look());
  workspace.subscribe(() => void look());
}

/** The dialog that is open, else the cell that was worked on, else what is listed. */
function focusWork(): void {
  const dialog = [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1);
  if (dialog) {
    dialog.querySelector<HTMLElement>('.dialog-frame')?.focus();
    return;
  }
  const { sheet, selectedRow, importing } = workspace.getState();
  if (importing !== null) return;
  if (sheet && selectedRow !== null && useGrid.getState().ranges?.focus()) return;
  const start = sheet ? '.tab[aria-selected="true"]' : '.start [data-command="file.import"]';
  document.querySelector<HTMLElement>(start)?.focus();
}
