import { describe, expect, it } from 'vitest';
import { dataEdge } from '../../../src/renderer/ui/grid/data-edge.ts';

/** A line of cells: `x` filled, `.` blank. */
const edge = (cells: string, from: number, step: 1 | -1): number =>
  dataEdge(from, step, cells.length - 1, (place) => cells[place] === 'x');

describe('Ctrl and an arrow', () => {
  it.each([
    ['xxx..x', 0, 1, 2, 'the last filled cell before a blank'],
    ['xxx..x', 2, 1, 5, 'over the blanks to the next filled one'],
    ['...x..', 0, 1, 3, 'from a blank to the next filled one'],
    ['x.....', 0, 1, 5, 'to the end where all is blank'],
    ['xxxxxx', 0, 1, 5, 'to the end where all is filled'],
    ['xxx..x', 5, -1, 2, 'the same backwards'],
    ['xxx..x', 2, -1, 0, 'to the start'],
    ['xx', 1, 1, 1, 'nowhere at the end'],
  ] as const)('in %s from %i by %i go to %i: %s', (cells, from, step, to, _where) => {
    expect(edge(cells, from, step)).toBe(to);
  });
});
