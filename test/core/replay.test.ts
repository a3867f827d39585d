import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, type Operation, rowsOf } from '../../src/core/edited-sheet.ts';
import { rowsTouched } from '../../src/core/operation.ts';
import { replay } from '../../src/core/replay.ts';
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
  fc.record({
    kind: fc.constantFrom('exclude_rows' as const, 'include_rows' as const),
    rows: fc.uniqueArray(row),
  }),
  fc.record({ kind: fc.constant('add_rows' as const), count: fc.integer({ min: 1, max: 2 }) }),
);

/** The same, as simply as it can be said. */
function byHand(operations: readonly Operation[]): { texts: string[][]; excluded: ReadonlySet<number> } {
  const texts = [0, 1, 2].map((at) => [0, 1].map((column) => sheet.cells[column]?.[at] ?? ''));
  const excluded = new Set<number>();
  for (const done of operations) {
    if (done.kind === 'add_rows') for (let count = 0; count < done.count; count++) texts.push(['', '']);
    else if (done.kind === 'set_cells')
      for (const change of done.changes) (texts[change.row] as string[])[change.column] = change.after;
    else for (const at of done.rows) excluded[done.kind === 'exclude_rows' ? 'add' : 'delete'](at);
  }
  return { texts, excluded };
}

describe('replaying operations', () => {
  it('comes to what was done', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 12 }), (operations) => {
        const edited = replay(sheet, operations);
        const { texts, excluded } = byHand(operations);
        const rows = [...rowsOf(edited)];
        expect(rows.map((at) => [0, 1].map((column) => cellText(edited, at, column)))).toEqual(texts);
        expect(new Set(edited.excludedRows)).toEqual(excluded);
        expect(edited.revision).toBe(operations.length);
        const differing = rows.filter((at) => cellText(edited, at, 0) !== (sheet.cells[0]?.[at] ?? ''));
        expect([...(edited.changedCells.get(0) ?? [])].map(([at]) => at)).toEqual(differing);
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
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('rows touched', () => {
  it('are all those that any operation names', () => {
    const operations: readonly Operation[] = [
      { kind: 'set_cells', changes: [{ row: 4, column: 0, before: '', after: 'x' }] },
      { kind: 'exclude_rows', rows: [1, 2] },
      { kind: 'include_rows', rows: [1] },
      { kind: 'add_rows', count: 9 },
    ];
    expect(rowsTouched(operations)).toEqual(new Set([1, 2, 4]));
  });
});
