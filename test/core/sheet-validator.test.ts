import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyOperation,
  cellText,
  type EditedSheet,
  type Operation,
  unedited,
} from '../../src/core/edited-sheet.ts';
import { rowsTouched } from '../../src/core/operation.ts';
import { replay } from '../../src/core/replay.ts';
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
    cells: fc.uniqueArray(fc.tuple(fc.nat(ROWS - 1), fc.nat(ROLES.length - 1), fc.constantFrom(...TEXTS)), {
      selector: ([row, column]) => `${row}/${column}`,
      maxLength: 4,
    }),
  }),
  fc.record({
    kind: fc.constantFrom('exclude_rows' as const, 'include_rows' as const),
    rows: fc.uniqueArray(fc.nat(ROWS - 1), { maxLength: 3 }),
  }),
);
const steps = fc.array(step, { maxLength: 8 });

function operationOf(
  edited: EditedSheet,
  wanted: typeof step extends fc.Arbitrary<infer T> ? T : never,
): Operation {
  if (wanted.kind !== 'set_cells') return wanted;
  const changes = wanted.cells.map(([row, column, after]) => ({
    row,
    column,
    before: cellText(edited, row, column),
    after,
  }));
  return { kind: 'set_cells', changes };
}

const rows = Array.from({ length: ROWS }, (_, row) => row);
const judged = (sheet: ValidatedSheet) => ({
  counts: sheet.counts,
  partlyBlankRows: { ...sheet.partlyBlankRows },
  states: rows.map((row) => sheet.stateOf(row)),
  readings: rows.map((row) => sheet.read(row)),
});

function validated(edited: EditedSheet, slice = ROWS): SheetValidator {
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
          for (const row of rows) {
            if (validator.stateOf(row) !== before.states[row]) expect(touched).toContain(row);
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
        expect(invalid + ready + excluded).toBe(ROWS);
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

describe('operations replayed in one go', () => {
  it('give what they give one by one', () => {
    fc.assert(
      fc.property(cells, steps, (texts, wanted) => {
        const sheet = sheetFrom(ROLES, texts);
        let edited = unedited(sheet);
        const operations = wanted.map((some) => {
          const operation = operationOf(edited, some);
          edited = applyOperation(edited, operation);
          return operation;
        });
        expect(replay(sheet, operations)).toEqual(edited);
      }),
      { numRuns: 1000 },
    );
  });
});
