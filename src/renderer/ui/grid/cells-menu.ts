import { isTyping } from '../use-shortcuts.ts';
import { openGridMenu } from './grid-state.ts';
import type { Selection } from './selection.ts';

/** The menu of the selected cells: by the right button, the menu key or Shift+F10. */
export function listenForMenu(container: HTMLElement, selection: Selection, signal: AbortSignal): void {
  const open = (event: Event, x: number, y: number): void => {
    if (!(event.target instanceof Element) || isTyping(event.target)) return;
    if (event.target.closest('.ag-cell') === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (selection.current() !== null) openGridMenu({ kind: 'cells', x, y });
  };
  container.addEventListener('contextmenu', (event) => open(event, event.clientX, event.clientY), {
    signal,
    capture: true,
  });
  container.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
      if (!(event.target instanceof Element)) return;
      const { left, bottom } = event.target.getBoundingClientRect();
      open(event, left, bottom);
    },
    { signal, capture: true },
  );
}
