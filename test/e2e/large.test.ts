import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bigSheet } from '../bench/big-sheet.ts';
import { type Launched, launchApp } from './support/launch.ts';
import { blocksSince, watchBlocks } from './support/longest-block.ts';
import {
  cellAt,
  closeMapping,
  expectTabs,
  importFile,
  scrollGrid,
  showCell,
  typeInCell,
} from './support/workspace.ts';

const ROWS = 100_000;
const ROW_HEIGHT = 32;
/** No task of the window may take longer. */
const LONGEST_TASK_MS = 150;
/** What other programs of the machine take of the window's time is in this one. */
const LONGEST_GAP_MS = 300;
const EMAIL = 2;
const ZIP = 7;

const [, ...rows] = bigSheet(ROWS);
const badZips = rows.filter((cells) => cells[ZIP] === '#N/A').length;
let launched: Launched;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-large-'));
  writeFileSync(join(folder, 'large.csv'), Papa.unparse(bigSheet(ROWS).map((cells) => [...cells])));
  launched = await launchApp();
  page = launched.window;
  await page.locator('.drop-box').waitFor();
  await watchBlocks(page);
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Steps of one person with one sheet: each goes on where the one before ended. */
describe('a sheet of 100,000 rows and 13 columns', () => {
  it('is imported and judged without the window standing still', async () => {
    const startedAt = performance.now();
    await importFile(launched.app, page, join(folder, 'large.csv'));
    await expectTabs(page, { all: ROWS, errors: badZips, ready: ROWS - badZips });
    process.stdout.write(`100,000 rows: judged in ${Math.round(performance.now() - startedAt)} ms\n`);
    await expectAlive('import and validation');
    await closeMapping(page);
    expect(await cellAt(page, 0, 'state').innerText()).toBe('error');
  });

  it('scrolls', async () => {
    for (let step = 1; step <= 40; step++) {
      await scrollGrid(page, ((step * 37) % 40) * (ROWS / 40) * ROW_HEIGHT);
      await page.waitForTimeout(30);
    }
    const last = ROWS - 1;
    await showCell(page, last, EMAIL);
    await expect.poll(() => cellAt(page, last, EMAIL).innerText()).toBe(rows[last]?.[EMAIL]);
    await expectAlive('scrolling');
  });

  it('is sorted by a column', async () => {
    const emails = rows.map((cells) => cells[EMAIL] ?? '').toSorted();
    await showCell(page, 0, EMAIL);
    for (const wanted of [emails, emails.toReversed()]) {
      await page.locator(`.ag-header-cell[col-id="c${EMAIL}"] .header-cell`).click();
      for (const at of [0, 33_333, ROWS - 1]) {
        await showCell(page, at, EMAIL);
        await expect.poll(() => cellAt(page, at, EMAIL).innerText()).toBe(wanted[at]);
      }
      await showCell(page, 0, EMAIL);
    }
    await page.locator(`.ag-header-cell[col-id="c${EMAIL}"] .header-cell`).click();
    await expect.poll(() => cellAt(page, 1, EMAIL).innerText()).toBe(rows[1]?.[EMAIL]);
    await expectAlive('sorting');
  });

  it('is searched', async () => {
    const found = rows.filter((cells) => cells.some((text) => text.includes('Company 4711'))).length;
    const status = page.locator('.status');
    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.type('company 4711');
    await expect.poll(() => status.innerText()).toContain(`${found} of 100,000 rows`);
    await page.keyboard.press('Escape');
    await expect.poll(() => status.innerText()).not.toContain('of 100,000');
    await expectAlive('searching');
  });

  it('takes answers about the mapping as fast as they are given', async () => {
    const roleOf = (header: string) => page.locator(`[data-role-of="${header}"]`);
    const clear = page.locator('[data-blank="billing_address clear"]');
    await page.locator('[data-command="view.mapping"]').click();
    await clear.click();
    await roleOf('Phone').selectOption('reference');
    await roleOf('Bill To Zip').selectOption('reference');
    expect(await clear.isChecked()).toBe(true);
    expect(await roleOf('Phone').inputValue()).toBe('reference');
    await expectTabs(page, { errors: 0 });
    await roleOf('Bill To Zip').selectOption('write');
    await expectTabs(page, { errors: badZips });
    expect(await clear.isChecked()).toBe(true);
    expect(await roleOf('Phone').inputValue()).toBe('reference');
    await closeMapping(page);
    await expectAlive('mapping');
  });

  it('shows a correction at once', async () => {
    const cell = await showCell(page, 0, ZIP);
    await expectAlive('going there');
    await typeInCell(page, cell, '02139');
    await expect.poll(() => cell.innerText(), { interval: 10 }).toBe('02139');
    await expect.poll(() => cellAt(page, 0, 'state').innerText(), { interval: 10 }).toBe('ready');
    await expectTabs(page, { errors: badZips - 1 });
    await expectAlive('editing');
  });
});

async function expectAlive(during: string): Promise<void> {
  const { task, gap } = await blocksSince(page);
  process.stdout.write(`100,000 rows, ${during}: longest task ${task || '< 50'} ms, longest gap ${gap} ms\n`);
  expect(task, `a task while ${during}`).toBeLessThanOrEqual(LONGEST_TASK_MS);
  expect(gap, `a gap while ${during}`).toBeLessThanOrEqual(LONGEST_GAP_MS);
}
