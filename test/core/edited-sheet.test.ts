import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyOperation,
  type CellChange,
  cellText,
  type EditedSheet,
  editedColumns,
  inverseOf,
  type Operation,
  unedited,
} from '../../src/core/edited-sheet.ts';
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
  texts: Array.from({ length: 3 }, (_, row) => [0, 1, 2].map((column) => cellText(edited, row, column))),
  changed: [...edited.changedCells]
    .flatMap(([column, rows]) => [...rows].map(([row, text]) => [column, row, text] as const))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]),
  excluded: [...edited.excludedRows].sort((a, b) => a - b),
});

type Step =
  | { readonly kind: 'type'; readonly cells: readonly (readonly [number, number, string])[] }
  | { readonly kind: 'exclude' | 'include'; readonly rows: readonly number[] };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('type' as const),
    cells: fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.constantFrom('', 'x', 'new', '1')), { maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constantFrom('exclude' as const, 'include' as const),
    rows: fc.uniqueArray(fc.nat(2)),
  }),
);

/** The operation as the grid makes it: with what the cells hold now, and only rows for which it changes something. */
function operationOf(edited: EditedSheet, wanted: Step): Operation {
  if (wanted.kind !== 'type') {
    const isExcluding = wanted.kind === 'exclude';
    const rows = wanted.rows.filter((row) => edited.excludedRows.has(row) !== isExcluding);
    return { kind: isExcluding ? 'exclude_rows' : 'include_rows', rows };
  }
  const now = new Map<string, string>();
  const changes = wanted.cells.map(([row, column, after]): CellChange => {
    const before = now.get(`${row}/${column}`) ?? cellText(edited, row, column);
    now.set(`${row}/${column}`, after);
    return { row, column, before, after };
  });
  return { kind: 'set_cells', changes };
}

describe('undo', () => {
  it('takes back whatever was done, step by step', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let edited = unedited(sheet);
        const history: { before: ReturnType<typeof shown>; operation: Operation }[] = [];
        for (const wanted of steps) {
          const operation = operationOf(edited, wanted);
          history.push({ before: shown(edited), operation });
          edited = applyOperation(edited, operation);
        }
        for (const { before, operation } of history.toReversed()) {
          const redone = applyOperation(applyOperation(edited, inverseOf(operation)), operation);
          expect(shown(redone)).toStrictEqual(shown(edited));
          edited = applyOperation(edited, inverseOf(operation));
          expect(shown(edited)).toStrictEqual(before);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('counts as an operation itself', () => {
    const edited = typed(unedited(sheet), 0, 0, 'new');
    const operation = operationOf(edited, { kind: 'exclude', rows: [1] });
    expect(applyOperation(applyOperation(edited, operation), inverseOf(operation)).revision).toBe(3);
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
  ])('has no such row or column: %j', (operation) => {
    expect(() => applyOperation(unedited(sheet), operation)).toThrow(RangeError);
  });
});
