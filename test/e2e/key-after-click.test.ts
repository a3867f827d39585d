import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Launched, launchApp } from './support/launch.ts';
import { cellAt, closeMapping, command, expectTabs, importFile } from './support/workspace.ts';

const PHONE = 1;
const SHEET = [
  'customer_id,phone',
  ...Array.from({ length: 6 }, (_, row) => `6437f749-0c1e-4b5a-9a52-00000000000${row},+1 617 555 011${row}`),
].join('\n');

let launched: Launched;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-keys-'));
  launched = await launchApp();
  page = launched.window;
  const path = join(folder, 'keys.csv');
  writeFileSync(path, SHEET);
  await importFile(launched.app, page, path);
  await closeMapping(page);
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A click on a cell and, before the window can draw anything, what is done next. */
const atOnceAfterClick = (row: number, next: { readonly key: string } | { readonly command: string }) =>
  page.evaluate(
    ([place, then]) => {
      const cell = document.querySelector<HTMLElement>(place);
      if (!cell) throw new Error('The cell is not drawn.');
      const mouse = { bubbles: true, cancelable: true, button: 0, buttons: 1, composed: true };
      const { left, top } = cell.getBoundingClientRect();
      const at = { ...mouse, clientX: left + 8, clientY: top + 8 };
      cell.dispatchEvent(new PointerEvent('pointerdown', { ...at, pointerId: 1, pointerType: 'mouse' }));
      cell.dispatchEvent(new MouseEvent('mousedown', at));
      cell.dispatchEvent(new PointerEvent('pointerup', { ...at, pointerId: 1, pointerType: 'mouse' }));
      cell.dispatchEvent(new MouseEvent('mouseup', at));
      cell.dispatchEvent(new MouseEvent('click', at));
      if ('key' in then) {
        const pressed = { key: then.key, ctrlKey: true, bubbles: true, cancelable: true };
        (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', pressed));
      } else document.querySelector<HTMLElement>(`[data-command="${then.command}"]`)?.click();
    },
    [`.ag-row[row-index="${row}"] [col-id="c1"]`, next] as const,
  );

const state = (row: number): Promise<string> => cellAt(page, row, 'state').innerText();

it('a key pressed at once after a click is about the row that was clicked', async () => {
  await cellAt(page, 0, PHONE).click();
  await expect.poll(() => page.locator('.inspector h2').innerText()).toBe('Line 2');
  await atOnceAfterClick(3, { key: 'Backspace' });
  await expectTabs(page, { excluded: 1 });
  expect([await state(0), await state(3)]).toEqual(['ready', 'left out']);
});

it('so is a button', async () => {
  await atOnceAfterClick(4, { command: 'row.exclude' });
  await expectTabs(page, { excluded: 2 });
  expect(await state(4)).toBe('left out');
  await command(page, 'edit.undo').click();
  await expectTabs(page, { excluded: 1 });
});
