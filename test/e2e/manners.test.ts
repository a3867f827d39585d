import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from './support/bridge.ts';
import { expectSoon } from './support/expect-soon.ts';
import { type Launched, type LaunchOptions, launchApp } from './support/launch.ts';
import { chooseInMenu, isInMenu, recentInMenu } from './support/native-menu.ts';
import { startAgain } from './support/start-again.ts';
import { cellAt, closeMapping, command, goOnToMapping, importFile, typeInCell } from './support/workspace.ts';

/** What is expected of every program of a desktop. */
let launched: Launched;
let page: Page;
let profile: string;
let isRunning = false;

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'patchsheet-manners-'));
});

afterEach(async () => {
  if (isRunning) await launched.close();
  isRunning = false;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function start(options: Pick<LaunchOptions, 'args'> = {}): Promise<void> {
  launched = await launchApp({ profile, ...options });
  page = launched.window;
  isRunning = true;
}

async function end(): Promise<void> {
  await launched.close();
  isRunning = false;
}

const ID = '6437f749-0c1e-4b5a-9a52-000000000001';

function sheet(name: string, phone = '+1 1'): string {
  const path = join(profile, name);
  writeFileSync(path, `Customer ID,Phone\n${ID},${phone}\n`);
  return path;
}

const title = (): Promise<string> => page.title();

describe('recent files', () => {
  it('are offered at the next start and in the menu, and opened as they are then', async () => {
    await start();
    await importFile(launched.app, page, sheet('prices.csv'));
    await closeMapping(page);
    await end();
    sheet('prices.csv', '+1 22');

    await start();
    const item = page.locator('[data-recent="prices.csv"]');
    await item.waitFor();
    expect(await recentInMenu(launched.app)).toHaveLength(1);
    await item.getByRole('button', { name: 'Open prices.csv' }).click();
    await goOnToMapping(page);
    await closeMapping(page);
    await expectSoon(() => cellAt(page, 0, 1).innerText()).toBe('+1 22');

    // By the menu too: the sheet that was open waits under the sheets to go on with.
    await chooseInMenu(launched.app, (await recentInMenu(launched.app))[0] ?? '');
    await goOnToMapping(page);
    await closeMapping(page);
    await command(page, 'file.import').waitFor();
    expect((await must(page, 'app.start', {})).sessions).toHaveLength(3);
  });

  it('say that a file is gone, are taken out one by one, and all at once', async () => {
    await start();
    const paths = ['a.csv', 'b.csv', 'c.csv'].map((name) => sheet(name));
    for (const path of paths) {
      await importFile(launched.app, page, path);
      await closeMapping(page);
      await chooseInMenu(launched.app, 'file.close');
      await page.locator('.drop-box').waitFor();
    }
    rmSync(paths[0] ?? '');
    await end();

    await start();
    const items = page.locator('[data-recent]');
    await items.first().waitFor();
    await expectSoon(() => items.count()).toBe(3);
    const gone = page.locator('[data-recent="a.csv"]');
    expect(await gone.innerText()).toContain('no longer there');
    expect(await gone.getByRole('button', { name: 'Open' }).count()).toBe(0);
    await gone.getByRole('button', { name: 'Remove a.csv from the list' }).press('Enter');
    await expectSoon(() => items.count()).toBe(2);
    // The keyboard stays in the list, though its button is gone.
    expect(await page.evaluate(() => document.activeElement?.closest('[data-recent]') !== null)).toBe(true);
    expect(await recentInMenu(launched.app)).toHaveLength(2);
    await page.locator('[data-recent-clear]').click();
    await expectSoon(() => items.count()).toBe(0);
    expect(await recentInMenu(launched.app)).toEqual([]);
    // The sheets themselves are nothing the list has to do with.
    expect(await page.locator('.sessions li').count()).toBe(3);
  });
});

describe('a file that is given to the app', () => {
  it('as an argument is opened by it, switches beside it or not', async () => {
    const path = sheet('given.csv');
    await start({ args: ['--some-switch', path] });
    await goOnToMapping(page);
    await closeMapping(page);
    await expectSoon(title).toBe('given.csv — Patchsheet');
    expect((await must(page, 'app.start', {})).offered).toBeNull();
  });

  it('and is not there is missed in words, at the start and later', async () => {
    await start({ args: [join(profile, 'mistyped.csv')] });
    const said = page.locator('.drop-box');
    await expectSoon(() => said.innerText()).toContain(
      '“mistyped.csv” can’t be opened: there is no such file',
    );
    await page.locator('.drop-box').waitFor();
    await startAgain(profile, ['other.tsv'], profile);
    await expectSoon(() => said.innerText()).toContain('“other.tsv” can’t be opened');
  });

  it('by a second start is handed over to the first, from wherever that was, and the second ends', async () => {
    await start();
    await page.locator('.drop-box').waitFor();
    sheet('handed-over.csv');
    await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    expect(await startAgain(profile, ['handed-over.csv'], profile)).toBe(0);
    await goOnToMapping(page);
    await closeMapping(page);
    await expectSoon(title).toBe('handed-over.csv — Patchsheet');
    const windows = await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
    );
    expect(windows).toEqual([false]);
  });

  it('while a sheet is open takes its place, and that one is kept', async () => {
    await start();
    await importFile(launched.app, page, sheet('first.csv'));
    await closeMapping(page);
    await typeInCell(page, cellAt(page, 0, 1), '+1 edited');
    await expectSoon(() => page.locator('.status').innerText()).toContain('Saved');
    sheet('second.csv');
    await startAgain(profile, ['second.csv'], profile);
    await goOnToMapping(page);
    await closeMapping(page);
    await expectSoon(title).toContain('second.csv');
    await chooseInMenu(launched.app, 'file.close');
    const first = page.locator('.sessions li', { hasText: 'first.csv' }).first();
    await first.waitFor();
    expect(await first.innerText()).toContain('1 edit');
  });
});

describe('the window', () => {
  it('opens where it was left, as large and as zoomed, with the details as wide', async () => {
    await start();
    await page.locator('.drop-box').waitFor();
    const left = { x: 120, y: 90, width: 1100, height: 700 };
    await launched.app.evaluate(({ BrowserWindow }, bounds) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setBounds(bounds);
      window?.webContents.setZoomFactor(1.25);
    }, left);
    await importFile(launched.app, page, sheet('a.csv'));
    await closeMapping(page);
    const splitter = (): Locator => page.locator('.splitter');
    await splitter().focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowLeft');
    const width = await splitter().getAttribute('aria-valuenow');
    expect(width).toBe('400');
    await expectSoon(
      () => JSON.parse(readFileSync(join(profile, 'window.json'), 'utf8')) as unknown,
    ).toMatchObject({ layout: { inspectorWidth: 400 } });
    await end();

    await start();
    await page.locator('.drop-box').waitFor();
    const now = await launched.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return { bounds: window?.getNormalBounds(), zoom: window?.webContents.getZoomFactor() };
    });
    expect(now.bounds).toEqual(left);
    expect(now.zoom).toBeCloseTo(1.25);
    await importFile(launched.app, page, sheet('a.csv'));
    await closeMapping(page);
    expect(await splitter().getAttribute('aria-valuenow')).toBe('400');
  });

  it('is never off the screen, wherever it was left', async () => {
    const state = {
      version: 1,
      bounds: { x: 9_000, y: 9_000, width: 1_200, height: 700 },
      isMaximized: false,
      isFullScreen: false,
      zoomFactor: 1,
    };
    writeFileSync(join(profile, 'window.json'), JSON.stringify(state));
    await start();
    const isSeen = await launched.app.evaluate(({ BrowserWindow, screen }) => {
      const bounds = BrowserWindow.getAllWindows()[0]?.getBounds();
      const { workArea } = screen.getPrimaryDisplay();
      return (
        bounds !== undefined &&
        bounds.x >= workArea.x &&
        bounds.x + bounds.width <= workArea.x + workArea.width &&
        bounds.y >= workArea.y &&
        bounds.y + bounds.height <= workArea.y + workArea.height
      );
    });
    expect(isSeen).toBe(true);
  });
});

