import { writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../../src/core/atlas.ts';
import type { JsonValue } from '../../src/core/json.ts';
import { changesAskedFor, customersAfter, differences } from '../fixtures/expectation.ts';
import { financeExport } from '../fixtures/finance-export.ts';
import type { ExpectedChange, FixtureRow, RowState } from '../fixtures/fixture-row.ts';
import {
  readReport,
  type Stage,
  statusesOf,
  wrongStates,
  wrongValues,
} from '../fixtures/report-comparison.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { mapColumns } from './support/map-columns.ts';
import { updatesSent } from './support/updates-sent.ts';
import {
  addConnection,
  allStatuses,
  answerDialogs,
  apply,
  cellAt,
  closeMapping,
  dryRun,
  expectTabs,
  importFile,
  showCell,
  tabCounts,
  typeInCell,
  untilDone,
} from './support/workspace.ts';

const CORRECTED_EMAIL = 'corrected@finance-fixture.example';
const exported = financeExport();
const { headers, mapping } = exported;
const EMAIL = headers.indexOf('New E-Mail');
/** The row that is corrected by hand: its only fault is an e-mail without an @. */
const corrected = exported.rows.findIndex(({ kind }) => kind === 'invalid e-mail');

/** The rows as they are after the correction, and what is to become of them. */
const rows: readonly FixtureRow[] = exported.rows.with(corrected, {
  ...(exported.rows[corrected] as FixtureRow),
  cells: (exported.rows[corrected]?.cells ?? []).with(EMAIL, CORRECTED_EMAIL),
  expected: { afterDryRun: ['update'], afterApply: ['applied'], changes: [] },
});

let before: readonly Customer[];
let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await openDesk();
  page = desk.window;
  before = structuredClone([...desk.server.customers()]);
  return desk.close;
});

/** Each step goes on where the one before ended, as a person would. */
describe('the whole job in the window, on a sheet of 1,350 rows as finance exports it', () => {
  it('begins with a connection and a file, and the mapping is asked for', async () => {
    const sheet = join(desk.folder, 'addresses q3.csv');
    writeFileSync(sheet, exported.bytes);
    await importFile(desk.app, page, sheet);
    await page.locator('[data-role-of="CUSTOMER ID"]').waitFor();
    await mapColumns(page, mapping);
    await closeMapping(page);
    await addConnection(page, desk.server.baseUrl);
    expect(await page.locator('button.chip').innerText()).toContain('Finance practice');
    expect(await page.locator('.strip').innerText()).toContain('5 blank rows');
    await expectTabs(page, { all: 1350, errors: rowsThatAre('invalid', exported.rows) });
  });

  it('lets an invalid cell be corrected with the keyboard, and its error goes', async () => {
    const errors = rowsThatAre('invalid', exported.rows);
    const cell = await showCell(page, corrected, EMAIL);
    expect(await cell.getAttribute('class')).toContain('cell-error');
    expect(await cellAt(page, corrected, 'state').innerText()).toBe('error');

    await typeInCell(page, cell, CORRECTED_EMAIL);

    await expect.poll(() => cell.innerText()).toBe(CORRECTED_EMAIL);
    await expect.poll(() => cell.getAttribute('class')).not.toContain('cell-error');
    expect(await cell.getAttribute('class')).toContain('cell-changed');
    expect(await cellAt(page, corrected, 'state').innerText()).toBe('ready');
    await expectTabs(page, { all: 1350, errors: errors - 1 });
  });

  it('shows in the dry run what each cell has and would have, and writes nothing', async () => {
    await dryRun(page);

    await expect.poll(async () => wrongCounts(await tabCounts(page), 'afterDryRun')).toEqual([]);
    for (const { row, column, change } of sampleChanges()) {
      const cell = await showCell(page, row, column);
      await expect
        .poll(() => changeShown(page, row, column), { message: rowText(row) })
        .toEqual(wordsOf(change));
      expect(await cell.getAttribute('class')).not.toContain('cell-error');
    }
    expect(updatesSent(desk.server)).toEqual([]);
    expect(desk.server.customers()).toEqual(before);
  });

  it('applies after the confirmation, and shows every row’s status', async () => {
    await apply(page);
    await untilDone(page);

    await expect.poll(async () => wrongCounts(await tabCounts(page), 'afterApply')).toEqual([]);
    const statuses = await allStatuses(page);
    const wrong = rows
      .filter((row) => !statusesOf(row, 'afterApply').includes(statuses.get(row.line) ?? ''))
      .map((row) => `line ${row.line} (${row.kind}): ${statuses.get(row.line)}`);
    expect(wrong).toEqual([]);
    expect(statuses.size).toBe(1350);
  });

  it('leaves all 2,000 customers exactly as the sheet asks, each written at most once', () => {
    expect(differences(customersAfter(before, rows, headers, mapping), desk.server.customers())).toEqual([]);
    const patched = updatesSent(desk.server).map(({ path }) => path);
    expect(patched.length).toBeGreaterThan(600);
    expect(new Set(patched).size).toBe(patched.length);
  });

  it('saves a report that tells every row as it was, beside the cells of the file', async () => {
    const path = join(desk.folder, 'report.csv');
    await answerDialogs(desk.app, { save: path });
    await page.keyboard.press('ControlOrMeta+s');
    await page.locator('.notice', { hasText: 'report.csv' }).waitFor();

    expect((await stat(path)).size).toBeGreaterThan(0);
    const report = await readReport(path, { headers, rows });
    expect(wrongStates(report, 'afterApply')).toEqual([]);
    expect(wrongValues(report, before, exported)).toEqual([]);
  });
});

