import { beforeEach, describe, expect, it } from 'vitest';
import { arrivedAt, useFind } from '../../../src/renderer/ui/find/find-state.ts';

const places = [
  { row: 0, column: 2 },
  { row: 0, column: 3 },
  { row: 1, column: 2 },
];

describe('stepping from match to match faster than the grid follows', () => {
  beforeEach(() => useFind.setState({ goingTo: places }));

  it('goes on from where the last step led while the grid is still behind', () => {
    arrivedAt(0, 3);
    expect(useFind.getState().goingTo).toEqual([{ row: 1, column: 2 }]);
    arrivedAt(1, 2);
    expect(useFind.getState().goingTo).toEqual([]);
  });

  it('goes on from where somebody clicked meanwhile', () => {
    arrivedAt(7, 1);
    expect(useFind.getState().goingTo).toEqual([]);
  });
});
