import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectron } from '../../scripts/electron-runtime.ts';
import { root } from '../../scripts/lib/paths.ts';
import { heard, listenTo, must } from './support/bridge.ts';
import { type Launched, type LaunchOptions, launchApp } from './support/launch.ts';
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

/** Whether an item of the native menu can be chosen; `undefined` where there is none. */
const isEnabled = (id: string): Promise<boolean | undefined> =>
  launched.app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.enabled, id);

const choose = (id: string): Promise<void> =>
  launched.app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);

const recentIds = (): Promise<readonly string[]> =>
  launched.app.evaluate(({ Menu }) => {
    const ids = (items: readonly Electron.MenuItem[]): string[] =>
      items.flatMap(({ id, submenu }) => [id ?? '', ...ids(submenu?.items ?? [])]);
    return ids(Menu.getApplicationMenu()?.items ?? []).filter((id) => id.startsWith('recent:'));
  });

/** Starts the app once more with the same profile. @returns its exit code */
async function startAgain(args: readonly string[], folder: string): Promise<number | null> {
  const { executablePath } = await findElectron();
  const isRoot = process.getuid?.() === 0;
  const child = spawn(
    executablePath,
    [`--user-data-dir=${profile}`, ...(isRoot ? ['--no-sandbox'] : []), root, ...args],
    { cwd: folder, stdio: 'ignore' },
  );
  return await new Promise((resolve, reject) => {
    child.once('exit', resolve);
    child.once('error', reject);
  });
}

const title = (): Promise<string> => page.title();
const notice = (): Promise<string> => page.locator('.notice').innerText();

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
    expect(await recentIds()).toHaveLength(1);
    await item.getByRole('button', { name: 'Open prices.csv' }).click();
    await goOnToMapping(page);
    await closeMapping(page);
    await expect.poll(() => cellAt(page, 0, 1).innerText()).toBe('+1 22');

    // By the menu too: the sheet that was open waits under the sheets to go on with.
    await choose((await recentIds())[0] ?? '');
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
      await choose('file.close');
      await page.locator('.drop-box').waitFor();
    }
    rmSync(paths[0] ?? '');
    await end();

    await start();
    const items = page.locator('[data-recent]');
    await expect.poll(() => items.count()).toBe(3);
    const gone = page.locator('[data-recent="a.csv"]');
    expect(await gone.innerText()).toContain('no longer there');
    expect(await gone.getByRole('button', { name: 'Open' }).count()).toBe(0);
    await gone.getByRole('button', { name: 'Remove a.csv from the list' }).click();
    await expect.poll(() => items.count()).toBe(2);
    expect(await recentIds()).toHaveLength(2);
    await page.locator('[data-recent-clear]').click();
    await expect.poll(() => items.count()).toBe(0);
    expect(await recentIds()).toEqual([]);
    // The sheets themselves are nothing the list has to do with.
    expect(await page.locator('.sessions li').count()).toBe(3);
  });
});

describe('a file that is given to the app', () => {
  it('as an argument is opened by it, and no folder of it is seen in the window', async () => {
    const path = sheet('given.csv');
    await start({ args: ['--some-switch', path] });
    await goOnToMapping(page);
    await closeMapping(page);
    await expect.poll(title).toBe('given.csv — Patchsheet');
    expect((await must(page, 'app.start', {})).offered).toBeNull();
  });

  it('by a second start is handed over to the first, from wherever that was, and the second ends', async () => {
    await start();
    await page.locator('.drop-box').waitFor();
    sheet('handed-over.csv');
    await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    expect(await startAgain(['handed-over.csv'], profile)).toBe(0);
    await goOnToMapping(page);
    await closeMapping(page);
    await expect.poll(title).toBe('handed-over.csv — Patchsheet');
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
    await expect.poll(() => page.locator('.status').innerText()).toContain('Saved');
    sheet('second.csv');
    await startAgain(['second.csv'], profile);
    await goOnToMapping(page);
    await closeMapping(page);
    await expect.poll(title).toContain('second.csv');
    await choose('file.close');
    const first = page.locator('.sessions li', { hasText: 'first.csv' }).first();
    await first.waitFor();
    expect(await first.innerText()).toContain('1 edit');
  });

  it('during a run is refused in words, and everything stays as it is', async () => {
    await startWithPausedRun();
    sheet('late.csv');
    await startAgain(['late.csv'], profile);
    await expect.poll(notice).toContain('“late.csv” was not opened: a run is on.');
    expect(await title()).toMatch(/^Paused \d+% — sample-edits\.csv — Patchsheet$/);
    expect((await must(page, 'app.start', {})).offered).toBeNull();
    await command(page, 'run.stop').click();
  });
});

