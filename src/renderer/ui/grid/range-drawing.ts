import { columnSpan, type GridRange, isOneCell, rowSpans } from './grid-range.ts';
import { columnIdOf } from './grid-row.ts';
import type { GridLayout } from './layout.ts';
import type { Selection } from './selection.ts';
import { holds, isWithin } from './span.ts';

const MARKS = ['range', 'range-top', 'range-right', 'range-bottom', 'range-left'] as const;
type Mark = (typeof MARKS)[number];

/**
 * Shows which cells are selected: classes of the cells that are drawn, so that selecting draws none of them again.
 * Cells that are drawn later get theirs before they are painted. A cell alone has the cursor and no more.
 */
export function drawRanges(
  container: HTMLElement,
  layout: GridLayout,
  selection: Selection,
  signal: AbortSignal,
): void {
  let isDrawn = false;
  const observer = new MutationObserver(() => draw());
  const draw = (): void => {
    const { range } = selection;
    const isNeeded = range !== null && !isOneCell(range);
    if (isNeeded && !isDrawn)
      observer.observe(container, { childList: true, subtree: true, attributeFilter: ['row-index'] });
    if (!isNeeded) observer.disconnect();
    if (isNeeded || isDrawn) markCells(container, layout, isNeeded ? range : null);
    isDrawn = isNeeded;
  };
  selection.subscribe(draw);
  signal.addEventListener('abort', () => observer.disconnect());
}

/** What each cell was last marked with: most cells stay as they are while others are drawn. */
const marked = new WeakMap<Element, string>();

function markCells(container: HTMLElement, { columns }: GridLayout, range: GridRange | null): void {
  const placeOfColumn = new Map(columns.map((column, place) => [columnIdOf(column), place]));
  const rows = range ? rowSpans(range) : [];
  for (const rowElement of container.querySelectorAll('.ag-row')) {
    const row = Number(rowElement.getAttribute('row-index'));
    const marksAt = marksInRow(range, rows, row);
    for (const cell of rowElement.querySelectorAll('.ag-cell')) {
      const column = placeOfColumn.get(cell.getAttribute('col-id') ?? '');
      mark(cell, column === undefined ? NO_MARKS : marksAt(column));
    }
  }
}

const NO_MARKS: readonly Mark[] = [];

function mark(cell: Element, marks: readonly Mark[]): void {
  const wanted = marks.join(' ');
  if (wanted === (marked.get(cell) ?? '')) return;
  marked.set(cell, wanted);
  cell.classList.remove(...MARKS);
  cell.classList.add(...marks);
  if (marks.length > 0) cell.setAttribute('aria-selected', 'true');
  else cell.removeAttribute('aria-selected');
}

type MarksAt = (column: number) => readonly Mark[];

function marksInRow(range: GridRange | null, rows: ReturnType<typeof rowSpans>, row: number): MarksAt {
  if (range === null || !holds(rows, row)) return () => NO_MARKS;
  const columns = columnSpan(range);
  const ends: Mark[] = ['range'];
  if (!holds(rows, row - 1)) ends.push('range-top');
  if (!holds(rows, row + 1)) ends.push('range-bottom');
  return (column) => {
    if (!isWithin(columns, column)) return NO_MARKS;
    const marks = [...ends];
    if (column === columns.from) marks.push('range-left');
    if (column === columns.to) marks.push('range-right');
    return marks;
  };
}
