import { readFileSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { savedBySpreadsheet } from '../core/spreadsheet.ts';
import { readClipboard, writeClipboard } from './support/clipboard.ts';
import { type Desk, openDesk, saveReport, type Table, writeTable } from './support/desk.ts';
import { mapColumns } from './support/map-columns.ts';
import {
  addConnection,
  apply,
  cellAt,
  closeMapping,
  dryRun,
  expectTabs,
  importFile,
  untilDone,
} from './support/workspace.ts';

/** What spreadsheets turn into something else: numbers, dates, formulas, blanks, line breaks, quotes, other scripts. */
const HEADERS = ['Customer ID', 'Reference', 'Phone', 'Name', 'Bill To Zip', 'Note'];
const ROLES = {
  'Customer ID': 'key:id',
  Reference: 'reference',
  Phone: 'write:phone',
  Name: 'write:name',
  'Bill To Zip': 'reference',
  Note: 'write:metadata.note',
} as const;
const CELLS: readonly (readonly string[])[] = [
  ['000123', '+49 30 123456', '=1+1', '02138', '1-2'],
  ['12345678901234567890', '0301234567', `'s-Hertogenbosch BV`, '00501', '3/4'],
  ['1.50', '(617) 555-0100', '-Minus & Co', '2138', 'MAR1'],
  ['1E5', '+1 617 555 0101', '@home "Quoted", GmbH', '01-234', 'line one\nline two'],
  [' TRUE ', '0049 30 1', '李雷 Łódź', '', '12:30'],
  ['007', '+1 617 555 0102', 'Semicolon; and, comma', '9e9', '[clear]'],
];
const REFUSED = [1, 3];

let desk: Desk;
let page: Page;
let table: Table;

beforeAll(async () => {
  desk = await openDesk();
  page = desk.window;
  const ids = desk.server.customers().map(({ id }) => id);
  table = [HEADERS, ...CELLS.map((cells, row) => [ids[row] ?? '', ...cells])];
  desk.server.writeDirectly(ids[5] ?? '', { metadata: { note: 'old' } });
  return desk.close;
});

/** The file as a spreadsheet saves it that somebody has opened it in. */
function savedAgain(path: string, delimiter: string): string {
  const saved = path.replace('.csv', ' saved again.csv');
  writeFileSync(saved, savedBySpreadsheet(readFileSync(path, 'utf8'), delimiter));
  return saved;
}

/** All cells of the sheet, as they would be pasted into another program. */
async function cellsShown(): Promise<Table> {
  await cellAt(page, 0, 0).click();
  await page.keyboard.press('ControlOrMeta+a');
  await writeClipboard(desk.app, '');
  await page.keyboard.press('ControlOrMeta+c');
  await expect.poll(() => readClipboard(desk.app)).not.toBe('');
  const { data } = Papa.parse<string[]>(await readClipboard(desk.app), { delimiter: '\t' });
  // After the last row there is a line break.
  return data.slice(0, -1);
}

/** What each column is taken for in the open mapping, without anything being chosen. */
const rolesProposed = (): Promise<readonly string[]> =>
  page
    .locator('.mapping-row')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input')]
          .map(({ value }) => value)
          .join(':'),
      ),
    );

/** Steps of one person with one sheet and its reports: each goes on where the one before ended. */
describe('reports that are imported again', () => {
  let roles: readonly string[];
  let report: string;
  let failed: string;

  it('are saved of a run that two rows failed in', async () => {
    await importFile(desk.app, page, writeTable(desk, 'oddities.csv', table));
    await mapColumns(page, { columns: ROLES });
    roles = await rolesProposed();
    await closeMapping(page);
    await addConnection(page, desk.server.baseUrl);
    await dryRun(page);
    await expectTabs(page, { all: CELLS.length, update: CELLS.length });
    desk.server.scriptFaults(
      REFUSED.map((row) => ({
        name: `refused ${row}`,
        match: { method: 'PATCH', customerId: table[row + 1]?.[0] ?? '' },
        effect: { kind: 'answer', status: 422, json: { error: { code: 'invalid', message: 'No.' } } },
      })),
    );
    await apply(page);
    await untilDone(page);
    await expectTabs(page, { applied: CELLS.length - 2, rejected: 2 });
    expect(await cellsShown()).toEqual(table.slice(1));
    report = await saveReport(desk, 'report.csv', 'Report of all rows');
    failed = await saveReport(desk, 'failed.csv', 'Failed rows only');
  });

  it.each(['as it is', 'after a spreadsheet, with commas', 'after a spreadsheet, with semicolons'])(
    'have the same cells, columns and mapping: %s',
    async (how) => {
      const all = table.slice(1);
      for (const [path, rows] of [
        [report, all],
        [failed, REFUSED.map((row) => all[row])],
      ] as const) {
        const file = how === 'as it is' ? path : savedAgain(path, how.endsWith('commas') ? ',' : ';');
        await importFile(desk.app, page, file);
        await page.locator('[data-role-of="Reference"]').waitFor();
        expect(await rolesProposed()).toEqual(roles);
        await closeMapping(page);
        await expectTabs(page, { all: rows.length });
        expect(await cellsShown()).toEqual(rows);
        expect(await page.locator('.strip').innerText()).toContain('was written by Patchsheet');
      }
    },
  );

  it('ask for what was not done yet, and for nothing else', async () => {
    await importFile(desk.app, page, savedAgain(report, ';'));
    await closeMapping(page);
    await dryRun(page);
    await expectTabs(page, { all: CELLS.length, unchanged: CELLS.length - 2, update: 2 });
    await importFile(desk.app, page, savedAgain(failed, ';'));
    await closeMapping(page);
    await dryRun(page);
    await expectTabs(page, { all: 2, update: 2 });
    await apply(page);
    await untilDone(page);
    await expectTabs(page, { all: 2, applied: 2 });
    for (const [id = '', , phone, name, , note] of table.slice(1)) {
      const customer = desk.server.customer(id);
      expect([customer?.phone, customer?.name, customer?.metadata?.['note'] ?? '[clear]']).toEqual([
        phone,
        name,
        note,
      ]);
    }
  });
});
