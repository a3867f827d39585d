import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type EditedSheet, unedited } from '../../src/core/edited-sheet.ts';
import type { Mapping } from '../../src/core/mapping.ts';
import type { Outcome } from '../../src/core/outcome.ts';
import type { Plan } from '../../src/core/plan.ts';
import { planRows, type Resolution } from '../../src/core/plan-rows.ts';
import { failedRowsCsv, reportCsv, reportRows } from '../../src/core/report.ts';
import { RunReducer } from '../../src/core/run.ts';
import type { Sheet } from '../../src/core/sheet.ts';
import { validateSheet } from '../../src/core/validate.ts';
import { withoutGuards } from '../fixtures/report-comparison.ts';
import { ANNA, codesOf, imported, mappingBy, rowTexts, sheetOf, snapshot, typed } from './making.ts';
import { savedBySpreadsheet } from './spreadsheet.ts';

const ID_0 = '6437f749-0c1e-4b5a-9a52-3f1d2c4b5a00';
const ID_1 = '6437f749-0c1e-4b5a-9a52-3f1d2c4b5a01';
const ID_2 = '6437f749-0c1e-4b5a-9a52-3f1d2c4b5a02';
const FILE = [
  ' Customer ID ;Note;Zip;Note;',
  `${ID_0};"two\nlines, ""quoted""";02139;;=1+1`,
  `${ID_1}; padded ;02138;é;`,
  `${ID_2};;#N/A;;x`,
  `${ID_2};;1`,
  'x;;1;;;more;cells',
  '',
].join('\n');

const ROLES = ['key:id', 'reference', 'write:billing_address.postal_code', 'reference', 'reference'];

function planOf(edited: EditedSheet, mapping: Mapping): Plan {
  const resolutions = new Map<number, Resolution>(
    [ID_0, ID_1].map((id, row) => [row, { kind: 'found', snapshot: snapshot({ ...ANNA, id }) }]),
  );
  const connection = { name: 'x', baseUrl: 'http://127.0.0.1', mode: 'TEST', keyLastFour: '1234' } as const;
  const options = { copyBillingToShipping: false };
  const rows = planRows(validateSheet(edited, mapping), resolutions);
  return { version: 1, id: 'p', hash: 'h', createdAt: '', fileName: 'x.csv', connection, options, rows };
}

function applied(plan: Plan, outcome: Outcome) {
  const reducer = new RunReducer(plan);
  const { body, changes } = plan.rows[0] as Extract<Plan['rows'][number], { action: 'update' }>;
  reducer.apply({
    kind: 'intent',
    at: '2026-11-24T10:31:07.123Z',
    row: 0,
    attempt: 1,
    customerId: ID_0,
    body,
    changes,
  });
  const answer = { kind: 'ok', status: 200, requestId: 'req_1' } as const;
  reducer.apply({ kind: 'answered', at: 't2', row: 0, attempt: 1, answer });
  reducer.apply({ kind: 'ended', at: 't3', row: 0, outcome });
  return reducer.state;
}

const edited = unedited(sheetOf(FILE));
const mapping = mappingBy(ROLES);
const plan = planOf(edited, mapping);
const SEEN = [{ field: 'billing_address.postal_code', value: '02139' }] as const;
const run = applied(plan, { state: 'applied', seen: SEEN });
const allRows = ({ rowCount }: Sheet): readonly number[] => Array.from({ length: rowCount }, (_, row) => row);

