import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk, planTable } from './support/desk.ts';
import { hardToReach, rowsInSight, zoomTo } from './support/reach.ts';
import { cellAt, command, dryRun, untilDone } from './support/workspace.ts';

/**
 * Every screen of the job for who reads at 400 %: a window of 1280 × 800 is one of 320 × 200 then. The same at 200 %,
 * and in the smallest window there is.
 */
const WINDOWS = [
  { factor: 4, content: { width: 1280, height: 800 } },
  { factor: 2, content: { width: 1280, height: 800 } },
  { factor: 1, content: { width: 900, height: 560 } },
] as const;

const ZIP = 8;

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await openDesk();
  page = desk.window;
  page.setDefaultTimeout(10_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

afterAll(() => desk.close());

const dialog = () => page.locator('dialog[open]');
const menu = () => page.locator('.menu:popover-open');

async function closeDialog(): Promise<void> {
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
}

/** What comes after a moment, such as the values of a column, is waited for. */
const expectSoon = (factor: number): Promise<void> =>
  expect.poll(() => hardToReach(page), { message: `at ${factor * 100} %`, timeout: 5_000 }).toEqual([]);

/** Ends as large as it began, which is where the next step is done. */
async function expectReachable(): Promise<void> {
  for (const { factor, content } of [...WINDOWS].reverse()) {
    await zoomTo(desk.app, page, factor, content);
    await page.mouse.move(0, 0);
    await expectSoon(factor);
  }
}

async function expectRows(): Promise<void> {
  for (const { factor, content } of [...WINDOWS].reverse()) {
    await zoomTo(desk.app, page, factor, content);
    await expect.poll(() => rowsInSight(page), { message: `at ${factor * 100} %` }).toBeGreaterThanOrEqual(3);
  }
}

describe('at 400 %, everything can be got at on', () => {
  it('the start', async () => {
    await command(page, 'file.import').waitFor();
    await expectReachable();
  });

  it('no screen on which something is covered or runs out of the window', async () => {
    const planted = await page.evaluate(() => {
      const button = document.querySelector('.start [data-command="file.import"]');
      const cover = document.createElement('div');
      cover.style.cssText = 'position:fixed;inset:0';
      document.body.append(cover);
      const long = document.createElement('p');
      long.style.cssText = 'width:2000px';
      long.textContent = 'planted';
      button?.closest('main')?.append(long);
      return button !== null;
    });
    expect(planted).toBe(true);
    const faults = (await hardToReach(page)).join('\n');
    expect(faults).toMatch(/can’t be hit: .*Import/);
    expect(faults).toContain('is wider than its place');
    await page.evaluate(() => {
      document.body.lastElementChild?.remove();
      document.querySelector('main')?.lastElementChild?.remove();
    });
  });

  it('the sheet', async () => {
    await page.locator('.start [data-command="file.sample"]').click();
    await cellAt(page, 0, 'line').waitFor();
    await page.locator('.tab[data-tab="warnings"]').waitFor();
    await expectReachable();
    await expectRows();
  });

  it('how the file was read', async () => {
    await page.locator('.strip [data-command="file.options"]').click();
    await dialog().waitFor();
    await expectReachable();
    await closeDialog();
  });

  it('the mapping', async () => {
    await command(page, 'view.mapping').click();
    await dialog().waitFor();
    await expectReachable();
    await page.locator('[data-blank="billing_address keep"]').click();
    await expectReachable();
    await page.locator('dialog .dialog-foot .button-primary').click();
    await dialog().waitFor({ state: 'detached' });
  });

  it('the connections, and adding one', async () => {
    await page.locator('button.chip').click();
    await dialog().waitFor();
    await expectReachable();
    await closeDialog();
  });

  it('the sheet with its dry run, and what it comes to', async () => {
    await dryRun(page);
    await expectReachable();
    await expectRows();
  });

  it('a row with its findings, its changes and its request', async () => {
    await cellAt(page, 2, 'state').click();
    await page.locator('.inspector .request').first().waitFor();
    await expectReachable();
    await expectRows();
  });

  it('the settings', async () => {
    await page.keyboard.press('ControlOrMeta+,');
    await dialog().waitFor();
    await expectReachable();
    await closeDialog();
  });

  it('the list of shortcuts', async () => {
    await page.keyboard.press('F1');
    await dialog().waitFor();
    await expectReachable();
    await closeDialog();
  });

  it('the menu of a cell', async () => {
    for (const { factor, content } of WINDOWS) {
      await zoomTo(desk.app, page, factor, content);
      await cellAt(page, 1, ZIP).click();
      await page.keyboard.press('Shift+F10');
      await menu().waitFor();
      await expectSoon(factor);
      await page.keyboard.press('Escape');
    }
  });

  it('the menu of a column, with its filter', async () => {
    for (const { factor, content } of WINDOWS) {
      await zoomTo(desk.app, page, factor, content);
      await cellAt(page, 0, ZIP).click();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Shift+F10');
      await menu().waitFor();
      await expectSoon(factor);
      await page.keyboard.press('Escape');
    }
  });

  it('the menu of reports', async () => {
    for (const { factor, content } of WINDOWS) {
      await zoomTo(desk.app, page, factor, content);
      await page.locator('.menu-button').click();
      await menu().waitFor();
      await expectSoon(factor);
      await page.keyboard.press('Escape');
    }
  });

  it('the list of findings, with finding and replacing', async () => {
    await command(page, 'view.findings').click();
    await page.locator('.findings-panel .kinds li').first().waitFor();
    await page.keyboard.press('ControlOrMeta+h');
    await page.locator('.find-bar').waitFor();
    await page.keyboard.type('a');
    await expectReachable();
    await expectRows();
  });

  it('all that a replacement would change', async () => {
    await page.locator('[data-find="replacement"]').fill('e');
    await page.locator('[data-find="replace-all"]').click();
    await page.locator('.preview-table tbody tr').first().waitFor();
    await expectReachable();
    await closeDialog();
    await page.locator('.find-close').click();
    await command(page, 'view.findings').click();
  });

  it('the question before applying', async () => {
    await command(page, 'run.apply').click();
    await dialog().waitFor();
    await expectReachable();
  });

  it('the run when it has ended', async () => {
    await page.locator('[data-confirm="apply"]').click();
    await untilDone(page);
    await expectReachable();
    await expectRows();
  });

  it('the history, with a run, its rows and the question before it is deleted', async () => {
    await command(page, 'view.history').click();
    await page.locator('[data-history]').first().click();
    await page.locator('.history-table tbody tr').first().waitFor();
    await expectReachable();
    await page.locator('[data-do="delete"]').click();
    await expectReachable();
  });

  it('the plan that takes the run back', async () => {
    await page.locator('[data-question="delete"] button').first().click();
    await page.locator('[data-do="undo"]').click();
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(() => command(page, 'run.apply').isEnabled(), { timeout: 30_000 }).toBe(true);
    await expectReachable();
    await expectRows();
  });

  it('what a live key is asked before it applies', async () => {
    const ids = desk.server.customers().slice(0, 3);
    const rows = ids.map(({ id }, row) => [id, `${row + 1} Elm Street`]);
    const table = [['Customer ID', 'Bill To Street'], ...rows];
    await planTable(desk, 'moves.csv', table, 'sk_live_practice');
    await command(page, 'run.apply').click();
    await page.locator('dialog.is-live').waitFor();
    await expectReachable();
  });
});
