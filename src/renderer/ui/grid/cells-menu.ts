import { afterRelease } from '../menu/after-release.ts';
import { isTyping } from '../use-shortcuts.ts';
import { openGridMenu } from './grid-state.ts';
import type { Selection } from './selection.ts';

/** The menu of the selected cells: by the right button, the menu key or Shift+F10. */
export function listenForMenu(container: HTMLElement, selection: Selection, signal: AbortSignal): void {
  /** @returns whether the event was meant for cells */
  const take = (event: Event): boolean => {
    const { target } = event;
    if (!(target instanceof Element) || isTyping(target) || target.closest('.ag-cell') === null) return false;
    event.preventDefault();
    event.stopPropagation();
    return selection.current() !== null;
  };
  const onContextMenu = (event: MouseEvent): void => {
    const { clientX: x, clientY: y } = event;
    if (take(event)) afterRelease(event, () => openGridMenu({ kind: 'cells', x, y }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isForMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (!isForMenu || !(event.target instanceof Element) || !take(event)) return;
    const { left, bottom } = event.target.getBoundingClientRect();
    openGridMenu({ kind: 'cells', x: left, y: bottom });
  };
  container.addEventListener('contextmenu', onContextMenu, { signal, capture: true });
  container.addEventListener('keydown', onKeyDown, { signal, capture: true });
}
