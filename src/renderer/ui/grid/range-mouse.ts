import { platform } from '../platform.ts';
import { isTyping } from '../use-shortcuts.ts';
import { isCellEditor } from './cell-editor.ts';
import { whileDragging } from './drag.ts';
import { hasWholeRows, isInRange, isOneCell, type Place, rangeOf, withRowToggled } from './grid-range.ts';
import type { GridLayout, Spot } from './layout.ts';
import type { Selection } from './selection.ts';

/**
 * Selecting with the mouse: dragging over cells or line numbers, Shift for up to here, Ctrl for one row more. The
 * grid puts its cursor where a button goes down, unless that is taken from it here.
 */
export function listenForMouse(
  container: HTMLElement,
  layout: GridLayout,
  selection: Selection,
  signal: AbortSignal,
): void {
  let isTaken = false;
  /** The grid is not told, and the browser moves no focus: it does so with the event after this one. */
  const takeOver = (event: PointerEvent): void => {
    event.stopPropagation();
    isTaken = true;
  };

  const onPointerDown = (event: PointerEvent): void => {
    const { target } = event;
    isTaken = false;
    if (!(target instanceof Element) || isTyping(target)) return;
    const spot = layout.spotAt(target);
    if (spot === undefined || spot.kind === 'state') return;
    if (event.button === 2) keepRange(event, spot);
    else if (event.button === 0) select(event, spot);
  };

  /** The menu of the right button is about the whole range. */
  const keepRange = (event: PointerEvent, spot: Spot): void => {
    const range = selection.current();
    const { extent } = layout;
    if (!range || isOneCell(range)) return;
    const isInside =
      spot.kind === 'cell'
        ? isInRange(range, spot)
        : hasWholeRows(range, extent) && isInRange(range, { row: spot.row, column: 0 });
    if (isInside) takeOver(event);
  };

  const select = (event: PointerEvent, spot: Spot): void => {
    const range = selection.current();
    const { extent } = layout;
    const withCtrl = platform === 'mac' ? event.metaKey : event.ctrlKey;
    if (event.shiftKey && range) {
      takeOver(event);
      // As with any click beside it: what is being typed is taken over.
      if (isCellEditor(document.activeElement)) document.activeElement.blur();
      if (!container.contains(document.activeElement)) layout.focus(range.active);
      selection.extendTo(range, acrossOf(spot));
    } else if (withCtrl && range && spot.kind === 'line' && hasWholeRows(range, extent)) {
      // Before the grid moves its cursor there, which alone would select this row only.
      selection.set(withRowToggled(range, spot.row, extent));
      const stays = selection.range?.active.row;
      if (stays === undefined || stays === spot.row) return;
      takeOver(event);
      layout.focusLine(stays);
      return;
    } else {
      const corner = spot.kind === 'cell' ? spot : { row: spot.row, column: 0 };
      selection.set(rangeOf({ row: corner.row, column: corner.column }, acrossOf(spot)));
    }
    whileDragging(container, event, signal, (over) => {
      const at = layout.spotAt(over);
      const dragged = selection.range;
      if (!at || !dragged) return;
      const across = spot.kind === 'line' ? acrossOf({ kind: 'line', row: at.row }) : acrossOf(at);
      if (across.row !== dragged.across.row || across.column !== dragged.across.column)
        selection.extendTo(dragged, across);
    });
  };

  const acrossOf = (spot: Spot): Place =>
    spot.kind === 'cell'
      ? { row: spot.row, column: spot.column }
      : { row: spot.row, column: layout.extent.columns - 1 };

  container.addEventListener('pointerdown', onPointerDown, { signal, capture: true });
  container.addEventListener(
    'mousedown',
    (event) => {
      if (isTaken) event.preventDefault();
    },
    { signal, capture: true },
  );
}
