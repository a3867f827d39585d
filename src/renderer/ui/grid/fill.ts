import { columnSpan, type GridRange, type Place, rowSpans } from './grid-range.ts';
import { placesOf } from './span.ts';

/** A cell that takes over what another one holds. */
export interface Filled {
  readonly to: Place;
  readonly from: Place;
}

/**
 * Ctrl+D and Ctrl+R: the first row (or column) of the selection goes into the others; where only one is selected it
 * takes over what is above (or left of) it, as in Excel.
 */
export function* fillPlan(range: GridRange, direction: 'down' | 'right'): Generator<Filled, void> {
  const rows = rowSpans(range);
  const columns = columnSpan(range);
  const isDown = direction === 'down';
  const first = isDown ? (rows[0]?.from ?? 0) : columns.from;
  const last = isDown ? (rows.at(-1)?.to ?? 0) : columns.to;
  const isOne = first === last;
  const source = isOne ? first - 1 : first;
  if (source < 0) return;
  for (const row of placesOf(rows)) {
    if (isDown && !isOne && row === first) continue;
    for (const column of placesOf([columns])) {
      if (!isDown && !isOne && column === first) continue;
      yield { to: { row, column }, from: isDown ? { row: source, column } : { row, column: source } };
    }
  }
}
