import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation, type EditedSheet, type Operation, unedited } from '../../src/core/edited-sheet.ts';
import { replay, rowsTouched } from '../../src/core/replay.ts';
import { sheetFrom } from './making.ts';

const sheet = sheetFrom(
  ['a', 'b'],
  [
    ['1', ''],
    ['2', 'y'],
    ['3', 'z'],
  ],
);

const row = fc.nat(2);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({
    kind: fc.constant('set_cells' as const),
    changes: fc.array(
      fc.record({
        row,
        column: fc.nat(1),
        before: fc.constant(''),
        after: fc.constantFrom('', '1', 'y', 'new'),
      }),
      { maxLength: 4 },
    ),
  }),
  fc.record({ kind: fc.constant('exclude_rows' as const), rows: fc.uniqueArray(row) }),
  fc.record({ kind: fc.constant('include_rows' as const), rows: fc.uniqueArray(row) }),
);

const plain = ({ changedCells, excludedRows, revision }: EditedSheet) => ({
  cells: [...changedCells]
    .flatMap(([column, texts]) => [...texts].map(([at, text]) => `${column}/${at} ${text}`))
    .sort(),
  excluded: new Set(excludedRows),
  revision,
});

describe('replaying operations', () => {
  it('comes to the same as doing them one by one', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 12 }), (operations) => {
        const oneByOne = operations.reduce(applyOperation, unedited(sheet));
        expect(plain(replay(sheet, operations))).toEqual(plain(oneByOne));
      }),
    );
  });

  it.each<Operation>([
    { kind: 'set_cells', changes: [{ row: 3, column: 0, before: '', after: 'x' }] },
    { kind: 'set_cells', changes: [{ row: 0, column: 2, before: '', after: 'x' }] },
    { kind: 'exclude_rows', rows: [3] },
    { kind: 'include_rows', rows: [3] },
  ])('refuses what does not fit the sheet: %j', (misfit) => {
    expect(() => replay(sheet, [misfit])).toThrow(RangeError);
  });

  it('takes as long for ten thousand edits as it should', () => {
    const rows = 10_000;
    const tall = sheetFrom(
      ['a'],
      Array.from({ length: rows }, () => ['1']),
    );
    const edits = Array.from(
      { length: rows },
      (_, at): Operation => ({
        kind: 'set_cells',
        changes: [{ row: at, column: 0, before: '1', after: '2' }],
      }),
    );
    const start = performance.now();
    expect(replay(tall, edits).changedCells.get(0)?.size).toBe(rows);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('rows touched', () => {
  it('are all those that any operation names', () => {
    const operations: readonly Operation[] = [
      { kind: 'set_cells', changes: [{ row: 4, column: 0, before: '', after: 'x' }] },
      { kind: 'exclude_rows', rows: [1, 2] },
      { kind: 'include_rows', rows: [1] },
    ];
    expect(rowsTouched(operations)).toEqual(new Set([1, 2, 4]));
  });
});