describe('the native menu', () => {
  it('offers what can be done now, and greys out the rest', async () => {
    await start();
    await expectSoon(() => isInMenu(launched.app, 'file.import')).toBe(true);
    for (const id of ['file.close', 'plan.make', 'edit.undo', 'run.stop', 'report.csv'])
      expect(await isInMenu(launched.app, id), id).toBe(false);
    await importFile(launched.app, page, sheet('a.csv'));
    // A dialog is about one thing.
    await expectSoon(() => isInMenu(launched.app, 'file.import')).toBe(false);
    await closeMapping(page);
    await expectSoon(() => isInMenu(launched.app, 'plan.make')).toBe(true);
    expect(await isInMenu(launched.app, 'file.close')).toBe(true);
    expect(await isInMenu(launched.app, 'edit.undo')).toBe(false);
    await typeInCell(page, cellAt(page, 0, 1), '+1 2');
    await expectSoon(() => isInMenu(launched.app, 'edit.undo')).toBe(true);
    await chooseInMenu(launched.app, 'edit.undo');
    await expectSoon(() => cellAt(page, 0, 1).innerText()).toBe('+1 1');
  });

  it('undoes letters in a text field, and nothing in the sheet', async () => {
    await start();
    await importFile(launched.app, page, sheet('a.csv'));
    await closeMapping(page);
    await typeInCell(page, cellAt(page, 0, 1), '+1 2');
    await expectSoon(() => cellAt(page, 0, 1).innerText()).toBe('+1 2');
    const search = page.locator('#search');
    await search.click();
    await page.keyboard.type('abc');
    await chooseInMenu(launched.app, 'edit.undo');
    await expectSoon(() => search.inputValue()).not.toBe('abc');
    expect(await command(page, 'edit.undo').isEnabled()).toBe(true);
  });
});

describe('the sheet of shortcuts', () => {
  it('opens by F1 and by the menu, is searched, and gives the keyboard back', async () => {
    await start();
    await importFile(launched.app, page, sheet('a.csv'));
    await closeMapping(page);
    await cellAt(page, 0, 1).click();
    await page.keyboard.press('F1');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    const lines = dialog.locator('.shortcut-line');
    expect(await lines.count()).toBeGreaterThan(40);
    await page.keyboard.type('fill down');
    await expectSoon(() => lines.allInnerTexts()).toHaveLength(1);
    expect(await lines.first().innerText()).toMatch(/Fill down\s+Ctrl\+D/);
    await page.keyboard.press('Escape');
    await expectSoon(() => lines.count()).toBeGreaterThan(40);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.closest('.ag-cell') !== null)).toBe(true);
    await chooseInMenu(launched.app, 'help.shortcuts');
    await dialog.waitFor();
  });
});
