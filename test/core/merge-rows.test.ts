import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation, type EditedSheet, unedited } from '../../src/core/edited-sheet.ts';
import type { FieldEdit } from '../../src/core/edits.ts';
import type { Mapping } from '../../src/core/mapping.ts';
import { createRowMerger, type RowMerge } from '../../src/core/merge-rows.ts';
import { createRowReader } from '../../src/core/row-reading.ts';
import { validateSheet } from '../../src/core/validate.ts';
import { ID, mappingBy, OTHER_ID, sheetFrom } from './making.ts';

const ROLES = [
  'key:id',
  'write:phone',
  'write:description',
  'write:tax_exempt',
  'write:billing_address.line1',
  'write:billing_address.city',
  'write:billing_address.postal_code',
  'check:name',
  'reference',
] as const;
const PHONE = 1;
const LINE1 = 4;
const POSTAL = 6;

type Cells = { readonly [role in (typeof ROLES)[number]]?: string };
const rowOf = (cells: Cells): readonly string[] => ROLES.map((role) => cells[role] ?? '');
const about = (cells: Cells): Cells => ({ 'key:id': ID, ...cells });

function merge(rows: readonly Cells[], answers: Partial<Mapping> = {}): RowMerge {
  const edited = unedited(sheetFrom(ROLES, rows.map(rowOf)));
  return createRowMerger(edited, mappingBy(ROLES, answers))(rows.map((_, row) => row));
}

describe('rows about one customer', () => {
  it('that edit different fields become one row with the edits of all', () => {
    const merged = merge([about({ 'write:phone': '1' }), about({ 'write:description': 'late payer' })]);
    expect(merged).toEqual({
      kind: 'mergeable',
      into: 0,
      others: [1],
      cells: [{ row: 0, column: 2, before: '', after: 'late payer' }],
    });
  });

  it('that ask for the same need no cell changed, however it is written', () => {
    const merged = merge([
      about({ 'write:phone': '[clear]', 'write:tax_exempt': 'yes' }),
      about({ 'write:phone': ' [CLEAR] ', 'write:tax_exempt': 'TRUE', reference: 'another note' }),
      about({}),
    ]);
    expect(merged).toEqual({ kind: 'mergeable', into: 0, others: [1, 2], cells: [] });
  });

  it('that ask for different values contradict each other, in columns that are named', () => {
    const merged = merge([
      about({ 'write:phone': '1', 'write:billing_address.line1': 'a', 'check:name': 'Anna' }),
      about({ 'write:phone': '2', 'write:billing_address.line1': 'a', 'check:name': 'Ben' }),
    ]);
    expect(merged).toEqual({ kind: 'contradicting', columns: [PHONE, 7] });
  });

  it('contradict each other where one clears what the other sets', () => {
    const merged = merge([about({ 'write:phone': '1' }), about({ 'write:phone': '[clear]' })]);
    expect(merged).toEqual({ kind: 'contradicting', columns: [PHONE] });
  });

  it('with an error are not merged: what they ask for is not known', () => {
    const merged = merge([about({ 'write:phone': '1' }), about({ 'write:description': '#N/A' })]);
    expect(merged).toEqual({ kind: 'has_errors', row: 1 });
  });

  it('may be a ZIP fix and a street fix where blank keeps, but not where blank clears', () => {
    const rows = [
      about({ 'write:billing_address.line1': '1 Main St' }),
      about({ 'write:billing_address.postal_code': '02138' }),
    ];
    expect(merge(rows, { blanks: { billing_address: 'keep' } })).toMatchObject({
      cells: [{ row: 0, column: POSTAL, after: '02138' }],
    });
    expect(merge(rows, { blanks: { billing_address: 'clear' } })).toEqual({
      kind: 'contradicting',
      columns: [LINE1, POSTAL],
    });
    expect(merge(rows)).toEqual({ kind: 'blank_question', address: 'billing_address' });
  });

  it('ask no question of an address that only one of them edits', () => {
    const rows = [about({ 'write:phone': '1' }), about({ 'write:billing_address.line1': '1 Main St' })];
    expect(merge(rows)).toMatchObject({ kind: 'mergeable', cells: [{ column: LINE1 }] });
  });

  it('keep a constant out of it: it fills what is blank in the merged row', () => {
    const constants = [{ field: 'phone', text: '0' }] as const;
    const merged = merge([about({}), about({ 'write:phone': '1' })], { constants });
    expect(merged).toMatchObject({ kind: 'mergeable', cells: [{ column: PHONE, after: '1' }] });
  });
});

