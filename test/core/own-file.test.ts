import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unedited } from '../../src/core/edited-sheet.ts';
import type { Plan, PlannedRow } from '../../src/core/plan.ts';
import { failedRowsCsv, reportCsv, reportRows } from '../../src/core/report.ts';
import { codesOf, imported, rowTexts, sheetFrom } from './making.ts';
import { savedBySpreadsheet } from './spreadsheet.ts';

const HEADERS = ['customer', '=Zip', 'note'];
const ID = '6437f749-0c1e-4b5a-9a52-3f1d2c4b5a60';

const planOf = (rows: number): Pick<Plan, 'rows' | 'hash'> => ({
  hash: '12345678'.repeat(8),
  rows: Array.from(
    { length: rows },
    (_, row): PlannedRow => ({
      row,
      line: row + 2,
      action: 'invalid',
      messages: ['=not well, "really"'],
    }),
  ),
});

/** Both files of a sheet whose rows all failed. */
function filesOf(rows: readonly (readonly string[])[]): { readonly report: string; readonly failed: string } {
  const edited = unedited(sheetFrom(HEADERS, rows));
  const plan = planOf(rows.length);
  const told = reportRows(plan as Plan);
  return { report: reportCsv(edited, told, plan), failed: failedRowsCsv(edited, told) };
}

const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      "'",
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\n',
      ' ',
      '0',
      '1',
      '2',
      '.',
      ',',
      '/',
      ':',
      'e',
      'a',
      ';',
      '"',
    ),
    maxLength: 7,
  }),
  fc.constantFrom('02139', '+1 617 555 0100', '1.50', 'Mar 5', 'TRUE', 'true', "''", '1E5', ' x ', 'é€😀'),
  fc.integer().map(String),
  fc.double({ noNaN: true }).map(String),
);
const table = fc.array(fc.tuple(fc.constant(ID), cell, cell), { minLength: 2, maxLength: 6 });

const cellsOf = (csv: string): readonly (readonly string[])[] => {
  const { sheet } = imported(csv);
  return Array.from({ length: sheet.rowCount }, (_, row) => rowTexts(sheet, row));
};

describe('a file of ours', () => {
  it('imports back to the same values, report and failed rows alike', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { report, failed } = filesOf(rows);
        expect(cellsOf(report)).toStrictEqual(rows);
        expect(cellsOf(failed)).toStrictEqual(rows);
      }),
      { numRuns: 1000 },
    );
  });

  it('imports back to the same values after a spreadsheet has opened and saved it', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
        const { report, failed } = filesOf(rows);
        expect(cellsOf(savedBySpreadsheet(report, delimiter))).toStrictEqual(rows);
        expect(cellsOf(savedBySpreadsheet(failed, delimiter))).toStrictEqual(rows);
      }),
      { numRuns: 1000 },
    );
  });

  it('has no cell that a spreadsheet runs, its headers and messages included', () => {
    const { report, failed } = filesOf([[ID, '=1+1', '@x']]);
    for (const file of [report, failed]) expect(savedBySpreadsheet(file)).not.toContain('#NAME?');
  });

  it('has the columns of its sheet again, and says what was undone', () => {
    const { failed, report } = filesOf([[ID, '02139', '=1+1']]);
    const again = imported(failed);
    expect(again.sheet.columns.map(({ header }) => header)).toStrictEqual(HEADERS);
    expect(codesOf(again.diagnostics)).toStrictEqual(['own_file']);
    expect(again.diagnostics[0]?.message).toBe(
      'This file was written by Patchsheet, so its own column “Patchsheet: why this row is here” was left out, and the apostrophes that Patchsheet had put before 3 cells to keep spreadsheets from changing them were taken off again.',
    );
    const whole = imported(report);
    expect(whole.sheet.columns.map(({ header }) => header)).toStrictEqual(HEADERS);
    expect(whole.diagnostics[0]?.message).toContain(
      'its own 10 columns from “Patchsheet report” on were left out',
    );
  });

  it('is only one that says so: anybody else’s apostrophes stay', () => {
    const { sheet, diagnostics } = imported("id,name\nx,'s-Hertogenbosch\n");
    expect(rowTexts(sheet, 0)).toStrictEqual(['x', "'s-Hertogenbosch"]);
    expect(diagnostics).toStrictEqual([]);
  });
});
