import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type PracticeOptions, type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { type Launched, launchApp } from './support/launch.ts';
import { chooseInMenu } from './support/native-menu.ts';
import { updatesSent } from './support/updates-sent.ts';
import {
  addConnection,
  apply,
  closeMapping,
  command,
  dryRun,
  expectTabs,
  importFile,
  untilDone,
} from './support/workspace.ts';

const ROWS = 8;
/** However slow the machine. */
const PATIENT = { timeout: 10_000 };

/** What a person finds in the settings and the connections, and does there. */
let launched: Launched;
let page: Page;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-settings-'));
  await start();
});

afterEach(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function start(): Promise<void> {
  launched = await launchApp({ profile: folder });
  page = launched.window;
  // The theme is the app's own; Playwright would otherwise have one.
  await page.emulateMedia({ colorScheme: null });
  await page.locator('button.chip').waitFor();
}

/** Waits until a setting is on the disk, and starts the app anew. */
async function restart(kept: string): Promise<void> {
  await expect.poll(() => readFileSync(join(folder, 'settings.json'), 'utf8'), PATIENT).toContain(kept);
  await launched.close();
  await start();
}

async function practice(options: PracticeOptions = {}): Promise<PracticeServer> {
  const server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY, ...options });
  onTestFinished(() => server.close());
  return server;
}

/** The host has said what was chosen. */
const untilStarted = (): Promise<void> =>
  expect.poll(() => command(page, 'view.settings').isEnabled(), PATIENT).toBe(true);

async function openSettings(): Promise<void> {
  await untilStarted();
  await page.keyboard.press('ControlOrMeta+,');
  await setting('theme').waitFor();
}

const setting = (name: string): Locator => page.locator(`[data-setting="${name}"]`);

async function closeDialog(): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
}

async function openConnections(): Promise<void> {
  await page.locator('button.chip').click();
  await page.locator('.connections').waitFor();
}

const item = (name: string): Locator => page.locator(`li[data-connection="${name}"]`);
const tested = (name: string): Locator => item(name).locator('[data-key-test]');

/** New phone numbers for the first customers of a server. */
async function importPhones(server: PracticeServer): Promise<void> {
  const path = join(folder, 'phones.csv');
  const lines = server
    .customers()
    .slice(0, ROWS)
    .map(({ id }, row) => `${id},+1 617 555 010${row}`);
  writeFileSync(path, `Customer ID,Phone\n${lines.join('\n')}\n`);
  await importFile(launched.app, page, path);
  await page.locator('[data-role-of="Phone"]').waitFor();
  await closeMapping(page);
}

describe('the settings', () => {
  it('hold at once, after a restart, and in the next run; what is out of bounds is refused with the bounds', async () => {
    const server = await practice();
    await importPhones(server);
    await openSettings();
    expect(await setting('pilotRows').inputValue()).toBe('5');
    await setting('pilotRows').fill('51');
    expect(await setting('pilotRows').getAttribute('aria-invalid')).toBe('false');
    await page.keyboard.press('Tab');
    expect(await page.locator('.setting [role=alert]').innerText()).toBe(
      'Only whole numbers from 0 to 50. 5 still holds.',
    );
    expect(await setting('pilotRows').getAttribute('aria-invalid')).toBe('true');
    await setting('pilotRows').fill('2');
    await setting('rowsReadEach').fill('0');
    await setting('freshnessSeconds').fill('90');
    await setting('concurrency').fill('7');
    await page.locator('[data-default="concurrency"]').click();
    expect(await setting('concurrency').inputValue()).toBe('4');
    expect(await setting('concurrency').evaluate((input) => input === document.activeElement)).toBe(true);
    await closeDialog();
    await restart('"freshnessSeconds": 90');

    await openSettings();
    expect(await setting('pilotRows').inputValue()).toBe('2');
    expect(await setting('freshnessSeconds').inputValue()).toBe('90');
    await closeDialog();
    await page.locator('.sessions').getByRole('button', { name: 'as you left it' }).click();
    await addConnection(page, server.baseUrl, 'sk_live_practice');
    await dryRun(page);
    await command(page, 'run.apply').click();
    const facts = await page.locator('.apply-facts').innerText();
    expect(facts).toContain('read again at most 90 seconds before it is written');
    expect(facts).toContain('The first 2 are written');
    for (const warning of await page.locator('.warnings input').all()) await warning.check();
    await page.locator('[name="reason"]').fill('FIN-1234');
    await page.locator('.type-number input').fill(String(ROWS));
    await page.locator('[data-confirm="apply"]').click();
    await page.locator('.status-paused').waitFor();
    await expectTabs(page, { applied: 2 });
    expect(updatesSent(server)).toHaveLength(2);

    await openSettings();
    await setting('pilotRows').fill('4');
    await closeDialog();
    await command(page, 'run.resume').click();
    await untilDone(page);
    await expectTabs(page, { applied: ROWS });
  });

  it('have light, dark and more contrast, for the page and the window around it, from the start', async () => {
    const isDark = (): Promise<boolean> =>
      page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    const background = (): Promise<string> =>
      launched.app.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor() ?? '',
      );
    const colour = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).color);
    await openSettings();
    for (const [theme, dark] of [
      ['dark', true],
      ['light', false],
      ['dark', true],
    ] as const) {
      await setting('theme').selectOption(theme);
      await expect.poll(isDark, PATIENT).toBe(dark);
      await expect.poll(background, PATIENT).toMatch(dark ? /^#1b1c1f$/i : /^#ffffff$/i);
    }
    const usual = await colour();
    await setting('contrast').selectOption('more');
    await expect.poll(colour, PATIENT).toBe('rgb(255, 255, 255)');
    expect(usual).not.toBe('rgb(255, 255, 255)');
    await restart('"contrast": "more"');
    await expect.poll(isDark, PATIENT).toBe(true);
    await expect.poll(background, PATIENT).toMatch(/^#1b1c1f$/i);
    await expect.poll(colour, PATIENT).toBe('rgb(255, 255, 255)');
  });

  it('follow a system that asks for more contrast', async () => {
    const contrast = (): Promise<string | undefined> =>
      page.evaluate(() => document.documentElement.dataset['contrast']);
    await expect.poll(contrast, PATIENT).toBe('usual');
    await page.emulateMedia({ contrast: 'more' });
    await expect.poll(contrast, PATIENT).toBe('more');
    await page.emulateMedia({ contrast: 'no-preference' });
    await expect.poll(contrast, PATIENT).toBe('usual');
  });

  it('open from the native menu', async () => {
    await untilStarted();
    await chooseInMenu(launched.app, 'view.settings');
    await expect.poll(() => setting('theme').count(), PATIENT).toBe(1);
  });
});