const rowsThatAre = (state: RowState, among: readonly FixtureRow[]): number =>
  among.filter(({ expected }) => expected.afterDryRun.includes(state)).length;

/** Tabs that don't add up: a few rows may be in either of two. */
function wrongCounts(counts: Readonly<Record<string, number>>, stage: Stage): readonly string[] {
  const states = new Set(rows.flatMap(({ expected }) => expected[stage]));
  const wrong = [...states].flatMap((state) => {
    const possible = rows.filter(({ expected }) => expected[stage].includes(state));
    const sure = possible.filter(({ expected }) => expected[stage].length === 1);
    const shown = counts[state === 'invalid' ? 'errors' : state] ?? 0;
    return shown >= sure.length && shown <= possible.length
      ? []
      : [`${state}: ${shown} instead of ${sure.length} to ${possible.length}`];
  });
  const { all, warnings: _warnings, ...byState } = counts;
  const sum = Object.values(byState).reduce((total, number) => total + number, 0);
  return sum === 1350 && all === 1350 ? wrong : [...wrong, `${sum} rows in tabs, ${all} in all`];
}

interface SampleChange {
  readonly row: number;
  readonly column: number;
  readonly change: ExpectedChange;
}

/** The corrected cell, and for each written column the first row that changes it and the first that clears it. */
function sampleChanges(): readonly SampleChange[] {
  const beforeById = new Map(before.map((customer) => [customer.id, customer]));
  const idColumn = headers.indexOf('CUSTOMER ID');
  const changes = rows.flatMap((row, index) => {
    const customer = beforeById.get(row.cells[idColumn]?.toLowerCase() ?? '');
    if (!customer || row.expected.afterDryRun.join(' ') !== 'update') return [];
    return changesAskedFor(customer, row, headers, mapping).map((change) => ({
      row: index,
      column: headers.findIndex((header) => mapping.columns[header] === `write:${change.field}`),
      change,
    }));
  });
  const first = (column: number, isCleared: boolean): readonly SampleChange[] =>
    changes
      .filter((some) => some.column === column && (some.change.after === null) === isCleared)
      .slice(0, 1);
  const written = [...headers.keys()].flatMap((column) => [...first(column, false), ...first(column, true)]);
  return [...changes.filter(({ row }) => row === corrected), ...written];
}

const rowText = (row: number): string => `line ${rows[row]?.line} (${rows[row]?.kind})`;

/** What a cell should say: the old value and the new one. */
const wordsOf = ({ before: old, after }: ExpectedChange): readonly [string, string] => [
  old === null || old === '' ? '–' : textOf(old),
  after === null ? 'clear' : textOf(after),
];

const textOf = (value: JsonValue): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);

const changeShown = (of: Page, row: number, column: number): Promise<readonly string[]> =>
  cellAt(of, row, column).locator('del, ins, .value-none, .value-clear').allTextContents();
