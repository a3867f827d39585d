import { describe, expect, it } from 'vitest';
import { fillPlan } from '../../../src/renderer/ui/grid/fill.ts';
import { rangeOf, wholeRows, withRowToggled } from '../../../src/renderer/ui/grid/grid-range.ts';

const at = (row: number, column: number) => ({ row, column });
const filled = (...args: Parameters<typeof fillPlan>): readonly string[] =>
  [...fillPlan(...args)].map(({ to, from }) => `${to.row},${to.column}<${from.row},${from.column}`);

describe('filling', () => {
  it('down takes the first selected row into the others', () => {
    expect(filled(rangeOf(at(3, 1), at(1, 0)), 'down')).toEqual(['2,0<1,0', '2,1<1,1', '3,0<1,0', '3,1<1,1']);
  });

  it('right takes the first selected column into the others', () => {
    expect(filled(rangeOf(at(0, 1), at(1, 2)), 'right')).toEqual(['0,2<0,1', '1,2<1,1']);
  });

  it('takes over the cell above, or to the left, where one is selected', () => {
    expect(filled(rangeOf(at(4, 2)), 'down')).toEqual(['4,2<3,2']);
    expect(filled(rangeOf(at(4, 2)), 'right')).toEqual(['4,2<4,1']);
    expect(filled(rangeOf(at(0, 0)), 'down')).toEqual([]);
  });

  it('leaves rows between those selected alone', () => {
    const rows = withRowToggled(wholeRows(1, { rows: 9, columns: 1 }), 5, { rows: 9, columns: 1 });
    expect(filled(rows, 'down')).toEqual(['5,0<1,0']);
  });
});
