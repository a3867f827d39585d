import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pastedHtml, readClipboard, writeClipboard } from './support/clipboard.ts';
import { type Launched, launchApp } from './support/launch.ts';
import { cellAt, closeMapping, command, expectTabs, importFile } from './support/workspace.ts';

const ROWS = 40;
const [KEY, NAME, PHONE, ZIP, CITY] = [0, 1, 2, 3, 4];
const HEADERS = ['customer_id', 'name', 'phone', 'billing_address.postal_code', 'billing_address.city'];
const fileRow = (row: number): readonly string[] => [
  `6437f749-0000-4000-8000-${String(row).padStart(12, '0')}`,
  `Customer ${row}`,
  '',
  row % 4 === 0 ? '02138' : '',
  '',
];
const CSV = [HEADERS, ...Array.from({ length: ROWS }, (_, row) => fileRow(row))]
  .map((cells) => `${cells.join(',')}\n`)
  .join('');

let launched: Launched;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-grid-'));
  writeFileSync(join(folder, 'edits.csv'), CSV);
  launched = await launchApp();
  page = launched.window;
  await page.locator('.drop-box').waitFor();
  await importFile(launched.app, page, join(folder, 'edits.csv'));
  await closeMapping(page);
  await cellAt(page, 0, KEY).waitFor();
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Texts of cells in sight, row by row. */
const textsAt = (rows: readonly number[], columns: readonly number[]): Promise<string[][]> =>
  page.evaluate(
    ([wantedRows, wantedColumns]) =>
      wantedRows.map((row) =>
        wantedColumns.map(
          (column) =>
            document.querySelector(`.ag-row[row-index="${row}"] [col-id="c${column}"]`)?.textContent ?? '?',
        ),
      ),
    [rows, columns] as const,
  );

const expectTexts = async (
  rows: readonly number[],
  columns: readonly number[],
  texts: readonly (readonly string[])[],
): Promise<void> => {
  await expect.poll(() => textsAt(rows, columns)).toEqual(texts);
};

/** The cells drawn as selected, `row:column` each, from the top down. */
const selected = (): Promise<string[]> =>
  page.evaluate(() => {
    const rowOf = (cell: Element): number => Number(cell.closest('.ag-row')?.getAttribute('row-index'));
    const cells = [...document.querySelectorAll('.range')].sort((a, b) => rowOf(a) - rowOf(b));
    return cells.map((cell) => `${rowOf(cell)}:${cell.getAttribute('col-id')?.slice(1)}`);
  });

const block = (rows: readonly number[], columns: readonly number[]): string[] =>
  rows.flatMap((row) => columns.map((column) => `${row}:${column}`));

const cursor = (): Promise<string> =>
  page.evaluate(() => {
    const cell = document.activeElement?.closest('.ag-cell');
    return `${cell?.closest('.ag-row')?.getAttribute('row-index')}:${cell?.getAttribute('col-id')}`;
  });

async function undoAll(): Promise<void> {
  await expect
    .poll(async () => {
      if (await command(page, 'edit.undo').isEnabled()) await page.keyboard.press('ControlOrMeta+z');
      return command(page, 'edit.undo').isEnabled();
    })
    .toBe(false);
}

const chooseInMenu = (id: string): Promise<void> => page.locator(`.menu-at [data-command="${id}"]`).click();

