import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyOperation,
  type CellChange,
  cellText,
  type EditedSheet,
  editedColumns,
  isAdded,
  type Operation,
  rowsOf,
  unedited,
} from '../../src/core/edited-sheet.ts';
import { inverseOf, type Repeatable, repeatable } from '../../src/core/operation.ts';
import { lineOf } from '../../src/core/sheet.ts';
import { rowTexts, sheetFrom, typed } from './making.ts';

const sheet = sheetFrom(
  ['a', 'b', 'c'],
  [
    ['1', '', 'x'],
    ['2', 'y', ''],
    ['3', 'z', 'x'],
  ],
);

/** What a person sees, and what is known of it. */
const shown = (edited: EditedSheet) => ({
  rows: [...rowsOf(edited)].map((row) => [row, ...[0, 1, 2].map((column) => cellText(edited, row, column))]),
  changed: [...edited.changedCells]
    .flatMap(([column, rows]) => [...rows].map(([row, text]) => [column, row, text] as const))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]),
  excluded: [...edited.excludedRows],
});

/** Rows are chosen among those there are, by their number from the top. */
type Step =
  | { readonly kind: 'type'; readonly cells: readonly (readonly [number, number, string])[] }
  | { readonly kind: 'exclude' | 'include' | 'remove' | 'restore'; readonly rows: readonly number[] }
  | { readonly kind: 'add'; readonly count: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('type' as const),
    cells: fc.array(fc.tuple(fc.nat(6), fc.nat(2), fc.constantFrom('', 'x', 'new', '1')), { maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constantFrom('exclude' as const, 'include' as const, 'remove' as const, 'restore' as const),
    rows: fc.uniqueArray(fc.nat(6)),
  }),
  fc.record({ kind: fc.constant('add' as const), count: fc.integer({ min: 1, max: 3 }) }),
);

/** The operation as the grid makes it: with what the cells hold now, and only rows for which it changes something. */
function operationOf(edited: EditedSheet, wanted: Step): Operation {
  const { rowCount, excludedRows, removedRows } = edited;
  switch (wanted.kind) {
    case 'add':
      return { kind: 'add_rows', count: wanted.count };
    case 'exclude':
    case 'include': {
      const isExcluding = wanted.kind === 'exclude';
      const rows = wanted.rows.filter((row) => row < rowCount && excludedRows.has(row) !== isExcluding);
      return { kind: `${wanted.kind}_rows`, rows };
    }
    case 'remove':
    case 'restore': {
      const isRemoving = wanted.kind === 'remove';
      const rows = wanted.rows.filter((row) => isAdded(edited, row) && removedRows.has(row) !== isRemoving);
      return { kind: `${wanted.kind}_rows`, rows };
    }
    case 'type': {
      const now = new Map<string, string>();
      const changes = wanted.cells
        .filter(([row]) => row < rowCount)
        .map(([row, column, after]): CellChange => {
          const before = now.get(`${row}/${column}`) ?? cellText(edited, row, column);
          now.set(`${row}/${column}`, after);
          return { row, column, before, after };
        });
      return { kind: 'set_cells', changes };
    }
  }
}

describe('undo', () => {
  it('takes back whatever was done, step by step, and does it again', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let edited = unedited(sheet);
        const history: { before: ReturnType<typeof shown>; operation: Repeatable }[] = [];
        for (const wanted of steps) {
          const operation = operationOf(edited, wanted);
          history.push({ before: shown(edited), operation: repeatable(operation, edited.rowCount) });
          edited = applyOperation(edited, operation);
        }
        for (const { before, operation } of history.toReversed()) {
          const redone = applyOperation(applyOperation(edited, inverseOf(operation)), operation);
          expect(shown(redone)).toStrictEqual(shown(edited));
          edited = applyOperation(edited, inverseOf(operation));
          expect(shown(edited)).toStrictEqual(before);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('counts as an operation itself', () => {
    const edited = typed(unedited(sheet), 0, 0, 'new');
    const operation = operationOf(edited, { kind: 'exclude', rows: [1] });
    const inverse = inverseOf(repeatable(operation, 3));
    expect(applyOperation(applyOperation(edited, operation), inverse).revision).toBe(3);
  });
});

describe('an edited sheet', () => {
  it('never loses the text of the file', () => {
    const edited = typed(typed(unedited(sheet), 0, 1, 'new'), 0, 1, 'newer');
    expect(cellText(edited, 0, 1)).toBe('newer');
    expect(rowTexts(edited.sheet, 0)).toStrictEqual(['1', '', 'x']);
    expect(rowTexts(sheet, 0)).toStrictEqual(['1', '', 'x']);
  });

  it('forgets a change that is typed back, and its column with it', () => {
    const edited = typed(unedited(sheet), 0, 1, 'new');
    expect([...editedColumns(edited)]).toStrictEqual([1]);
    expect([...editedColumns(typed(edited, 0, 1, ''))]).toStrictEqual([]);
  });

  it('leaves earlier revisions as they were', () => {
    const first = typed(unedited(sheet), 0, 1, 'new');
    typed(first, 2, 1, 'other');
    expect(cellText(first, 2, 1)).toBe('z');
  });

  it('can hold an emptied cell', () => {
    expect(cellText(typed(unedited(sheet), 1, 1, ''), 1, 1)).toBe('');
  });

  it.each<Operation>([
    { kind: 'set_cells', changes: [{ row: 3, column: 0, before: '', after: 'x' }] },
    { kind: 'set_cells', changes: [{ row: 0, column: 3, before: '', after: 'x' }] },
    { kind: 'exclude_rows', rows: [3] },
    { kind: 'include_rows', rows: [-1] },
    { kind: 'remove_rows', rows: [3] },
    // A row of the file.
    { kind: 'remove_rows', rows: [0] },
    { kind: 'restore_rows', rows: [2] },
  ])('has no such row or column: %j', (operation) => {
    expect(() => applyOperation(unedited(sheet), operation)).toThrow(RangeError);
  });
});

describe('rows added in the app', () => {
  const added = applyOperation(unedited(sheet), { kind: 'add_rows', count: 2 });

  it('are blank, come after those of the file, and have the lines that would follow', () => {
    expect([...rowsOf(added)]).toStrictEqual([0, 1, 2, 3, 4]);
    expect([0, 1, 2].map((column) => cellText(added, 3, column))).toStrictEqual(['', '', '']);
    expect([2, 3, 4].map((row) => [lineOf(sheet, row), isAdded(added, row)])).toStrictEqual([
      [4, false],
      [5, true],
      [6, true],
    ]);
  });

  it('of a file without rows begin below its header', () => {
    const empty = applyOperation(unedited(sheetFrom(['a'], [])), { kind: 'add_rows', count: 1 });
    expect(lineOf(empty.sheet, 0)).toBe(2);
    expect(cellText(typed(empty, 0, 0, 'x'), 0, 0)).toBe('x');
  });

  it('are never given the id of one that was removed', () => {
    const removed = applyOperation(added, { kind: 'remove_rows', rows: [3, 4] });
    const again = applyOperation(removed, { kind: 'add_rows', count: 1 });
    expect([...rowsOf(removed)]).toStrictEqual([0, 1, 2]);
    expect([...rowsOf(again)]).toStrictEqual([0, 1, 2, 5]);
  });

  it('count as edited where a cell of them is filled, and as the file has them where it is emptied again', () => {
    const filled = typed(added, 4, 1, 'x');
    expect([...editedColumns(filled)]).toStrictEqual([1]);
    expect([...editedColumns(typed(filled, 4, 1, ''))]).toStrictEqual([]);
  });
});
