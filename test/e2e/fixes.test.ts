import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launchApp } from './support/launch.ts';
import { cellAt, closeMapping, command, expectTabs, importFile } from './support/workspace.ts';

const CITY = 2;
const NOTES = 3;

const SHEET = [
  'customer_id,name,city,notes',
  '6437f749-0c1e-4b5a-9a52-3f1d2c4b5a60,Anna Hotel,boston,from Boston',
  '7f3f53b6-1111-4222-8333-444455556666,Ben Bar,Boston,',
  '8a4f53b6-2222-4222-8333-444455556666,Cleo Pub,Paris,Boston',
].join('\n');

let launched: Launched;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-fixes-'));
  launched = await launchApp();
  page = launched.window;
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (name: string, text: string): Promise<void> => {
  const path = join(folder, name);
  writeFileSync(path, text);
  await importFile(launched.app, page, path);
  await closeMapping(page);
};

const find = (part: string) => page.locator(`[data-find="${part}"]`);
const count = (): Promise<string> => find('count').innerText();
const focusedCell = (): Promise<string> =>
  page.evaluate(() => {
    const cell = document.querySelector('.ag-cell-focus');
    return `${cell?.closest('.ag-row')?.getAttribute('row-index')} ${cell?.getAttribute('col-id')}`;
  });
const isTypingIn = (part: string): Promise<boolean> =>
  find(part).evaluate((element) => element === document.activeElement);

describe('finding and replacing with the keyboard', () => {
  it('finds as one types, and steps through the cells without leaving the bar', async () => {
    await open('find.csv', SHEET);
    await cellAt(page, 0, 1).click();
    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.type('boston');
    await expect.poll(count).toBe('4 cells');

    await page.keyboard.press('Enter');
    await expect.poll(focusedCell).toBe(`0 c${CITY}`);
    await expect.poll(count).toBe('1 of 4');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(focusedCell).toBe(`1 c${CITY}`);
    await page.keyboard.press('Shift+Enter');
    await expect.poll(focusedCell).toBe(`0 c${NOTES}`);
    await page.keyboard.press('F3');
    await expect.poll(count).toBe('3 of 4');
    expect(await isTypingIn('text')).toBe(true);
  });

  it('marks what was found in the cells', async () => {
    const marks = (name: string): Promise<number> =>
      page.evaluate((key) => CSS.highlights.get(key)?.size ?? 0, name);
    await expect.poll(() => marks('found')).toBe(3);
    await expect.poll(() => marks('found-now')).toBe(1);
  });

  it('replaces one cell and goes on, and takes it back', async () => {
    await page.keyboard.press('ControlOrMeta+h');
    await find('replacement').fill('Berlin');
    await find('replacement').press('Enter');
    await expect.poll(() => cellAt(page, 1, CITY).innerText()).toBe('Berlin');
    await expect.poll(focusedCell).toBe(`2 c${NOTES}`);
    expect(await isTypingIn('replacement')).toBe(true);

    await command(page, 'edit.undo').click();
    await expect.poll(() => cellAt(page, 1, CITY).innerText()).toBe('Boston');
  });

  it('shows what replacing all would change, leaves what is unticked, and is one step to take back', async () => {
    await find('replace-all').click();
    const dialog = page.locator('dialog');
    await expect.poll(() => dialog.locator('tbody tr').count()).toBe(4);
    expect(await dialog.innerText()).toContain('is never sent');
    await dialog.locator('tbody tr').nth(3).locator('input').uncheck();
    const confirm = dialog.locator('[data-confirm="changes"]');
    expect(await confirm.innerText()).toBe('Replace in 3 cells');
    expect(await cellAt(page, 0, CITY).innerText()).toBe('boston');
    await confirm.click();

    await expect.poll(() => cellAt(page, 0, CITY).innerText()).toBe('Berlin');
    expect(await cellAt(page, 1, CITY).innerText()).toBe('Berlin');
    expect(await cellAt(page, 0, NOTES).innerText()).toBe('from Berlin');
    expect(await cellAt(page, 2, NOTES).innerText()).toBe('Boston');
    await expect.poll(count).toBe('1 cell');

    await command(page, 'edit.undo').click();
    await expect.poll(count).toMatch(/4( cells)?$/);
    expect(await command(page, 'edit.undo').isDisabled()).toBe(true);
  });

  it('looks in one column where that is chosen, and gives the keyboard back when it is closed', async () => {
    await cellAt(page, 0, CITY).click();
    await find('scope').selectOption({ label: 'Only in “city”' });
    await expect.poll(count).toBe('1 of 2');
    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.find-bar').count()).toBe(0);
    expect(await focusedCell()).toBe(`0 c${CITY}`);
    expect(await cellAt(page, 0, CITY).evaluate((cell) => cell === document.activeElement)).toBe(true);
    await expectTabs(page, { all: 3 });
  });

  it('looks in the selected cells where that is chosen, and goes on looking there', async () => {
    await cellAt(page, 1, CITY).click();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('ControlOrMeta+f');
    await find('scope').selectOption({ label: 'Only in 4 selected cells' });
    await expect.poll(count).toBe('1 of 2');
    await find('text').press('Enter');
    await expect.poll(focusedCell).toBe(`2 c${NOTES}`);
    await find('text').press('Enter');
    await expect.poll(focusedCell).toBe(`1 c${CITY}`);
    await find('text').press('Escape');
  });
});

