import { describe, expect, it } from 'vitest';
import { leftToGo } from '../../src/renderer/ui/trail.ts';

const steps = [
  { row: 0, column: 2 },
  { row: 0, column: 3 },
  { row: 1, column: 2 },
];

describe('steps asked for faster than the grid follows', () => {
  it('are left from where the grid has come to', () => {
    expect(leftToGo(steps, { row: 0, column: 3 })).toEqual([{ row: 1, column: 2 }]);
    expect(leftToGo(steps, { row: 1, column: 2 })).toEqual([]);
  });

  it('are none once somebody went elsewhere', () => {
    expect(leftToGo(steps, { row: 7, column: 2 })).toEqual([]);
    expect(leftToGo(steps, { row: null, column: null })).toEqual([]);
  });
});
