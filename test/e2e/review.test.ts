import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fieldValue } from '../../src/core/fields.ts';
import { type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { type Launched, launchApp } from './support/launch.ts';
import {
  addConnection,
  cellAt,
  closeMapping,
  command,
  dryRun,
  expectTabs,
  importFile,
  typeInCell,
} from './support/workspace.ts';

const UPDATES = 30;
const CLEARED = 12;
const DESCRIBED = 15;
const MOVED = 3;
const [PHONE, DESCRIPTION, COUNTRY] = [1, 2, 3];

/** Customers with all that the sheet changes: every figure of the summary is known beforehand. */
let server: PracticeServer;
let launched: Launched;
let page: Page;
let folder: string;

const cells = (row: number): readonly string[] => {
  if (row >= UPDATES) return ['', '', ''];
  const phone = row < CLEARED ? '[clear]' : `+1 617 555 ${1000 + row}`;
  return [phone, row < DESCRIBED ? 'Moved' : '', row < MOVED ? 'CA' : ''];
};

function sheet(): string {
  const fitting = server
    .customers()
    .filter(
      (customer) =>
        Boolean(customer.phone) &&
        !customer.description &&
        fieldValue(customer, 'billing_address.country') === 'US' &&
        Boolean(fieldValue(customer, 'billing_address.postal_code')),
    );
  expect(fitting.length).toBeGreaterThan(UPDATES);
  const rows = fitting.slice(0, UPDATES + 1).map(({ id }, row) => [id, ...cells(row)].join(','));
  // The row after the updates asks for what the customer has.
  rows[UPDATES] = [fitting[UPDATES]?.id, '', '', 'US'].join(',');
  rows.push('00000000-0000-4000-8000-000000000000,+1 617 555 2000,,');
  return ['customer_id,phone,description,billing_address.country', ...rows].join('\n');
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-review-'));
  server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY });
  launched = await launchApp();
  page = launched.window;
});

let planned: Promise<void> | undefined;

async function plan(): Promise<void> {
  const path = join(folder, 'review.csv');
  writeFileSync(path, sheet());
  await importFile(launched.app, page, path);
  await closeMapping(page);
  await addConnection(page, server.baseUrl);
  await dryRun(page);
}

afterAll(async () => {
  await launched.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const figure = (id: string) => page.locator(`[data-figure="${id}"]`).first();
const chip = () => page.locator('[data-out-of-sight="figure"]');
const rowsShown = (): Promise<string> => page.locator('.status').innerText();
const review = () => page.locator('.review');

async function focusedCell(): Promise<readonly (string | null)[]> {
  return await page.evaluate(() => {
    const cell = document.activeElement?.closest('.ag-cell');
    return [
      cell?.closest('.ag-row')?.getAttribute('row-index') ?? null,
      cell?.getAttribute('col-id') ?? null,
    ];
  });
}

beforeEach(async () => {
  await (planned ??= plan());
  await command(page, 'view.summary').click();
  await review().waitFor();
  if ((await chip().count()) > 0) await chip().click();
  await chip().waitFor({ state: 'detached' });
});

describe('the summary of a dry run', () => {
  it('says how many customers would change, what of them, and what is left alone', async () => {
    await expectTabs(page, { update: UPDATES, unchanged: 1, not_found: 1 });
    const numbers: Readonly<Record<string, number>> = {
      'state update': UPDATES,
      'field phone': UPDATES,
      'field_cleared phone': CLEARED,
      'field description': DESCRIBED,
      'field billing_address.country': MOVED,
      'country billing_address': MOVED,
      cleared: CLEARED,
      'state unchanged': 1,
      'state not_found': 1,
    };
    for (const [id, rows] of Object.entries(numbers))
      expect([id, (await figure(id).innerText()).match(/\d+/)?.[0]]).toEqual([id, String(rows)]);
    const said = await review().innerText();
    for (const words of [
      'US → CA',
      'Get the same description: “Moved”',
      '60 requests',
      'Phone changes in every customer',
    ])
      expect(said).toContain(words);
    expect(said).toMatch(/The country changes, but the billing postal code stays as before/);
  });

  it('shows the rows of a figure that is clicked, and all rows when it is clicked again', async () => {
    const cleared = figure('field_cleared phone');
    await cleared.click();
    await expect.poll(rowsShown).toContain(`${CLEARED} of ${UPDATES + 2} rows`);
    expect(await chip().innerText()).toBe(`Showing ${CLEARED} rows: phone cleared`);
    expect(await cleared.getAttribute('aria-pressed')).toBe('true');
    expect(await figure('field phone').getAttribute('aria-pressed')).toBe('false');

    await figure('field billing_address.country').click();
    await expect.poll(rowsShown).toContain(`${MOVED} of ${UPDATES + 2} rows`);
    await figure('field billing_address.country').click();
    await expect.poll(rowsShown).toMatch(new RegExp(`^${UPDATES + 2} rows|\\n${UPDATES + 2} rows`));
    expect(await chip().count()).toBe(0);
  });

  it('shows what is left alone by the tab of its state', async () => {
    const notFound = figure('state not_found');
    await notFound.click();
    await expect
      .poll(() => page.locator('[data-tab="not_found"]').getAttribute('aria-selected'))
      .toBe('true');
    expect(await notFound.getAttribute('aria-pressed')).toBe('true');
    await notFound.click();
    await expect.poll(() => page.locator('[data-tab="all"]').getAttribute('aria-selected')).toBe('true');
  });

  it('is reached and used by the keyboard alone', async () => {
    await cellAt(page, 0, DESCRIPTION).click();
    await expect.poll(() => review().count()).toBe(0);
    await page.keyboard.press('ControlOrMeta+Shift+s');
    await review().waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');

    await page.keyboard.press('Tab');
    const focused = (): Promise<string | undefined> =>
      page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['figure']);
    expect(await focused()).toBe('state update');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('field phone');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('field_cleared phone');
    await page.keyboard.press('Space');
    await expect.poll(() => chip().count()).toBe(1);
    expect(await focused()).toBe('field_cleared phone');

    await chip().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => chip().count()).toBe(0);
  });
});

