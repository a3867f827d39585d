import { useEffect } from 'react';
import { columnOf } from '../grid/grid-row.ts';
import { currentCell } from './find-actions.ts';
import { useFind } from './find-state.ts';

const FOUND = 'found';
const FOUND_NOW = 'found-now';

/**
 * Marks what was found in the cells that are drawn, by highlights of the page: no cell is drawn again for it. The
 * grid's cells come and go as it scrolls; after each change all that are drawn are looked at, some hundred.
 */
export function useHighlights(): void {
  useEffect(() => {
    const grid = document.querySelector('.grid');
    if (!grid) return undefined;
    let frame = 0;
    const later = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => mark(grid));
    };
    const observer = new MutationObserver(later);
    observer.observe(grid, { childList: true, characterData: true, subtree: true });
    const unsubscribe = useFind.subscribe(later);
    later();
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      unsubscribe();
      CSS.highlights.delete(FOUND);
      CSS.highlights.delete(FOUND_NOW);
    };
  }, []);
}

function mark(grid: Element): void {
  const { finder } = useFind.getState();
  const current = currentCell();
  const [found, foundNow] = [new Highlight(), new Highlight()];
  foundNow.priority = 1;
  for (const cell of grid.querySelectorAll<HTMLElement>('.ag-row [col-id^="c"]')) {
    const row = Number(cell.closest('.ag-row')?.getAttribute('row-id'));
    const column = columnOf(cell.getAttribute('col-id') ?? '');
    if (column === null || Number.isNaN(row) || !finder?.isFound(row, column)) continue;
    const isCurrent = current?.row === row && current.column === column;
    const highlight = isCurrent ? foundNow : found;
    for (const range of rangesIn(cell, (text) => finder.placesIn(text))) highlight.add(range);
  }
  CSS.highlights.set(FOUND, found);
  CSS.highlights.set(FOUND_NOW, foundNow);
}

type PlacesIn = (text: string) => readonly (readonly [number, number])[];

function* rangesIn(cell: HTMLElement, placesIn: PlacesIn): Generator<Range> {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    for (const [start, end] of placesIn(node.textContent ?? '')) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      yield range;
    }
  }
}
