import type { CellPlace } from '../../model/find/finder.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { workspace } from '../../store.ts';
import { say } from '../say.ts';
import { goTo } from '../view-state.ts';
import { useFind } from './find-state.ts';

/** Opens the bar, or puts the keyboard into it. */
export const openFind = (shows: 'find' | 'replace'): void =>
  useFind.setState(({ asked }) => ({ shows, asked: asked + 1 }));

/** Closes the bar; the keyboard goes back to the cell where it was. */
export function closeFind(): void {
  useFind.setState({ shows: 'nothing' });
  const { selectedRow, selectedColumn } = workspace.getState();
  if (selectedRow !== null) goTo(selectedRow, selectedColumn ?? undefined);
}

/** The cell that the next step starts from. */
export function currentCell(): CellPlace | undefined {
  const last = useFind.getState().goingTo.at(-1);
  const { selectedRow: row, selectedColumn: column } = workspace.getState();
  if (last) return last;
  return row === null ? undefined : { row, column: column ?? -1 };
}

/** Goes to the next cell that holds the text, or to the one before. Where the bar is closed it is opened first. */
export function findNext(direction: 1 | -1): void {
  const { finder, shows } = useFind.getState();
  if (finder === null || shows === 'nothing') {
    openFind('find');
    return;
  }
  const next = finder.next(currentCell(), direction);
  if (next) goKeepingFocus(next);
}

/** Replaces in the current cell, where it holds the text, and goes on to the next one. */
export function replaceOne(sheet: SheetModel): void {
  const { finder, replacement } = useFind.getState();
  if (finder === null) return;
  const cell = currentCell();
  if (cell && finder.isFound(cell.row, cell.column) && sheet.shown.indexOf(cell.row) >= 0) {
    const { row, column } = cell;
    const lock = sheet.lockOf(row);
    if (lock !== undefined) say(lock);
    sheet.edit([{ row, column, after: finder.replaced(sheet.cell(row, column), replacement) }]);
  }
  // The rows shown may be others now; where the cell stood, the next one is looked for from its place on.
  const next = finder.next(cell, 1);
  if (next) goKeepingFocus(next);
}

/** The grid takes the focus with its cursor; whoever types in the bar goes on typing there. */
function goKeepingFocus(place: CellPlace): void {
  const held = document.activeElement;
  useFind.setState(({ goingTo }) => ({ goingTo: [...goingTo, place] }));
  goTo(place.row, place.column);
  const giveBack = (): void => {
    if (held instanceof HTMLInputElement && held.isConnected) held.focus({ preventScroll: true });
  };
  queueMicrotask(giveBack);
}