const DUPLICATES = [
  'customer_id,phone,description,city',
  '6437f749-0c1e-4b5a-9a52-3f1d2c4b5a60, +16175550110,,Paris ',
  '7f3f53b6-1111-4222-8333-444455556666,+16175550111 ,,',
  '6437f749-0c1e-4b5a-9a52-3f1d2c4b5a60,,late payer,',
  '8a4f53b6-2222-4222-8333-444455556666,+16175550112,,',
  '8a4f53b6-2222-4222-8333-444455556666,+16175550113,,',
].join('\n');

const kind = (code: string) => page.locator(`[data-kind="${code}"]`);

describe('all findings of a kind', () => {
  it('are listed with how many there are, and choosing one shows its rows alone', async () => {
    await open('findings.csv', DUPLICATES);
    await expectTabs(page, { all: 5, errors: 4 });
    await command(page, 'view.findings').click();
    await expect.poll(() => kind('outer_spaces').innerText()).toContain('3');
    await kind('outer_spaces').click();
    await expect.poll(() => cellAt(page, 1, 'line').innerText()).toBe('3');
    await expect.poll(() => cellAt(page, 2, 'line').count()).toBe(0);
    expect(await page.locator('.finding-chip').innerText()).toContain('Only: Spaces at the beginning or end');
  });

  it('are fixed at once after a look at what that does, in one step to take back', async () => {
    await page.locator('[data-fix="outer_spaces"]').click();
    await expect.poll(() => page.locator('dialog tbody tr').count()).toBe(3);
    await page.locator('dialog [value="all"]').check();
    await page.locator('[data-confirm="changes"]').click();
    await expect.poll(() => kind('outer_spaces').count()).toBe(0);
    await expectTabs(page, { warnings: 0 });

    await page.locator('.finding-chip').click();
    await expect.poll(() => cellAt(page, 0, 1).innerText()).toBe('+16175550110');
    await command(page, 'edit.undo').click();
    await expect.poll(() => kind('outer_spaces').innerText()).toContain('3');
    await command(page, 'edit.redo').click();
    await expect.poll(() => kind('outer_spaces').count()).toBe(0);
  });

  it('about one customer on several lines are merged where they do not contradict each other', async () => {
    await page.locator('[data-merge="all"]').click();
    const dialog = page.locator('dialog');
    await expect.poll(() => dialog.innerText()).toContain('Line 2 takes over line 4');
    expect(await dialog.innerText()).toContain('Lines 5 and 6 differ in “phone”');
    await page.locator('[data-confirm="merges"]').click();

    await expect.poll(() => cellAt(page, 0, 2).innerText()).toBe('late payer');
    await expect.poll(() => cellAt(page, 2, 'state').innerText()).toBe('same as line 2');
    await expectTabs(page, { errors: 2, excluded: 1 });

    await command(page, 'edit.undo').click();
    await expectTabs(page, { errors: 4 });
    expect(await cellAt(page, 0, 2).innerText()).toBe('');
  });

  it('of one row are merged from its details', async () => {
    await cellAt(page, 2, 1).click();
    await page.locator('[data-merge="one"]').click();
    await expectTabs(page, { errors: 2, excluded: 1 });
    await expect.poll(() => page.locator('.inspector').innerText()).toContain('the same customer as line 2');
  });
});

describe('leading zeros that Excel took away', () => {
  const postalCodes = (): Promise<string[]> =>
    Promise.all([0, 1, 2].map((row) => cellAt(page, row, POSTAL).innerText()));
  const POSTAL = 3;

  it('are all put back from the details of one row, and all taken back by one undo', async () => {
    await open(
      'zeros.csv',
      [
        'customer_id,billing_address.line1,billing_address.city,billing_address.postal_code,billing_address.country',
        '6437f749-0c1e-4b5a-9a52-3f1d2c4b5a60,1 Main Street,Cambridge,2138,US',
        '7f3f53b6-1111-4222-8333-444455556666,2 Main Street,Newark,7102,US',
        '8a4f53b6-2222-4222-8333-444455556666,3 Main Street,Dresden,1067,DE',
      ].join('\n'),
    );
    await cellAt(page, 0, POSTAL).click();
    await page.getByRole('button', { name: 'All 3 in this column…' }).click();
    await expect.poll(() => page.locator('dialog tbody tr').count()).toBe(3);
    await page.locator('[data-confirm="changes"]').click();
    await expect.poll(postalCodes).toEqual(['02138', '07102', '01067']);

    await command(page, 'edit.undo').click();
    await expect.poll(postalCodes).toEqual(['2138', '7102', '1067']);
  });
});