describe('a report', () => {
  const csv = reportCsv(edited, reportRows(plan, run), plan);
  const [header = [], ...records] = Papa.parse<string[]>(csv).data.slice(0, -1).map(withoutGuards);

  it('begins with the columns of the file, in their order and with their exact text', () => {
    expect(header.slice(0, 5)).toStrictEqual([' Customer ID ', 'Note', 'Zip', 'Note', '']);
    for (const row of allRows(edited.sheet)) {
      expect(records[row]?.slice(0, 5)).toStrictEqual(rowTexts(edited.sheet, row));
    }
  });

  it('says of every row what became of it', () => {
    const of = (row: number, wanted: string) => records[row]?.[header.indexOf(wanted)];
    expect(records.map((_, row) => of(row, 'Status'))).toStrictEqual([
      'applied',
      'unchanged',
      'error',
      'error',
      'error',
    ]);
    expect(records.map((_, row) => of(row, 'Line'))).toStrictEqual(['2', '4', '5', '6', '7']);
    expect(of(0, 'Request id')).toBe('req_1');
    expect(
      ['before', 'sent', 'after'].map((when) => of(0, `billing_address.postal_code ${when}`)),
    ).toStrictEqual(['02138', '02139', '02139']);
    expect(of(0, 'First sent')).toBe('2026-11-24 10:31:07 UTC');
    expect(of(4, 'Cells beyond the last column')).toBe('["more","cells"]');
    expect(of(0, 'Cells beyond the last column')).toBe('');
  });

  it('shows the text of the file where it was edited, and the edited one as sent', () => {
    const over = typed(edited, 0, 2, '02140');
    const [, first] = Papa.parse<string[]>(reportCsv(over, reportRows(planOf(over, mapping)), plan)).data;
    expect(first).toContain("'02139");
    expect(first).toContain("'02140");
  });

  it('has the cells that Excel kept as text to the letter, and not what stood around the table', () => {
    const file = `sep=;\nAddresses, Q3\n\n"=""id""";postal_code;;\n${ID_0};="02138";;\n`;
    const source = unedited(imported(file).sheet);
    const dryRun = planOf(source, mappingBy(['key:id', 'write:billing_address.postal_code']));
    const [head = '', row = ''] = reportCsv(source, reportRows(dryRun), dryRun).split('\r\n');
    expect(head).toMatch(/^"=""id""","postal_code","Patchsheet report",/);
    expect(row).toMatch(/^"[^"]+","=""02138""","plan [^"]+","5",/);
    const again = imported([head, row].join('\r\n')).sheet;
    expect(rowTexts(again, 0)[1]).toBe('02138');
  });

  it('can be made of a dry run alone', () => {
    expect(reportRows(plan).map(({ state }) => state)).toStrictEqual([
      'update',
      'unchanged',
      'invalid',
      'invalid',
      'invalid',
    ]);
    expect(reportRows(plan)[0]?.fields).toStrictEqual([
      { field: 'billing_address.postal_code', before: '02138', sent: '02139' },
    ]);
  });

  it('has one line of columns and as many rows as the sheet', () => {
    expect(records).toHaveLength(edited.sheet.rowCount);
    expect(new Set(records.map(({ length }) => length))).toStrictEqual(new Set([header.length]));
  });

  it('imports again as the sheet it tells of, rows that are short or long of cells included', () => {
    const { columns, cells, raggedRows } = edited.sheet;
    for (const file of [csv, savedBySpreadsheet(csv)])
      expect(imported(file).sheet).toMatchObject({ columns, cells, raggedRows });
  });

  it('shows what a conflict found', () => {
    const conflict = { field: 'billing_address.postal_code', planned: '02138', now: '9', wanted: '02139' };
    const [row] = reportRows(plan, applied(plan, { state: 'conflict', fields: [conflict] }));
    expect(row?.fields).toMatchObject([{ before: '02138', after: '9' }]);
    const seen = [{ field: 'billing_address.postal_code', value: '02138' }] as const;
    const sibling = { field: 'billing_address.note', planned: null, now: 'x', wanted: null };
    const [other] = reportRows(plan, applied(plan, { state: 'conflict', fields: [sibling], seen }));
    expect(other?.fields).toMatchObject([{ before: '02138', sent: '02139', after: '02138' }]);
    expect(row?.message).toBe(
      'Changed since the dry run, nothing was written: billing postal code was “02138”, is now “9”.',
    );
  });

  it('gives Atlas’ own code and words for a refusal', () => {
    const error = { code: 'email_exists', message: 'taken' };
    const refusal = { kind: 'refused', status: 400, error } as const;
    const [row] = reportRows(plan, applied(plan, { state: 'rejected', refusal }));
    expect(row).toMatchObject({
      state: 'rejected',
      code: 'email_exists',
      message: 'Another customer already has this e-mail; nothing was written.',
    });
  });
});

describe('the failed rows alone', () => {
  it('are short of cells where they were, also after a spreadsheet has made them even', () => {
    const file = unedited(sheetOf(`id,zip,note\n${ID_0},02138\n${ID_2},02139,x\n`));
    const short = planOf(file, mappingBy(['key:id', 'write:billing_address.postal_code', 'reference']));
    const again = imported(savedBySpreadsheet(failedRowsCsv(file, reportRows(short)))).sheet;
    expect(again.raggedRows).toStrictEqual(file.sheet.raggedRows);
    expect(rowTexts(again, 0)).toStrictEqual([ID_0, '02138', '']);
  });

  it('import again as they were, with the edited values, errors and all', () => {
    const over = typed(edited, 2, 2, 'edited;"\n');
    const csv = failedRowsCsv(over, reportRows(planOf(over, mapping), run));
    const again = imported(csv).sheet;
    expect(again.columns).toStrictEqual(edited.sheet.columns);
    expect(allRows(again).map((row) => rowTexts(again, row))).toStrictEqual([
      [ID_2, '', 'edited;"\n', '', 'x'],
      [ID_2, '', '1', '', ''],
      ['x', '', '1', '', ''],
    ]);
    expect([...again.raggedRows.values()]).toStrictEqual([...edited.sheet.raggedRows.values()]);
    const codes = codesOf(validateSheet(unedited(again), mapping).read(1).diagnostics);
    expect(codes).toContain('too_few_cells');
  });

  it('hold those that were sent and not applied, and not those that were', () => {
    const zips = (outcome: Outcome) =>
      failedRowsCsv(edited, reportRows(plan, applied(plan, outcome))).includes(ID_0);
    expect(zips({ state: 'applied', seen: SEEN })).toBe(false);
    expect(zips({ state: 'already_so' })).toBe(false);
    expect(zips({ state: 'unknown', reason: 'could_not_read', seen: [] })).toBe(true);
    expect(zips({ state: 'not_attempted', reason: 'stopped' })).toBe(true);
  });
});
