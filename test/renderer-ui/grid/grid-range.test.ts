import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterMoving,
  columnSpan,
  columnsIn,
  type GridRange,
  isInRange,
  nextInRange,
  rangeOf,
  rangeOfCells,
  rowSpans,
  rowsIn,
  wholeRows,
  withRowToggled,
} from '../../../src/renderer/ui/grid/grid-range.ts';
import { placesOf } from '../../../src/renderer/ui/grid/span.ts';

const EXTENT = { rows: 12, columns: 5 };
const place = fc.record({ row: fc.nat({ max: 11 }), column: fc.nat({ max: 4 }) });
const ranges = fc
  .tuple(place, place, fc.array(fc.nat({ max: 11 }), { maxLength: 3 }))
  .map(([corner, across, rows]) =>
    rows.reduce<GridRange>(
      (range, row) => (rows.length === 0 ? range : withRowToggled(range, row, EXTENT)),
      rangeOf(corner, across),
    ),
  );

const rowsOf = (range: GridRange): readonly number[] => [...placesOf(rowSpans(range))];

describe('a range of cells', () => {
  it('is the same whichever corner it was drawn from', () => {
    const one = rangeOf({ row: 1, column: 3 }, { row: 4, column: 2 });
    expect([rowsIn(one), columnsIn(one)]).toEqual([4, 2]);
    expect(isInRange(one, { row: 2, column: 3 })).toBe(true);
    expect(isInRange(one, { row: 2, column: 1 })).toBe(false);
  });

  it('of whole rows takes one more with Ctrl, and gives it back', () => {
    const two = withRowToggled(wholeRows(2, EXTENT), 7, EXTENT);
    expect(rowsOf(two)).toEqual([2, 7]);
    expect(two.active.row).toBe(7);
    expect(rowsOf(withRowToggled(two, 7, EXTENT))).toEqual([2]);
    expect(rowsOf(withRowToggled(wholeRows(2, EXTENT), 2, EXTENT))).toEqual([2]);
  });

  it.each(['right', 'down', 'left', 'up'] as const)('is gone through whole by going %s', (direction) => {
    fc.assert(
      fc.property(ranges, (range) => {
        const seen = new Set<string>();
        let { active } = range;
        for (let step = 0; step < rowsIn(range) * columnsIn(range); step++) {
          seen.add(JSON.stringify(active));
          expect(isInRange(range, active)).toBe(true);
          active = nextInRange({ ...range, active }, direction);
        }
        expect(seen.size).toBe(rowsIn(range) * columnsIn(range));
        expect(active).toEqual(range.active);
      }),
    );
  });

  it('holds the same rows after they are sorted, and none that was not selected', () => {
    const order = fc.shuffledSubarray([...Array(12).keys()], { minLength: 1 });
    fc.assert(
      fc.property(ranges, order, (range, rowsNow) => {
        const moved = afterMoving(
          range,
          (row) => rowsNow.indexOf(row),
          (column) => column,
        );
        const activeIsShown = rowsNow.includes(range.active.row);
        expect(moved !== undefined).toBe(activeIsShown);
        if (!moved) return;
        const selected = rowsOf(moved).map((at) => rowsNow[at]);
        expect(new Set(selected)).toEqual(new Set(rowsOf(range).filter((row) => rowsNow.includes(row))));
        expect(rowsNow[moved.active.row]).toBe(range.active.row);
        expect(columnSpan(moved)).toEqual(columnSpan(range));
      }),
    );
  });

  it('is made of the cells an undo changed, unless others would be between them', () => {
    const made = rangeOfCells([2, 3, 7], [1, 2]);
    expect(made && rowsOf(made)).toEqual([2, 3, 7]);
    expect(made && columnSpan(made)).toEqual({ from: 1, to: 2 });
    expect(rangeOfCells([2, 3], [1, 3])).toEqual(rangeOf({ row: 2, column: 1 }));
    expect(rangeOfCells([], [1])).toBeUndefined();
  });

  it('shrinks to its active cell where its columns are taken apart', () => {
    const range = rangeOf({ row: 0, column: 0 }, { row: 1, column: 1 });
    const moved = afterMoving(
      range,
      (row) => row,
      (column) => [0, 3][column] ?? -1,
    );
    expect(moved).toEqual(rangeOf({ row: 0, column: 0 }));
  });
});
