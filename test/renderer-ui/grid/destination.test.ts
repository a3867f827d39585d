import { describe, expect, it } from 'vitest';
import { destination } from '../../../src/renderer/ui/grid/destination.ts';

/** Row by row: `x` filled, `.` blank. */
const SHEET = ['xx..', 'x...', '....', 'x..x'];
const go = (
  key: string,
  from: readonly [number, number],
  withCtrl = false,
): readonly number[] | undefined => {
  const to = destination(
    key,
    withCtrl,
    { row: from[0], column: from[1] },
    {
      extent: { rows: 4, columns: 4 },
      isFilled: ({ row, column }) => SHEET[row]?.[column] === 'x',
      pageRows: 2,
    },
  );
  return to && [to.row, to.column];
};

describe('keys that move the cursor', () => {
  it('go to the next cell, and no further than the last', () => {
    expect(go('ArrowRight', [0, 0])).toEqual([0, 1]);
    expect(go('ArrowRight', [0, 3])).toEqual([0, 3]);
    expect(go('ArrowUp', [0, 0])).toEqual([0, 0]);
  });

  it('go to the edge of what is filled with Ctrl', () => {
    expect(go('ArrowDown', [0, 0], true)).toEqual([1, 0]);
    expect(go('ArrowDown', [1, 0], true)).toEqual([3, 0]);
    expect(go('ArrowLeft', [3, 3], true)).toEqual([3, 0]);
  });

  it('go to the ends of a row, and with Ctrl to the corners of the sheet', () => {
    expect(go('Home', [2, 2])).toEqual([2, 0]);
    expect(go('End', [2, 2])).toEqual([2, 3]);
    expect(go('Home', [2, 2], true)).toEqual([0, 0]);
    expect(go('End', [2, 2], true)).toEqual([3, 3]);
  });

  it('go a page at a time', () => {
    expect(go('PageDown', [0, 1])).toEqual([2, 1]);
    expect(go('PageDown', [2, 1])).toEqual([3, 1]);
    expect(go('PageUp', [3, 1])).toEqual([1, 1]);
  });

  it('are no others', () => {
    expect(go('a', [0, 0])).toBeUndefined();
  });
});
