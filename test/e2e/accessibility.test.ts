import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hurdlesOn } from './support/axe.ts';
import { type Launched, launchApp } from './support/launch.ts';
import { cellAt, closeMapping, command, dryRun, untilDone } from './support/workspace.ts';

/** Every screen of the job, in the order in which a person comes by, looked at by axe in light and in dark. */
let launched: Launched;
let page: Page;

beforeAll(async () => {
  launched = await launchApp();
  page = launched.window;
  page.setDefaultTimeout(10_000);
  // Colours in the middle of a transition are nobody’s colours.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
});

afterAll(() => launched.close());

async function expectNoHurdle(): Promise<void> {
  // What hangs over a cell goes away by itself, and half faded nobody has to read it.
  await page.mouse.move(0, 0);
  await page.locator('.ag-tooltip').waitFor({ state: 'detached' });
  expect(await hurdlesOn(page, 'all')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await hurdlesOn(page, 'colours')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

const dialog = () => page.locator('dialog[open]');

async function closeDialog(): Promise<void> {
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
}

describe('a screen without a hurdle', () => {
  it('is found wanting where it is: an input without a name', async () => {
    await command(page, 'file.import').waitFor();
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('input')));
    expect((await hurdlesOn(page, 'all')).join('\n')).toContain('label');
    await page.evaluate(() => document.querySelector('main')?.lastElementChild?.remove());
  });

  it('is the start', async () => {
    await expectNoHurdle();
  });

  it('is the sheet', async () => {
    await page.locator('.start [data-command="file.sample"]').click();
    await cellAt(page, 0, 'line').waitFor();
    await page.locator('.tab[data-tab="warnings"]').waitFor();
    await expectNoHurdle();
  });

  it('is how the file was read', async () => {
    await page.locator('.strip [data-command="file.options"]').click();
    await dialog().waitFor();
    await expectNoHurdle();
    await closeDialog();
  });

  it('is the mapping', async () => {
    await command(page, 'view.mapping').click();
    await dialog().waitFor();
    await expectNoHurdle();
    await page.locator('[data-blank="billing_address keep"]').click();
    await closeMapping(page);
  });

  it('is the connections', async () => {
    await page.locator('button.chip').click();
    await dialog().waitFor();
    await expectNoHurdle();
    await closeDialog();
  });

  it('is the sheet with its dry run, and what it comes to', async () => {
    await dryRun(page);
    await expectNoHurdle();
  });

  it('is a row with its findings, its changes and its request', async () => {
    await cellAt(page, 2, 'state').click();
    await page.locator('.inspector .request').first().waitFor();
    await expectNoHurdle();
  });

  it('is the summary with one of its figures shown', async () => {
    await command(page, 'view.summary').click();
    await page.locator('[data-figure^="field "]').first().click();
    await page.locator('[data-figure][aria-pressed="true"]').waitFor();
    await expectNoHurdle();
    await page.locator('[data-figure][aria-pressed="true"]').click();
  });

  it('is the settings', async () => {
    await page.keyboard.press('ControlOrMeta+,');
    await dialog().waitFor();
    await expectNoHurdle();
    await closeDialog();
  });

  it('is the list of shortcuts', async () => {
    await page.keyboard.press('F1');
    await dialog().waitFor();
    await expectNoHurdle();
    await closeDialog();
  });

  it('is the menu of a cell', async () => {
    await cellAt(page, 2, 0).click({ button: 'right' });
    await page.locator('.menu:popover-open').waitFor();
    await expectNoHurdle();
    await page.keyboard.press('Escape');
  });

  it('is the menu of reports', async () => {
    await page.locator('.menu-button').click();
    await page.locator('.menu:popover-open').waitFor();
    await expectNoHurdle();
    await page.keyboard.press('Escape');
  });

  it('is the list of findings', async () => {
    await command(page, 'view.findings').click();
    await page.locator('.findings-panel .kinds li').first().waitFor();
    await expectNoHurdle();
    await command(page, 'view.findings').click();
  });

  it('is finding and replacing', async () => {
    await page.keyboard.press('ControlOrMeta+h');
    await page.locator('.find-bar').waitFor();
    await expectNoHurdle();
    await page.keyboard.press('Escape');
  });

  it('is the question before applying', async () => {
    await command(page, 'run.apply').click();
    await dialog().waitFor();
    await expectNoHurdle();
  });

  it('is the run when it has ended', async () => {
    await page.locator('[data-confirm="apply"]').click();
    await untilDone(page);
    await expectNoHurdle();
  });

  it('is the history, with a run, its rows and the question before it is deleted', async () => {
    await command(page, 'view.history').click();
    await page.locator('[data-history]').first().click();
    await page.locator('.history-table tbody tr').first().waitFor();
    await expectNoHurdle();
    await page.locator('[data-do="delete"]').click();
    await expectNoHurdle();
  });
});