/** A run of the sample that a person has paused: it stays on. */
async function startWithPausedRun(): Promise<void> {
  await start({ args: ['--sample'] });
  await expect.poll(() => command(page, 'plan.make').isEnabled(), { timeout: 30_000 }).toBe(true);
  await command(page, 'plan.make').click();
  await expect.poll(() => command(page, 'run.apply').isEnabled(), { timeout: 30_000 }).toBe(true);
  await command(page, 'run.apply').click();
  await page.locator('[data-confirm="apply"]').click();
  await command(page, 'run.pause').click();
  await command(page, 'run.resume').waitFor();
}

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
    await expect
      .poll(() => JSON.parse(readFileSync(join(profile, 'window.json'), 'utf8')) as unknown)
      .toMatchObject({ layout: { inspectorWidth: 400 } });
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
    await expect.poll(() => isEnabled('file.import')).toBe(true);
    for (const id of ['file.close', 'plan.make', 'edit.undo', 'run.stop', 'report.csv'])
      expect(await isEnabled(id), id).toBe(false);
    await importFile(launched.app, page, sheet('a.csv'));
    // A dialog is about one thing.
    await expect.poll(() => isEnabled('file.import')).toBe(false);
    await closeMapping(page);
    await expect.poll(() => isEnabled('plan.make')).toBe(true);
    expect(await isEnabled('file.close')).toBe(true);
    expect(await isEnabled('edit.undo')).toBe(false);
    await typeInCell(page, cellAt(page, 0, 1), '+1 2');
    await expect.poll(() => isEnabled('edit.undo')).toBe(true);
    await choose('edit.undo');
    await expect.poll(() => cellAt(page, 0, 1).innerText()).toBe('+1 1');
  });

  it('undoes letters in a text field, and nothing in the sheet', async () => {
    await start();
    await importFile(launched.app, page, sheet('a.csv'));
    await closeMapping(page);
    await typeInCell(page, cellAt(page, 0, 1), '+1 2');
    await expect.poll(() => cellAt(page, 0, 1).innerText()).toBe('+1 2');
    const search = page.locator('#search');
    await search.click();
    await page.keyboard.type('abc');
    await choose('edit.undo');
    await expect.poll(() => search.inputValue()).not.toBe('abc');
    expect(await command(page, 'edit.undo').isEnabled()).toBe(true);
  });

  it('says how to stop a run, and what becomes of the rows already sent', async () => {
    await startWithPausedRun();
    await expect.poll(() => isEnabled('run.resume')).toBe(true);
    expect([await isEnabled('run.pause'), await isEnabled('run.abort')]).toEqual([false, false]);
    const stop = command(page, 'run.stop');
    expect(await stop.getAttribute('aria-description')).toMatch(/already sent are finished/);
    expect(await stop.getAttribute('title')).toBe(await stop.getAttribute('aria-description'));
    await choose('run.stop');
    await page.locator('.status-job strong', { hasText: /^Stopped$/ }).waitFor();
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
    await expect.poll(() => lines.allInnerTexts()).toHaveLength(1);
    expect(await lines.first().innerText()).toMatch(/Fill down\s+Ctrl\+D/);
    await page.keyboard.press('Escape');
    await expect.poll(() => lines.count()).toBeGreaterThan(40);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.closest('.ag-cell') !== null)).toBe(true);
    await choose('help.shortcuts');
    await dialog.waitFor();
  });
});

describe('quitting during a run', () => {
  const answerNothing = (): Promise<void> =>
    launched.app.evaluate(({ dialog }) => {
      dialog.showMessageBox = (...args: unknown[]) => {
        const options = args.at(-1) as { readonly message: string };
        (globalThis as unknown as { asked?: string }).asked = options.message;
        return Promise.resolve({ response: 0, checkboxChecked: false });
      };
    });
  const asked = (): Promise<string | undefined> =>
    launched.app.evaluate(() => (globalThis as unknown as { asked?: string }).asked);

  it('asks, and goes on when the answer is to stay', async () => {
    await startWithPausedRun();
    await answerNothing();
    await launched.app.evaluate(({ app }) => app.quit());
    await expect.poll(asked).toMatch(/of the run have not ended yet/);
    await listenTo(page, 'run.batch');
    await command(page, 'run.resume').click();
    await expect
      .poll(async () => (await heard(page, 'run.batch')).at(-1)?.end?.how, { timeout: 30_000 })
      .toBe('completed');
  });

  it('is not held up when the computer goes down: the run breaks off, and can be gone on with', async () => {
    await startWithPausedRun();
    await answerNothing();
    const closed = launched.app.waitForEvent('close');
    await launched.app.evaluate(({ app, powerMonitor }) => {
      powerMonitor.emit('shutdown');
      app.quit();
    });
    await closed;
    isRunning = false;
    const [folder = ''] = readdirSync(join(profile, 'runs'));
    const journal = readFileSync(join(profile, 'runs', folder, 'journal.log'), 'utf8');
    expect(journal).toContain('"kind":"paused"');
    expect(journal).not.toContain('"end":"');
  });
});