describe('the grid, with the keys, the mouse and the clipboard of a spreadsheet', () => {
  it('selects with Shift and arrows, and the cursor stays where the range began', async () => {
    await cellAt(page, 2, NAME).click();
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight');
    await expect.poll(selected).toEqual(block([2, 3, 4], [NAME, PHONE]));
    await expect.poll(cursor).toBe(`2:c${NAME}`);
    await expect.poll(() => page.locator('.status').innerText()).toContain('3 rows by 2 columns selected');
    await press('ArrowDown');
    await expect.poll(selected).toEqual([]);
    await expect.poll(cursor).toBe(`3:c${NAME}`);
  });

  it('selects by dragging, to a clicked cell with Shift, and whole rows by their numbers', async () => {
    const [from, to] = [await boxOf(5, PHONE), await boxOf(7, CITY)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(selected).toEqual(block([5, 6, 7], [PHONE, ZIP, CITY]));
    await cellAt(page, 6, ZIP).click({ modifiers: ['Shift'] });
    await expect.poll(selected).toEqual(block([5, 6], [PHONE, ZIP]));
    await cellAt(page, 1, 'line').click();
    await cellAt(page, 4, 'line').click({ modifiers: ['ControlOrMeta'] });
    await expect.poll(selected).toEqual(block([1, 4], [KEY, NAME, PHONE, ZIP, CITY]));
  });

  it('pastes a block of tabs, quotes and line breaks, and copies it out again as it came', async () => {
    const tsv = '+1 617 555 0101\t02138\tCambridge\r\n+1 617 555 0102\t02139\t"Line one\n""two"""\r\n';
    await writeClipboard(launched.app, tsv);
    await cellAt(page, 1, PHONE).click();
    await press('ControlOrMeta+v');
    await expectTexts(
      [1, 2],
      [PHONE, ZIP, CITY],
      [
        ['+1 617 555 0101', '02138', 'Cambridge'],
        ['+1 617 555 0102', '02139', 'Line one\n"two"'],
      ],
    );
    await expect.poll(selected).toEqual(block([1, 2], [PHONE, ZIP, CITY]));
    await writeClipboard(launched.app, '');
    await press('ControlOrMeta+c');
    await expect.poll(() => readClipboard(launched.app)).toBe(tsv);
    expect(await pastedHtml(page)).toContain(`mso-number-format:"\\@"'>02138</td>`);
    await undoAll();
    await expectTexts(
      [1, 2],
      [PHONE, ZIP, CITY],
      [
        ['', '', ''],
        ['', '', ''],
      ],
    );
  });

  it('fills down, puts one value into every selected cell, and empties them', async () => {
    await cellAt(page, 8, PHONE).click();
    await page.keyboard.type('+44 20 7946 0000');
    await press('Enter');
    await expect.poll(cursor).toBe(`9:c${PHONE}`);
    await press('ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'ControlOrMeta+d');
    const phones = [['+44 20 7946 0000'], ['+44 20 7946 0000'], ['+44 20 7946 0000']];
    await expectTexts([8, 9, 10], [PHONE], phones);
    await page.keyboard.type('x');
    await press('ControlOrMeta+Enter');
    await expectTexts([8, 9, 10], [PHONE], [['x'], ['x'], ['x']]);
    await press('Delete');
    await expectTexts([8, 9, 10], [PHONE], [[''], [''], ['']]);
    await expect.poll(() => page.locator('.grid-note').innerText()).toContain('Blank cells keep');
    await press('ControlOrMeta+z');
    await expectTexts([8, 9, 10], [PHONE], [['x'], ['x'], ['x']]);
    await expect.poll(selected).toEqual(block([8, 9, 10], [PHONE]));
    await undoAll();
  });

  it('keeps a line break that is typed, moves on with Tab, and back below the first with Enter', async () => {
    await cellAt(page, 12, ZIP).click();
    await page.keyboard.type('first');
    await press('Alt+Enter');
    await page.keyboard.type('second');
    await press('Tab');
    await expect.poll(cursor).toBe(`12:c${CITY}`);
    await page.keyboard.type('Cambridge');
    await press('Enter');
    await expect.poll(cursor).toBe(`13:c${ZIP}`);
    await expectTexts([12], [ZIP, CITY], [['first\nsecond', 'Cambridge']]);
    await cellAt(page, 12, ZIP).click();
    await press('F2', 'Enter');
    await expectTexts([12], [ZIP], [['first\nsecond']]);
    await page.keyboard.type('given up');
    await press('Escape');
    await undoAll();
    await expectTexts([12], [ZIP], [['02138']]);
  });

  it('pastes into the rows that a filter shows, and into no other', async () => {
    await page.locator(`.ag-header-cell[col-id="c${ZIP}"]`).click({ button: 'right' });
    await page.getByRole('button', { name: 'Not blank' }).click();
    await expect.poll(() => page.locator('.status').innerText()).toContain(`10 of ${ROWS} rows`);
    await press('Escape');
    await writeClipboard(launched.app, 'one\r\ntwo\r\nthree\r\n');
    await cellAt(page, 1, CITY).click();
    await press('ControlOrMeta+v');
    await expectTexts([0, 1, 2, 3, 4], [CITY], [[''], ['one'], ['two'], ['three'], ['']]);
    await page.locator('[data-out-of-sight="rows"]').click();
    await expect.poll(() => page.locator('.status').innerText()).toContain(`${ROWS} rows`);
    await expectTexts([3, 4, 5, 8, 12], [CITY], [[''], ['one'], [''], ['two'], ['three']]);
    await undoAll();
  });

  it('clears a field by its menu without anybody knowing the token, and reverts it', async () => {
    await cellAt(page, 3, PHONE).click();
    await press('Shift+ArrowDown');
    await cellAt(page, 4, PHONE).click({ button: 'right' });
    await chooseInMenu('cells.clear');
    await expectTexts([3, 4], [PHONE], [['clear'], ['clear']]);
    await expect.poll(() => cellAt(page, 3, PHONE).locator('.value-clear').count()).toBe(1);
    await press('Shift+F10');
    await chooseInMenu('cells.revert');
    await expectTexts([3, 4], [PHONE], [[''], ['']]);
    await undoAll();
  });

  it('adds rows for what a paste has no room for, and takes them away again', async () => {
    await writeClipboard(launched.app, 'a\r\nb\r\nc\r\n');
    await cellAt(page, 0, NAME).click();
    await press('ControlOrMeta+End');
    await expect.poll(cursor).toBe(`${ROWS - 1}:c${CITY}`);
    await press('ControlOrMeta+v');
    await page.locator('.grid-note').getByRole('button', { name: 'Add 2 rows' }).click();
    await expectTabs(page, { all: ROWS + 2 });
    await press('ControlOrMeta+End');
    await expect.poll(cursor).toBe(`${ROWS + 1}:c${CITY}`);
    await expectTexts([ROWS - 1, ROWS, ROWS + 1], [CITY], [['a'], ['b'], ['c']]);
    await press('Shift+F10');
    await chooseInMenu('rows.remove');
    await expectTabs(page, { all: ROWS + 1 });
    await undoAll();
    await expectTabs(page, { all: ROWS });
  });

  it('leaves several rows out at once', async () => {
    // What was undone before may lead to its cells a moment later.
    const goHome = async (): Promise<string> => {
      await press('ControlOrMeta+Home');
      return await cursor();
    };
    await expect.poll(goHome, { interval: 200, timeout: 5_000 }).toBe(`0:c${KEY}`);
    await cellAt(page, 2, 'line').click();
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'ControlOrMeta+Backspace');
    await expectTabs(page, { all: ROWS, excluded: 3 });
    await press('ControlOrMeta+Backspace');
    await expectTabs(page, { all: ROWS });
    await undoAll();
  });

  it('keeps the same cells selected when the rows are sorted', async () => {
    await cellAt(page, 0, NAME).click();
    await press('Shift+ArrowDown');
    await page.locator(`.ag-header-cell[col-id="c${ZIP}"]`).click();
    // Ten rows have a postal code and come first; the file's second row is the first of those without.
    await expect.poll(selected).toEqual(block([0, 10], [NAME]));
    await page.locator(`.ag-header-cell[col-id="c${ZIP}"]`).click();
    await page.locator(`.ag-header-cell[col-id="c${ZIP}"]`).click();
    await expect.poll(selected).toEqual(block([0, 1], [NAME]));
  });

  it('tells a screen reader what a cell shows only by its looks', async () => {
    await cellAt(page, 5, NAME).click();
    await page.keyboard.type('Somebody else');
    await press('Enter', 'ArrowUp');
    await expect
      .poll(() => cellAt(page, 5, NAME).getAttribute('aria-description'))
      .toContain('Was “Customer 5” in the file.');
    await undoAll();
  });

  it('lets the keyboard out of the grid and back to where it was', async () => {
    await cellAt(page, 4, PHONE).click();
    // The details, where F6 goes, are drawn anew for each row.
    await expect.poll(() => page.locator('.inspector h2').innerText()).toBe('Line 6');
    await press('F6');
    await expect.poll(cursor).toBe('undefined:undefined');
    await press('Shift+F6');
    await expect.poll(cursor).toBe(`4:c${PHONE}`);
  });

  it('names columns that are hidden, and shows them again', async () => {
    await page.locator(`.ag-header-cell[col-id="c${CITY}"]`).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Hide column' }).click();
    await expect.poll(() => page.locator(`.ag-header-cell[col-id="c${CITY}"]`).count()).toBe(0);
    await page.locator('[data-out-of-sight="columns"]').click();
    await expect.poll(() => page.locator(`.ag-header-cell[col-id="c${CITY}"]`).count()).toBe(1);
  });
});

async function boxOf(row: number, column: number): Promise<{ readonly x: number; readonly y: number }> {
  const box = await cellAt(page, row, column).boundingBox();
  return { x: (box?.x ?? 0) + 12, y: (box?.y ?? 0) + 12 };
}
