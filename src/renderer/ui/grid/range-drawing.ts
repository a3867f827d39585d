import { columnSpan, type GridRange, isInRange, isOneCell, rowSpans } from './grid-range.ts';
import { columnIdOf } from './grid-row.ts';
import type { GridLayout } from './layout.ts';
import type { Selection } from './selection.ts';
import { holds } from './span.ts';

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

function markCells(container: HTMLElement, { columns }: GridLayout, range: GridRange | null): void {
  const placeOfColumn = new Map(columns.map((column, place) => [columnIdOf(column), place]));
  const rows = range ? rowSpans(range) : [];
  for (const rowElement of container.querySelectorAll('.ag-row')) {
    const row = Number(rowElement.getAttribute('row-index'));
    const marksAt = marksInRow(range, rows, row);
    for (const cell of rowElement.querySelectorAll('.ag-cell')) {
      const column = placeOfColumn.get(cell.getAttribute('col-id') ?? '');
      const marks = column === undefined ? undefined : marksAt(column);
      for (const mark of MARKS) cell.classList.toggle(mark, marks?.includes(mark) ?? false);
      if (column !== undefined) cell.setAttribute('aria-selected', String(marks !== undefined));
    }
  }
}

type MarksAt = (column: number) => readonly Mark[] | undefined;

function marksInRow(range: GridRange | null, rows: ReturnType<typeof rowSpans>, row: number): MarksAt {
  if (range === null || !holds(rows, row)) return () => undefined;
  const columns = columnSpan(range);
  const ends: Mark[] = ['range'];
  if (!holds(rows, row - 1)) ends.push('range-top');
  if (!holds(rows, row + 1)) ends.push('range-bottom');
  return (column) => {
    if (!isInRange(range, { row, column })) return undefined;
    const marks = [...ends];
    if (column === columns.from) marks.push('range-left');
    if (column === columns.to) marks.push('range-right');
    return marks;
  };
}