const texts = fc.constantFrom('', '', '', 'a', 'b', '[clear]', '  ', 'n/a', '-');
const rows = fc.array(
  fc.record({
    'write:phone': texts,
    'write:description': texts,
    'write:tax_exempt': fc.constantFrom('', 'yes', 'true', 'no'),
    'write:billing_address.line1': texts,
    'write:billing_address.city': texts,
    'write:billing_address.postal_code': texts,
    'check:name': fc.constantFrom('', ' ', 'a', 'a ', 'b'),
  }),
  { minLength: 2, maxLength: 4 },
);
const answers = fc.record({
  blanks: fc.record(
    { billing_address: fc.constantFrom('keep' as const, 'clear' as const) },
    { requiredKeys: [] },
  ),
  lookAlikes: fc.record({
    'n/a': fc.constantFrom('keep' as const, 'text' as const, 'clear' as const),
    '-': fc.constantFrom('keep' as const, 'text' as const),
  }),
  constants: fc.subarray([{ field: 'phone' as const, text: 'constant' }]),
});
const runs = { numRuns: 3000 };

const asked = (edits: readonly FieldEdit[]): readonly string[] =>
  [...new Set(edits.map(({ field, edit }) => JSON.stringify([field, edit])))].sort();

function done(edited: EditedSheet, merged: RowMerge & { readonly kind: 'mergeable' }): EditedSheet {
  const set = applyOperation(edited, { kind: 'set_cells', changes: merged.cells });
  return applyOperation(set, { kind: 'exclude_rows', rows: merged.others });
}

describe('rows merged into one', () => {
  it('ask together for exactly what each of them asked for', () => {
    let merges = 0;
    fc.assert(
      fc.property(rows, answers, (cells, answered) => {
        const mapping = mappingBy(ROLES, answered);
        const own = { ...mapping, constants: [] };
        const edited = unedited(
          sheetFrom(
            ROLES,
            cells.map((row) => rowOf(about(row))),
          ),
        );
        const merged = createRowMerger(edited, mapping)(cells.map((_, row) => row));
        if (merged.kind !== 'mergeable') return;
        merges++;
        const before = cells.map((_, row) => createRowReader(edited, own)(row));
        const after = createRowReader(done(edited, merged), own)(merged.into);
        expect(asked(after.edits)).toEqual(asked(before.flatMap(({ edits }) => edits)));
        expect(new Set(after.checks.map(({ text }) => text.trim()))).toEqual(
          new Set(before.flatMap(({ checks }) => checks.map(({ text }) => text.trim()))),
        );
      }),
      runs,
    );
    expect(merges).toBeGreaterThan(100);
  });

  it('are no longer two rows of one customer, and never touch a row of another', () => {
    fc.assert(
      fc.property(rows, answers, (cells, answered) => {
        const mapping = mappingBy(ROLES, answered);
        const other = rowOf({ 'key:id': OTHER_ID, 'write:phone': '1' });
        const edited = unedited(sheetFrom(ROLES, [...cells.map((row) => rowOf(about(row))), other]));
        const merged = createRowMerger(edited, mapping)(cells.map((_, row) => row));
        if (merged.kind !== 'mergeable') return;
        const judged = validateSheet(done(edited, merged), mapping);
        expect(judged.counts).toMatchObject({ ready: 2, excluded: cells.length - 1, invalid: 0 });
      }),
      runs,
    );
  });

  it('are refused only for a reason that is there', () => {
    fc.assert(
      fc.property(rows, answers, (cells, answered) => {
        const mapping = mappingBy(ROLES, answered);
        const edited = unedited(
          sheetFrom(
            ROLES,
            cells.map((row) => rowOf(about(row))),
          ),
        );
        const merger = createRowMerger(edited, mapping);
        const merged = merger(cells.map((_, row) => row));
        if (merged.kind !== 'contradicting') return;
        const pairs = cells
          .flatMap((_, a) => cells.map((__, b) => [a, b] as const))
          .filter(([a, b]) => a < b);
        expect(pairs.some(([a, b]) => merger([a, b]).kind === 'contradicting')).toBe(true);
      }),
      runs,
    );
  });
});
