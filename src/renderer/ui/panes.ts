import { useGrid } from './grid/grid-state.ts';

/** The parts of the window from left to right and top to bottom. In the grid Tab goes from cell to cell. */
const PANES = ['.toolbar', '.sheet-bar', '.grid', '.inspector', '.status'] as const;
const FOCUSABLE = 'button:not(:disabled), input:not(:disabled), select:not(:disabled), [tabindex="0"]';

/** Takes the keyboard to the next part of the window that has something to focus, or to the one before. */
export function goToPane(step: 1 | -1): void {
  const { activeElement } = document;
  const at = PANES.findIndex((pane) => activeElement?.closest(pane));
  for (let index = 1; index <= PANES.length; index++) {
    const pane = PANES.at((at + step * index + PANES.length) % PANES.length);
    if (pane !== undefined && focusIn(pane)) return;
  }
}

function focusIn(pane: (typeof PANES)[number]): boolean {
  const { ranges } = useGrid.getState();
  if (pane === '.grid') return ranges?.focus() ?? false;
  const first = [...document.querySelectorAll<HTMLElement>(`${pane} :is(${FOCUSABLE})`)].find((element) =>
    element.checkVisibility(),
  );
  first?.focus();
  return first !== undefined;
}
