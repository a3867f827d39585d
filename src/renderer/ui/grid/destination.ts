import { dataEdge } from './data-edge.ts';
import type { Extent, Place } from './grid-range.ts';

interface Surroundings {
  readonly extent: Extent;
  readonly isFilled: (place: Place) => boolean;
  /** Rows that are in sight together. */
  readonly pageRows: number;
}

type Step = -1 | 1;
const ARROWS: { readonly [key: string]: { readonly down: Step | 0; readonly right: Step | 0 } } = {
  ArrowUp: { down: -1, right: 0 },
  ArrowDown: { down: 1, right: 0 },
  ArrowLeft: { down: 0, right: -1 },
  ArrowRight: { down: 0, right: 1 },
};

/** Where a key goes from a cell, with Ctrl as far as it goes; `undefined` for keys that go nowhere. */
export function destination(
  key: string,
  withCtrl: boolean,
  from: Place,
  { extent, isFilled, pageRows }: Surroundings,
): Place | undefined {
  const last = { row: extent.rows - 1, column: extent.columns - 1 };
  const arrow = ARROWS[key];
  if (arrow) {
    const { down, right } = arrow;
    if (!withCtrl) return within({ row: from.row + down, column: from.column + right }, last);
    return down === 0
      ? {
          ...from,
          column: dataEdge(from.column, right || 1, last.column, (column) => isFilled({ ...from, column })),
        }
      : { ...from, row: dataEdge(from.row, down, last.row, (row) => isFilled({ ...from, row })) };
  }
  switch (key) {
    case 'Home':
      return { row: withCtrl ? 0 : from.row, column: 0 };
    case 'End':
      return { row: withCtrl ? last.row : from.row, column: last.column };
    case 'PageUp':
      return withCtrl ? undefined : within({ ...from, row: from.row - pageRows }, last);
    case 'PageDown':
      return withCtrl ? undefined : within({ ...from, row: from.row + pageRows }, last);
    default:
      return undefined;
  }
}

const within = ({ row, column }: Place, last: Place): Place => ({
  row: Math.max(0, Math.min(last.row, row)),
  column: Math.max(0, Math.min(last.column, column)),
});
