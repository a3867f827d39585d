import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launchApp } from './support/launch.ts';
import { chooseInMenu } from './support/native-menu.ts';
import { cellAt, closeMapping, importFile } from './support/workspace.ts';

const [PHONE, CITY, NOTES] = [1, 2, 3];

const SHEET = [
  'customer_id,phone,city,notes',
  '6437f749-0c1e-4b5a-9a52-3f1d2c4b5a60,+1 617 555 0110,Boston,a',
  '7f3f53b6-1111-4222-8333-444455556666,+1 617 555 0111,Paris,b',
].join('\n');

let launched: Launched;
let page: Page;
let folder: string;
let profile: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-columns-'));
  profile = join(folder, 'profile');
  launched = await launchApp({ profile });
  page = launched.window;
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const header = (column: number) => page.locator(`.ag-header-cell[col-id="c${column}"]`);
const widthOf = (column: number): Promise<number> =>
  header(column).evaluate((element) => Math.round(element.getBoundingClientRect().width));
/** The sheet's columns from left to right. */
const order = (): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.ag-header-cell[col-id^="c"]')]
      .sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left)
      .map((element) => element.getAttribute('col-id') ?? ''),
  );

async function inColumnMenu(column: number, item: string): Promise<void> {
  await header(column).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item }).click();
}

async function drag(column: number, by: number): Promise<void> {
  const box = await header(column).boundingBox();
  if (!box) throw new Error('The column is not in sight.');
  const [x, y] = [box.x + box.width - 1, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by / 2, y, { steps: 4 });
  await page.mouse.move(x + by, y, { steps: 4 });
  await page.mouse.up();
}

const importAs = async (name: string, text: string): Promise<void> => {
  const path = join(folder, name);
  writeFileSync(path, text);
  await importFile(launched.app, page, path);
  await closeMapping(page);
  await cellAt(page, 0, 'line').waitFor();
};

const ARRANGED = ['c0', `c${CITY}`, `c${PHONE}`];
const AS_IN_FILE = ['c0', `c${PHONE}`, `c${CITY}`, `c${NOTES}`];
const hidden = () => page.locator('[data-out-of-sight="columns"]');

describe('the arrangement of columns', () => {
  let usual: number;
  let wide: number;

  it('is there again when the sheet is', async () => {
    await importAs('first.csv', SHEET);
    usual = await widthOf(CITY);
    await drag(CITY, 80);
    await expect.poll(() => widthOf(CITY)).toBeGreaterThan(usual + 60);
    wide = await widthOf(CITY);
    await inColumnMenu(CITY, 'Move left');
    await inColumnMenu(NOTES, 'Hide column');
    await expect.poll(order).toEqual(ARRANGED);

    // At once: what was not told yet is told when the sheet is closed.
    await chooseInMenu(launched.app, 'file.close');
    await page.getByRole('button', { name: 'Open first.csv as you left it' }).click();
    await cellAt(page, 0, 'line').waitFor();
    await expect.poll(order).toEqual(ARRANGED);
    expect(await widthOf(CITY)).toBe(wide);
    await expect.poll(() => hidden().innerText()).toBe('1 hidden column');
  });

  it('is that of the next sheet with the same headers, after a restart', async () => {
    await launched.close();
    launched = await launchApp({ profile });
    page = launched.window;
    await importAs('second.csv', SHEET);
    await expect.poll(order).toEqual(ARRANGED);
    expect(await widthOf(CITY)).toBe(wide);
  });

  it('is taken back by a command, for this sheet alone until another is arranged', async () => {
    await chooseInMenu(launched.app, 'view.usual_columns');
    await expect.poll(order).toEqual(AS_IN_FILE);
    expect(await widthOf(CITY)).toBe(usual);
    expect(await hidden().count()).toBe(0);

    await chooseInMenu(launched.app, 'file.close');
    await page.getByRole('button', { name: 'Open first.csv as you left it' }).click();
    await expect.poll(order).toEqual(ARRANGED);
  });
});
