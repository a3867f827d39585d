import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/core/change.ts';
import type { Plan, PlannedUpdate } from '../../src/core/plan.ts';
import type { RunRow } from '../../src/core/run.ts';
import { undoMappingShown, undoSheetOf } from '../../src/core/undo-sheet.ts';
import { ANNA, ID, imported, OTHER_ID, rowTexts, snapshot } from './making.ts';

const READ_AS = { encoding: 'utf-8', delimiter: ',', headerLine: 1, excelText: 'keep' } as const;

interface Ran {
  readonly plan: Plan;
  readonly run: { readonly rows: ReadonlyMap<number, RunRow> };
}

/** A run whose rows changed these fields, and Atlas showed it. */
function ranWith(rows: readonly { readonly customerId: string; readonly changes: readonly Change[] }[]): Ran {
  const planned = rows.map(
    ({ customerId, changes }, row): PlannedUpdate => ({
      row,
      line: row * 10 + 2,
      action: 'update',
      customerId,
      edits: [],
      changes,
      body: {},
      snapshot: snapshot({ ...ANNA, id: customerId }),
      warnings: [],
    }),
  );
  const ended = planned.map(({ row, changes }): [number, RunRow] => {
    const seen = changes.map(({ field, after }) => ({ field, value: after }));
    const attempts = [{ number: 1, sentAt: 't', body: {} }];
    return [row, { row, changes, attempts, outcome: { state: 'applied', seen } }];
  });
  const connection = { name: 'x', baseUrl: 'http://127.0.0.1', mode: 'TEST', keyLastFour: '1234' } as const;
  const options = { copyBillingToShipping: false };
  const head = { version: 1, id: 'p', hash: 'h', createdAt: '', fileName: 'moves.csv' } as const;
  return { plan: { ...head, connection, options, rows: planned }, run: { rows: new Map(ended) } };
}

describe('the sheet of an undo', () => {
  it('has a row for each customer that was written, with what each field goes back to', () => {
    const { plan, run } = ranWith([
      { customerId: ID, changes: [{ field: 'phone', before: '+1 617', after: '2' }] },
      {
        customerId: OTHER_ID,
        changes: [
          { field: 'phone', before: null, after: '3' },
          { field: 'name', before: 'Old', after: 'New' },
        ],
      },
    ]);
    const { csv, mapping } = undoSheetOf(plan, run);
    const { sheet, diagnostics } = imported(csv, READ_AS);
    expect(diagnostics).toEqual([]);
    expect(sheet.columns.map(({ name }) => name)).toEqual([
      'Line in moves.csv',
      'Customer id',
      'Customer name',
      'Name',
      'Phone',
    ]);
    expect([0, 1].map((row) => rowTexts(sheet, row))).toEqual([
      ['2', ID, 'Anna Fictional', '', '+1 617'],
      ['12', OTHER_ID, 'Anna Fictional', 'Old', '[clear]'],
    ]);
    expect(mapping.roles.every(({ kind }) => kind === 'reference')).toBe(true);
    expect(undoMappingShown(mapping).roles).toEqual([
      { kind: 'reference' },
      { kind: 'key', by: 'id' },
      { kind: 'reference' },
      { kind: 'write', field: 'name' },
      { kind: 'write', field: 'phone' },
    ]);
  });

  it('keeps every text exactly, and its rows in the order of the run', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), (values) => {
        const { plan, run } = ranWith(
          values.map((before, index) => ({
            customerId: `customer-${index}`,
            changes: [{ field: 'description', before, after: `${before}!` }],
          })),
        );
        const { sheet } = imported(undoSheetOf(plan, run).csv, READ_AS);
        expect(sheet.rowCount).toBe(values.length);
        expect(sheet.cells[3]).toEqual(values);
        expect(sheet.cells[0]).toEqual(values.map((_, index) => String(index * 10 + 2)));
      }),
    );
  });
});
