import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyOperation,
  cellText,
  type EditedSheet,
  isAdded,
  type Operation,
  rowsOf,
  unedited,
} from '../../src/core/edited-sheet.ts';
import { rowsTouched } from '../../src/core/operation.ts';
import { SheetValidator } from '../../src/core/sheet-validator.ts';
import type { ValidatedSheet } from '../../src/core/validate.ts';
import { mappingBy, sheetFrom } from './making.ts';

const ROWS = 5;
const ROLES = ['key:id', 'write:email', 'write:billing_address.line1', 'write:billing_address.line2'];
const TEXTS = ['', ' ', 'a', 'b', 'a@b.example', '#N/A', ' a'] as const;

const cells = fc.array(fc.tuple(...ROLES.map(() => fc.constantFrom(...TEXTS))), {
  minLength: ROWS,
  maxLength: ROWS,
});
const step = fc.oneof(
  fc.record({
    kind: fc.constant('set_cells' as const),
    cells: fc.uniqueArray(fc.tuple(fc.nat(ROWS + 1), fc.nat(ROLES.length - 1), fc.constantFrom(...TEXTS)), {
      selector: ([row, column]) => `${row}/${column}`,
      maxLength: 4,
    }),
  }),
  fc.record({
    kind: fc.constantFrom('exclude_rows' as const, 'include_rows' as const),
    rows: fc.uniqueArray(fc.nat(ROWS - 1), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('add_rows' as const), count: fc.integer({ min: 1, max: 2 }) }),
  fc.record({
    kind: fc.constantFrom('remove_rows' as const, 'restore_rows' as const),
    rows: fc.uniqueArray(fc.integer({ min: ROWS, max: ROWS + 3 }), { maxLength: 3 }),
  }),
);
const steps = fc.array(step, { maxLength: 8 });

function operationOf(
  edited: EditedSheet,
  wanted: typeof step extends fc.Arbitrary<infer T> ? T : never,
): Operation {
  if (wanted.kind === 'remove_rows' || wanted.kind === 'restore_rows') {
    const rows = wanted.rows.filter((row) => isAdded(edited, row));
    return { kind: wanted.kind, rows };
  }
  if (wanted.kind !== 'set_cells') return wanted;
  const there = wanted.cells.filter(([row]) => row < edited.rowCount);
  const changes = there.map(([row, column, after]) => ({
    row,
    column,
    before: cellText(edited, row, column),
    after,
  }));
  return { kind: 'set_cells', changes };
}

const judged = (sheet: ValidatedSheet) => {
  const rows = Array.from({ length: sheet.edited.rowCount }, (_, row) => row);
  return {
    counts: sheet.counts,
    partlyBlankRows: { ...sheet.partlyBlankRows },
    states: rows.map((row) => sheet.stateOf(row)),
    readings: rows.map((row) => sheet.read(row)),
  };
};

function validated(edited: EditedSheet, slice = 100): SheetValidator {
  const validator = new SheetValidator(edited, mappingBy(ROLES));
  while (validator.validateNext(slice));
  return validator;
}

describe('a sheet validated as it is edited', () => {
  it('is judged as if it had been so from the beginning', () => {
    fc.assert(
      fc.property(cells, steps, (texts, wanted) => {
        let edited = unedited(sheetFrom(ROLES, texts));
        const validator = validated(edited);
        for (const some of wanted) {
          const operation = operationOf(edited, some);
          const before = judged(validator);
          edited = applyOperation(edited, operation);
          const touched = validator.update(edited, rowsTouched([operation]));
          expect(judged(validator)).toStrictEqual(judged(validated(edited)));
          for (const [row, state] of before.states.entries()) {
            if (validator.stateOf(row) !== state) expect(touched).toContain(row);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('has states that add up to its rows, and read as they are counted', () => {
    fc.assert(
      fc.property(cells, steps, (texts, wanted) => {
        const sheet = sheetFrom(ROLES, texts);
        const edited = wanted.reduce(
          (now, some) => applyOperation(now, operationOf(now, some)),
          unedited(sheet),
        );
        const validator = validated(edited, 2);
        const { invalid, ready, excluded } = validator.counts;
        const rows = [...rowsOf(edited)];
        expect(invalid + ready + excluded).toBe(rows.length);
        for (const row of rows) {
          const isRefused = validator.read(row).diagnostics.some(({ severity }) => severity === 'error');
          if (validator.stateOf(row) !== 'excluded')
            expect(validator.stateOf(row)).toBe(isRefused ? 'invalid' : 'ready');
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a sheet of which a large step is taken over in slices', () => {
  it('is judged in the end as if it had been so from the beginning, though it was not gone through yet', () => {
    fc.assert(
      fc.property(fc.nat(600), fc.nat(4), fc.array(fc.nat(599)), (known, slices, some) => {
        const texts = Array.from({ length: 600 }, (_, row) => [`c${row % 300}`, '', '', 'a']);
        const before = unedited(sheetFrom(ROLES, texts));
        const validator = new SheetValidator(before, mappingBy(ROLES));
        validator.validateNext(known);
        const rows = [...new Set([...some, ...Array.from({ length: 450 }, (_, row) => row)])];
        const changes = rows.map((row) => ({ row, column: 0, before: `c${row % 300}`, after: `d${row}` }));
        const added = applyOperation(before, { kind: 'add_rows', count: 250 });
        const edited = applyOperation(added, { kind: 'set_cells', changes });

        const taking = validator.updateSteps(edited, rows);
        // Others go first in between, as often as they come to it.
        for (let at = taking.next(), left = slices; !at.done; at = taking.next())
          if (left-- > 0) validator.validateNext(100);
        while (validator.validateNext(100));

        expect(judged(validator)).toStrictEqual(judged(validated(edited)));
      }),
      { numRuns: 50 },
    );
  });
});
