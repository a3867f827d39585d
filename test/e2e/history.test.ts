import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { valueText } from '../../src/core/words/values.ts';
import { type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { type Launched, launchApp } from './support/launch.ts';
import {
  addConnection,
  answerDialogs,
  apply,
  cellAt,
  closeMapping,
  command,
  dryRun,
  expectTabs,
  importFile,
  untilDone,
} from './support/workspace.ts';

const ROWS = 12;
const PHONE_IN_UNDO = 2;

/** What a person finds in the history, and does from there. */
let launched: Launched;
let page: Page;
let server: PracticeServer;
let folder: string;
let ids: readonly string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-history-'));
  server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY });
  ids = server
    .customers()
    .slice(0, ROWS)
    .map(({ id }) => id);
  launched = await launchApp();
  page = launched.window;
});

afterEach(async () => {
  await launched.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const phoneOf = (row: number): string => `+1 617 555 ${String(row).padStart(4, '0')}`;
const phones = (): readonly string[] => ids.map((id) => valueText(server.customer(id)?.phone));
const patches = (): number => server.requests().filter(({ method }) => method === 'PATCH').length;

async function planned(): Promise<void> {
  const path = join(folder, 'phones.csv');
  writeFileSync(path, `Customer ID,Phone\n${ids.map((id, row) => `${id},${phoneOf(row)}`).join('\n')}\n`);
  await importFile(launched.app, page, path);
  await page.locator('[data-role-of="Phone"]').waitFor();
  await closeMapping(page);
  await addConnection(page, server.baseUrl);
  await dryRun(page);
}

async function ran(): Promise<void> {
  await planned();
  await apply(page);
  await untilDone(page);
}

const listed = () => page.locator('[data-history]');

async function openHistory(): Promise<void> {
  await command(page, 'view.history').waitFor();
  await page.keyboard.press('ControlOrMeta+Shift+h');
  await page.locator('.history').waitFor();
}

const act = (name: string) => page.locator(`[data-do="${name}"]`);
const detail = () => page.locator('.history-detail');
const tableRows = () => page.locator('.history-table tbody tr');

async function closeHistory(): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('.history').waitFor({ state: 'detached' });
}

describe('the history', () => {
  it('is there before anything was done, and says what it will hold', async () => {
    await openHistory();
    await page.locator('.history-none', { hasText: 'Nothing here yet' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await closeHistory();
  });

  it('shows a run with who, how it ended and every row as it was, and saves its reports', async () => {
    await ran();
    await openHistory();
    await expect.poll(() => listed().count()).toBe(1);
    expect(await listed().innerText()).toMatch(/phones\.csv[\s\S]*TEST[\s\S]*Run · [\s\S]*12 applied/);
    await expect.poll(() => tableRows().count()).toBe(ROWS);
    const said = await detail().innerText();
    for (const part of ['Finance practice', 'key …tice', 'Every row has ended.', '1–12 of 12'])
      expect(said).toContain(part);
    expect(await tableRows().first().innerText()).toMatch(
      /^2\s+applied[\s\S]*Phone[\s\S]*→ \+1 617 555 0000/,
    );

    await detail()
      .locator('input[type=search]')
      .fill(ids[3] ?? '');
    await expect.poll(() => tableRows().count()).toBe(1);
    expect(await tableRows().locator('th').innerText()).toBe('5');

    const csv = join(folder, 'kept.csv');
    await answerDialogs(launched.app, { save: csv });
    await act('report-csv').click();
    await page.locator('.history-saved', { hasText: 'kept.csv' }).waitFor();
    const lines = readFileSync(csv, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(ROWS + 1);
    expect(lines[1]).toContain(`"${ids[0]}","${phoneOf(0)}","2","applied"`);
    const json = join(folder, 'kept.json');
    await answerDialogs(launched.app, { save: json });
    await act('report-json').click();
    await page.locator('.history-saved', { hasText: 'kept.json' }).waitFor();
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
      run: { end: { how: 'completed' } },
      rows: { length: ROWS },
    });
  });

  it('finds by words, and is gone through with the keyboard', async () => {
    await planned();
    await command(page, 'plan.make').click();
    await expect.poll(() => command(page, 'run.apply').isEnabled()).toBe(true);
    await openHistory();
    await expect.poll(() => listed().count()).toBe(2);
    await listed().first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => listed().nth(1).getAttribute('aria-current')).toBe('true');
    expect(await detail().innerText()).toContain('Nothing was written: this was a dry run.');

    const search = page.locator('.history-list input');
    await search.fill('nobody did this');
    await page.locator('.history-none', { hasText: 'Nothing found' }).waitFor();
    await search.fill('dry PHONES');
    await expect.poll(() => listed().count()).toBe(2);
  });

  it('deletes the data of a run when that is meant, and nothing of it is left', async () => {
    await ran();
    const runs = (): readonly string[] => readdirSync(join(launched.profile, 'runs'));
    expect(runs()).toHaveLength(1);
    await openHistory();
    await act('delete').click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Keep it');
    await page.keyboard.press('Enter');
    await page.locator('.history-delete').waitFor({ state: 'detached' });
    expect(runs()).toHaveLength(1);

    await act('delete').click();
    await act('delete-now').click();
    await page.locator('.history-none', { hasText: 'Nothing here yet' }).waitFor();
    expect(runs()).toEqual([]);
  });

  it('keeps runs for as long as was chosen, and says so again', async () => {
    await openHistory();
    await page.locator('[data-keep]').selectOption('90');
    await expect.poll(() => page.locator('[data-keep]').inputValue()).toBe('90');
    await closeHistory();
    await openHistory();
    await expect.poll(() => page.locator('[data-keep]').inputValue()).toBe('90');
  });
});

describe('taking a run back', () => {
  it('shows its plan like any other, writes nothing before it is applied, and puts everything back', async () => {
    const before = phones();
    await ran();
    expect(phones()).toEqual(ids.map((_, row) => phoneOf(row)));
    await openHistory();
    const written = patches();
    await act('undo').click();

    await page.locator('.strip', { hasText: 'is not taken back' }).waitFor();
    await expectTabs(page, { all: ROWS, update: ROWS });
    await expect.poll(() => cellAt(page, 0, PHONE_IN_UNDO).innerText()).toContain(before[0] || 'clear');
    expect(await page.title()).toContain('Undo of phones.csv');
    // Its cells are no edits.
    await cellAt(page, 0, PHONE_IN_UNDO).dblclick();
    expect(await page.locator('.ag-cell-inline-editing').count()).toBe(0);
    expect(await command(page, 'view.mapping').isEnabled()).toBe(false);
    expect(patches()).toBe(written);

    // One customer keeps what the run wrote.
    await cellAt(page, 1, 'state').click();
    await page.keyboard.press('ControlOrMeta+Backspace');
    await expectTabs(page, { update: ROWS - 1, excluded: 1 });
    await apply(page);
    await untilDone(page);
    await expectTabs(page, { applied: ROWS - 1, excluded: 1 });
    expect(phones()).toEqual(before.map((phone, row) => (row === 1 ? phoneOf(1) : phone)));

    await openHistory();
    await expect.poll(() => listed().count()).toBe(2);
    expect(await listed().first().innerText()).toContain('Undo · ');
    await listed().nth(1).click();
    await detail().locator('dd', { hasText: 'Taken back by a run of' }).waitFor();
  });
});

describe('rows that did not end as wanted', () => {
  it('are planned again by themselves with one click, and the others keep how they ended', async () => {
    await planned();
    const failing = [2, 7].map((row) => ids[row] ?? '');
    server.scriptFaults(
      failing.map((customerId) => ({
        name: `refused ${customerId}`,
        match: { method: 'PATCH', customerId },
        effect: { kind: 'answer', status: 422, json: { error: { code: 'invalid_phone', message: 'No.' } } },
      })),
    );
    server.writeDirectly(ids[4] ?? '', { phone: '+1 202 555 0000' });
    await apply(page);
    await untilDone(page);
    await expectTabs(page, { applied: ROWS - 3, rejected: 2, conflict: 1 });
    expect(phones()[4]).toBe('+1 202 555 0000');
    const written = patches();

    await command(page, 'plan.again_failed').click();
    await expectTabs(page, { applied: ROWS - 3, update: 2, conflict: 1 });
    expect(patches()).toBe(written);
    expect(await command(page, 'run.apply').innerText()).toContain('Apply 2');
    await apply(page);
    await untilDone(page);
    await expectTabs(page, { applied: ROWS - 1, conflict: 1 });
    expect(patches()).toBe(written + 2);

    await command(page, 'plan.again_conflicts').click();
    await expectTabs(page, { applied: ROWS - 1, update: 1 });
    await apply(page);
    await untilDone(page);
    await expectTabs(page, { all: ROWS, applied: ROWS });
    expect(phones()).toEqual(ids.map((_, row) => phoneOf(row)));
  });
});