describe('a connection', () => {
  it('is tested when it is added and when asked, and a wrong key is said to be rejected', async () => {
    const server = await practice({ keys: ['sk_test_right', 'sk_test_later'] });
    await addConnection(page, server.baseUrl, 'sk_test_wrong');
    expect(await page.locator('.notice-error').innerText()).toContain('Atlas rejected this key');
    await openConnections();
    expect(await tested('Finance practice').innerText()).toContain('rejected');

    const used = item('Finance practice');
    await used.locator('[data-do="replace"]').click();
    await page.keyboard.type('sk_test_right');
    await page.keyboard.press('Enter');
    await page.locator('[name="newKey"]').waitFor({ state: 'detached' });
    await expect
      .poll(() => tested('Finance practice').innerText(), PATIENT)
      .toBe('This key reads and writes.');
    expect(await page.locator('button.chip').innerText()).toContain('…ight');

    server.setWriting(403);
    await used.locator('[data-do="test"]').click();
    await expect.poll(() => tested('Finance practice').innerText(), PATIENT).toContain('reads only');
    await server.close();
    await used.locator('[data-do="test"]').click();
    await expect
      .poll(() => tested('Finance practice').innerText(), PATIENT)
      .toContain('the connection was refused');
    expect(updatesSent(server)).toEqual([]);
  });

  it('that gets a LIVE key says so before and after, and is LIVE everywhere', async () => {
    const server = await practice();
    await importPhones(server);
    await addConnection(page, server.baseUrl);
    await dryRun(page);
    await openConnections();
    await item('Finance practice').locator('[data-do="replace"]').click();
    await page.locator('[name="newKey"]').fill('sk_live_practice');
    expect(await page.locator('[data-becomes="LIVE"]').innerText()).toContain('real customers');
    await page.getByRole('button', { name: 'Replace with LIVE key' }).click();
    await page.locator('[name="newKey"]').waitFor({ state: 'detached' });
    expect(await item('Finance practice').locator('.mode').innerText()).toBe('LIVE');
    expect(
      await item('Finance practice')
        .locator('[data-do="replace"]')
        .evaluate((button) => button === document.activeElement),
    ).toBe(true);
    await closeDialog();
    expect(await page.locator('button.chip').innerText()).toContain('LIVE');
    expect(await page.locator('.notice').innerText()).toContain('LIVE from now on');
    // What was planned with the old key can't be applied with the new one.
    expect(await command(page, 'run.apply').isDisabled()).toBe(true);
    await dryRun(page);
    expect(updatesSent(server)).toEqual([]);
  });

  it('is renamed in place, and removed only when asked twice', async () => {
    const server = await practice();
    await addConnection(page, server.baseUrl);
    await openConnections();
    await item('Finance practice').locator('[data-do="rename"]').click();
    await page.keyboard.type('Accounts');
    await page.keyboard.press('Enter');
    await item('Accounts').waitFor();
    expect(await page.locator('button.chip').innerText()).toContain('Accounts');

    await item('Accounts').locator('[data-do="remove"]').click();
    const question = page.locator('[role="alertdialog"]');
    expect(await question.innerText()).toContain('can’t be got back');
    // Keeping it is the default, and Escape takes back the question only.
    await page.keyboard.press('Enter');
    await question.waitFor({ state: 'detached' });
    await item('Accounts').locator('[data-do="remove"]').click();
    await question.waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await item('Accounts').count()).toBe(1);
    await item('Accounts').locator('[data-do="remove"]').click();
    await page.locator('[data-confirm="remove"]').click();
    await item('Accounts').waitFor({ state: 'detached' });
    await closeDialog();
    expect(await page.locator('button.chip').innerText()).toContain('No connection');
  });
});

describe('the practice server', () => {
  it('starts over: what was practised is gone, and a dry run has to be made anew', async () => {
    await command(page, 'file.sample').click();
    await expect.poll(() => page.locator('button.chip').innerText(), PATIENT).toContain('Practice server');
    await command(page, 'view.mapping').click();
    await page.locator('[data-blank="billing_address keep"]').click();
    await closeMapping(page);
    await dryRun(page);
    const planned = await command(page, 'run.apply').innerText();
    await apply(page);
    await untilDone(page);

    await openConnections();
    await page.locator('[data-do="reset"]').click();
    await page.locator('[data-confirm="reset"]').click();
    await page.locator('[data-confirm="reset"]').waitFor({ state: 'detached' });
    expect(await page.locator('.connections [role="status"]').first().innerText()).toContain('as in the');
    await closeDialog();
    expect(await page.locator('.notice').innerText()).toContain('as in the beginning');
    expect(await command(page, 'run.apply').isDisabled()).toBe(true);
    await dryRun(page);
    expect(await command(page, 'run.apply').innerText()).toBe(planned);
  });
});