describe('the keys through a plan', () => {
  it('go from change to change, and back, however fast they are pressed', async () => {
    await cellAt(page, 0, 'line').click();
    await expect.poll(() => review().count()).toBe(0);
    await page.keyboard.press('F7');
    await expect.poll(focusedCell).toEqual(['0', `c${PHONE}`]);
    await page.keyboard.press('F7');
    await expect.poll(focusedCell).toEqual(['0', `c${DESCRIPTION}`]);
    await page.keyboard.press('F7');
    await expect.poll(focusedCell).toEqual(['0', `c${COUNTRY}`]);
    await page.keyboard.press('F7');
    await expect.poll(focusedCell).toEqual(['1', `c${PHONE}`]);
    await page.keyboard.press('Shift+F7');
    await expect.poll(focusedCell).toEqual(['0', `c${COUNTRY}`]);
    for (let step = 0; step < 5; step++) await page.keyboard.press('F7');
    await expect.poll(focusedCell).toEqual(['2', `c${DESCRIPTION}`]);
  });

  it('stay with the changes of the figure that is shown', async () => {
    await figure('field description').click();
    await expect.poll(rowsShown).toContain(`${DESCRIBED} of`);
    await page.keyboard.press('F7');
    await expect.poll(focusedCell).toEqual(['0', `c${DESCRIPTION}`]);
    await page.keyboard.press('F7');
    await expect.poll(focusedCell).toEqual(['1', `c${DESCRIPTION}`]);
  });

  it('go from warning to warning', async () => {
    await cellAt(page, 0, 'line').click();
    await expect.poll(() => review().count()).toBe(0);
    await page.keyboard.press('F9');
    await expect.poll(focusedCell).toEqual(['1', `c${COUNTRY}`]);
    await page.keyboard.press('F9');
    await expect.poll(focusedCell).toEqual(['2', `c${COUNTRY}`]);
    await page.keyboard.press('F9');
    await expect.poll(focusedCell).toEqual(['0', `c${COUNTRY}`]);
  });
});

describe('the grid of a dry run', () => {
  it('tells added, cleared and changed values by more than colour, and keeps what stays quiet', async () => {
    const parts = (row: number, column: number): Promise<readonly string[]> =>
      cellAt(page, row, column)
        .locator('.change > :not(svg)')
        .evaluateAll((found) =>
          found.map((part) => (part.classList.length > 0 ? part.classList.value : part.tagName)),
        );
    await expect.poll(() => parts(0, PHONE)).toEqual(['DEL', 'value-clear']);
    await expect.poll(() => parts(0, DESCRIPTION)).toEqual(['value-none', 'INS']);
    await expect.poll(() => parts(0, COUNTRY)).toEqual(['DEL', 'INS']);
    expect(await cellAt(page, MOVED, COUNTRY).locator('.change').count()).toBe(0);
    await expect
      .poll(() => cellAt(page, MOVED, COUNTRY).evaluate((cell) => cell.classList.contains('cell-kept')))
      .toBe(true);
  });

  it('is sorted by status from its header, what went wrong first', async () => {
    const status = page.locator('.ag-header-cell[col-id="state"]');
    await status.click();
    await expect.poll(() => cellAt(page, 0, 'state').innerText()).toBe('not found');
    await status.click();
    await expect.poll(() => cellAt(page, 0, 'state').innerText()).toBe('unchanged');
    await status.click();
    await expect.poll(() => cellAt(page, 0, 'state').innerText()).toBe('update');
  });

  it('takes a row out of the figure shown when it is edited, and says so', async () => {
    await figure('field_cleared phone').click();
    await expect.poll(rowsShown).toContain(`${CLEARED} of`);
    await typeInCell(page, cellAt(page, 0, PHONE), '+1 617 555 3000');
    await expect
      .poll(() => chip().innerText())
      .toBe(`Showing ${CLEARED - 1} of ${CLEARED} rows: phone cleared`);
    await command(page, 'view.summary').click();
    expect(await review().innerText()).toContain('1 row edited since the dry run is left out');

    await dryRun(page);
    await expect.poll(() => chip().count()).toBe(0);
    await expect.poll(() => figure('field_cleared phone').innerText()).toBe(`${CLEARED - 1} cleared`);
  });
});
