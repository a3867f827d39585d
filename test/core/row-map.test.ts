import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowMap } from '../../src/core/row-map.ts';
import { RowSet } from '../../src/core/row-set.ts';

/** Rows on both sides of where rows are kept apart. */
const row = fc.oneof(fc.nat(5), fc.integer({ min: 1020, max: 1028 }), fc.integer({ min: 9_000, max: 9_003 }));
const changes = fc.array(fc.tuple(row, fc.option(fc.constantFrom('', 'a', 'b'), { nil: undefined })));

describe('values by row', () => {
  it('are those set last, in the order of the rows, and stay as they were in earlier copies', () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 5 }), (rounds) => {
        const expected = new Map<number, string>();
        let map = new RowMap<string>();
        for (const round of rounds) {
          const before = map;
          const known = [...before];
          map = map.with((set) => {
            for (const [at, value] of round) set(at, value);
          });
          for (const [at, value] of round) {
            if (value === undefined) expected.delete(at);
            else expected.set(at, value);
          }
          expect([...before]).toEqual(known);
          expect([...map]).toEqual([...expected].sort(([a], [b]) => a - b));
          expect(map.size).toBe(expected.size);
          for (const [at] of round) expect(map.get(at)).toBe(expected.get(at));
        }
      }),
    );
  });

  it('are not there where none was set', () => {
    const map = new RowMap<string>().with((set) => set(2_000, 'a'));
    expect([-1, 0, 1_999, 2_001, 5_000_000].map((at) => map.get(at))).toEqual(Array(5).fill(undefined));
  });
});

describe('a set of rows', () => {
  it('grows and shrinks without changing the one it came from', () => {
    const few = new RowSet().with([3, 1, 5_000]);
    expect([...few.without([3, 4])]).toEqual([1, 5_000]);
    expect([[...few], few.size, few.has(3), few.has(4)]).toEqual([[1, 3, 5_000], 3, true, false]);
  });
});
