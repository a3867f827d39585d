import type { ColumnState } from 'ag-grid-community';
import { describe, expect, it } from 'vitest';
import { withColumnsShown } from '../../../src/core/column-arrangement.ts';
import { arrangedStates, arrangementOf } from '../../../src/renderer/ui/grid/arrangement.ts';

const columns = ['id', 'Zip', 'City'].map((name, index) => ({ index, header: name, name }));
const state = (colId: string, rest: Partial<ColumnState> = {}): ColumnState => ({
  colId,
  width: 100,
  hide: false,
  pinned: null,
  ...rest,
});
const USUAL = [
  state('line', { pinned: 'left' }),
  state('state', { pinned: 'left' }),
  state('c0', { pinned: 'left' }),
  state('c1'),
  state('c2'),
];

const changed = (changes: { readonly [id: string]: Partial<ColumnState> }): ColumnState[] =>
  USUAL.map((one) => ({ ...one, ...changes[one.colId] }));

describe('how columns are arranged', () => {
  it('is nothing to keep while all is as usual', () => {
    expect(arrangementOf(USUAL, USUAL, columns)).toEqual({ columns: [] });
    expect(arrangedStates({ columns: [] }, USUAL, columns)).toEqual(USUAL);
  });

  it('is only what somebody changed: the rest follows the next sheet', () => {
    const now = changed({
      state: { width: 180 },
      c0: { pinned: null },
      c1: { width: 240.4 },
      c2: { hide: true },
    });
    expect(arrangementOf(now, USUAL, columns)).toEqual({
      columns: [
        { name: 'id', isFrozen: false },
        { name: 'Zip', width: 240 },
        { name: 'City', isHidden: true },
      ],
      stateWidth: 180,
    });
  });

  it('is put back as it was', () => {
    const now = changed({ line: { width: 90 }, c1: { width: 240, pinned: 'left' }, c2: { hide: true } });
    const moved = [now[0], now[1], now[2], now[4], now[3]].filter((one) => one !== undefined);
    const arrangement = arrangementOf(moved, USUAL, columns);
    expect(arrangement.order).toEqual(['id', 'City', 'Zip']);
    expect(arrangedStates(arrangement, USUAL, columns)).toEqual(moved);
  });

  it('finds its columns by name, with those that it does not know behind them', () => {
    const others = ['Zip', 'Country', 'id'].map((name, index) => ({ index, header: name, name }));
    const states = arrangedStates(
      { order: ['id', 'City', 'Zip'], columns: [{ name: 'Zip', width: 240 }] },
      USUAL,
      others,
    );
    expect(states.map(({ colId }) => colId)).toEqual(['line', 'state', 'c2', 'c0', 'c1']);
    expect(states.find(({ colId }) => colId === 'c0')?.width).toBe(240);
  });

  it('never hides every column', () => {
    const hidden = columns.map(({ name }) => ({ name, isHidden: true }));
    expect(arrangedStates({ columns: hidden }, USUAL, columns).some(({ hide }) => hide)).toBe(false);
  });

  it('of another sheet does not hide what this one would write', () => {
    const arrangement = {
      columns: [
        { name: 'Zip', isHidden: true, width: 240 },
        { name: 'City', isHidden: true },
      ],
    };
    expect(withColumnsShown(arrangement, (name) => name === 'Zip')).toEqual({
      columns: [
        { name: 'Zip', width: 240 },
        { name: 'City', isHidden: true },
      ],
    });
  });
});
