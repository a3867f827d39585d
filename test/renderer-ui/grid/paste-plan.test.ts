import { describe, expect, it } from 'vitest';
import { rangeOf, wholeRows, withRowToggled } from '../../../src/renderer/ui/grid/grid-range.ts';
import { planPaste } from '../../../src/renderer/ui/grid/paste-plan.ts';

const EXTENT = { rows: 10, columns: 4 };
const at = (row: number, column: number) => ({ row, column });
const BLOCK = [
  ['a', 'b'],
  ['c', 'd'],
];

const planned = (...args: Parameters<typeof planPaste>) => {
  const plan = planPaste(...args);
  return {
    ...plan,
    rows: plan.rows.map(({ row, from }) => `${row}<${from}`).join(' '),
    columns: plan.columns.map(({ column, from }) => `${column}<${from}`).join(' '),
  };
};

describe('pasting', () => {
  it('puts a block from the cell on, right and down', () => {
    expect(planned(BLOCK, rangeOf(at(3, 1)), EXTENT)).toEqual({
      rows: '3<0 4<1',
      columns: '1<0 2<1',
      rowsBeyond: 0,
      columnsBeyond: 0,
    });
  });

  it('puts one value into every selected cell', () => {
    expect(planned([['x']], rangeOf(at(1, 1), at(3, 2)), EXTENT)).toMatchObject({
      rows: '1<0 2<0 3<0',
      columns: '1<0 2<0',
    });
  });

  it('repeats a block where the selection is a multiple of it', () => {
    expect(planned(BLOCK, rangeOf(at(5, 3), at(2, 2)), EXTENT)).toMatchObject({
      rows: '2<0 3<1 4<0 5<1',
      columns: '2<0 3<1',
    });
  });

  it('does not repeat it where it would be cut', () => {
    expect(planned(BLOCK, rangeOf(at(0, 0), at(2, 1)), EXTENT)).toMatchObject({ rows: '0<0 1<1' });
  });

  it('fills rows that are not neighbours', () => {
    const rows = withRowToggled(wholeRows(1, EXTENT), 6, EXTENT);
    expect(planned([['w', 'x', 'y', 'z']], rows, EXTENT)).toMatchObject({ rows: '1<0 6<0' });
  });

  it('counts what falls beyond the last row and column', () => {
    const block = Array.from({ length: 4 }, () => ['1', '2', '3']);
    expect(planned(block, rangeOf(at(8, 2)), EXTENT)).toEqual({
      rows: '8<0 9<1',
      columns: '2<0 3<1',
      rowsBeyond: 2,
      columnsBeyond: 1,
    });
  });
});
