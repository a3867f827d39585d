import {
  holds,
  isWithin,
  lengthOf,
  mergedSpans,
  placesOf,
  type Span,
  spanOf,
  spansOfPlaces,
  withoutPlace,
} from './span.ts';

/** A cell by where it is on screen: counted through the rows shown and the columns shown. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns there are to move about in. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** The selected cells: of each of some rows those in some neighbouring columns. */
export interface GridRange {
  /** Has the cursor; what is typed goes there. */
  readonly active: Place;
  /** The corner that stays while Shift moves the one across. */
  readonly corner: Place;
  readonly across: Place;
  /** Rows selected besides: with Ctrl on their line numbers, or because sorting took them apart. */
  readonly otherRows: readonly Span[];
}

export const rangeOf = (corner: Place, across: Place = corner): GridRange => ({
  active: corner,
  corner,
  across,
  otherRows: [],
});

export const wholeRows = (row: number, { columns }: Extent): GridRange =>
  rangeOf({ row, column: 0 }, { row, column: columns - 1 });

/**
 * A range of rows and columns by their places, in order. Columns that are not neighbours make no range: then it is
 * the first cell alone, and at no time one that was not meant.
 */
export function rangeOfCells(rows: readonly number[], columns: readonly number[]): GridRange | undefined {
  const [row, column] = [rows[0], columns[0]];
  if (row === undefined || column === undefined) return undefined;
  const active = { row, column };
  const spans = spansOfPlaces(columns);
  const [own, ...otherRows] = spansOfPlaces(rows);
  if (spans.length !== 1 || !own) return rangeOf(active);
  return { ...rangeOf(active, { row: own.to, column: columns.at(-1) ?? column }), otherRows };
}

export const isSamePlace = (one: Place, other: Place): boolean =>
  one.row === other.row && one.column === other.column;

export const rowSpans = ({ corner, across, otherRows }: GridRange): readonly Span[] => {
  const own = spanOf(corner.row, across.row);
  return otherRows.length === 0 ? [own] : mergedSpans([own, ...otherRows]);
};

export const columnSpan = ({ corner, across }: GridRange): Span => spanOf(corner.column, across.column);

export const rowsIn = (range: GridRange): number =>
  rowSpans(range).reduce((rows, span) => rows + lengthOf(span), 0);

export const columnsIn = (range: GridRange): number => lengthOf(columnSpan(range));

export const isOneCell = ({ corner, across, otherRows }: GridRange): boolean =>
  isSamePlace(corner, across) && otherRows.length === 0;

export const isInRange = (range: GridRange, { row, column }: Place): boolean =>
  isWithin(columnSpan(range), column) && holds(rowSpans(range), row);

export const hasWholeRows = (range: GridRange, { columns }: Extent): boolean =>
  columns > 0 && columnsIn(range) === columns;

/** A whole row more, or one fewer where it is selected already; the last one stays. */
export function withRowToggled(range: GridRange, row: number, extent: Extent): GridRange {
  const rows = rowSpans(range);
  const isThere = holds(rows, row);
  if (!isThere) return { ...wholeRows(row, extent), otherRows: rows };
  const left = withoutPlace(rows, row);
  const last = left.at(-1);
  return last ? { ...wholeRows(last.to, extent), otherRows: left } : range;
}

export type Direction = 'down' | 'up' | 'right' | 'left';

/** Where Enter and Tab go within a range: to the next cell, around at the ends. */
export function nextInRange(range: GridRange, direction: Direction): Place {
  const rows = rowSpans(range);
  const { from } = columnSpan(range);
  const [height, width] = [rowsIn(range), columnsIn(range)];
  const [down, right] = [indexWithin(rows, range.active.row), range.active.column - from];
  const step = direction === 'down' || direction === 'right' ? 1 : -1;
  const cells = height * width;
  if (direction === 'right' || direction === 'left') {
    const next = (down * width + right + step + cells) % cells;
    return { row: placeAt(rows, Math.floor(next / width)), column: from + (next % width) };
  }
  const next = (right * height + down + step + cells) % cells;
  return { row: placeAt(rows, next % height), column: from + Math.floor(next / height) };
}

/** Counted through several spans, the how-manieth a place is. */
function indexWithin(spans: readonly Span[], place: number): number {
  let before = 0;
  for (const span of spans) {
    if (isWithin(span, place)) return before + place - span.from;
    before += lengthOf(span);
  }
  return 0;
}

function placeAt(spans: readonly Span[], index: number): number {
  let left = index;
  for (const span of spans) {
    if (left < lengthOf(span)) return span.from + left;
    left -= lengthOf(span);
  }
  return spans[0]?.from ?? 0;
}

/**
 * The range after the rows or columns were put in another order: the same cells, wherever they are now. Never one
 * that was not selected, so that nothing is emptied unseen; columns that were taken apart are given up.
 *
 * @param rowNow where a row is now that was in such a place; negative where it is no longer shown
 * @returns `undefined` where the active cell is gone
 */
export function afterMoving(
  range: GridRange,
  rowNow: (row: number) => number,
  columnNow: (column: number) => number,
): GridRange | undefined {
  const active = { row: rowNow(range.active.row), column: columnNow(range.active.column) };
  if (active.row < 0 || active.column < 0) return undefined;
  const columns = stillThere([columnSpan(range)], columnNow);
  const rows = stillThere(rowSpans(range), rowNow);
  const [columnsNow] = columns;
  if (columns.length !== 1 || !columnsNow) return rangeOf(active);
  const own = rows.find((span) => isWithin(span, active.row));
  if (!own) return rangeOf(active);
  const isTurned = range.across.row < range.corner.row;
  const isMirrored = range.across.column < range.corner.column;
  const [top, bottom] = isTurned ? [own.to, own.from] : [own.from, own.to];
  const [left, right] = isMirrored ? [columnsNow.to, columnsNow.from] : [columnsNow.from, columnsNow.to];
  return {
    active,
    corner: { row: top, column: left },
    across: { row: bottom, column: right },
    otherRows: rows.length === 1 ? [] : rows,
  };
}

function stillThere(spans: readonly Span[], now: (place: number) => number): readonly Span[] {
  const places: number[] = [];
  for (const place of placesOf(spans)) {
    const at = now(place);
    if (at >= 0) places.push(at);
  }
  return spansOfPlaces(places.sort((a, b) => a - b));
}
