import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { type Launched, launchApp } from './support/launch.ts';
import { updatesSent } from './support/updates-sent.ts';
import {
  addConnection,
  apply,
  cellAt,
  closeMapping,
  dryRun,
  expectTabs,
  importFile,
  showCell,
  typeInCell,
  untilDone,
} from './support/workspace.ts';

const ROWS = 120;
const PHONE = 1;
const CITY = 2;

/** The app, killed without a warning as the system would when it runs out of memory. */
let launched: Launched;
let page: Page;
let server: PracticeServer;
let profile: string;
let isRunning = false;
/** Ids of the sheet's customers, in its order. */
let ids: readonly string[];

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'patchsheet-kill-'));
  server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY, latencyMs: 40 });
  ids = server
    .customers()
    .filter(({ billing_address: address }) => typeof address?.['city'] === 'string')
    .slice(0, ROWS)
    .map(({ id }) => id);
  await start();
  const lines = ids.map((id, row) => `${id},${phoneOf(row)},${cityOf(row)}`);
  const path = join(profile, 'corrections.csv');
  writeFileSync(path, `Customer ID,Phone,Bill To City\n${lines.join('\n')}\n`);
  await importFile(launched.app, page, path);
  await page.locator('[data-role-of="Phone"]').waitFor();
  await closeMapping(page);
});

afterEach(async () => {
  if (isRunning) await launched.close();
  await server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

const phoneOf = (row: number): string => `+1 617 555 ${String(row).padStart(4, '0')}`;
const cityOf = (row: number): string => `Fictional ${row}`;

async function start(): Promise<void> {
  launched = await launchApp({ profile });
  page = launched.window;
  isRunning = true;
}

async function kill(): Promise<void> {
  const closed = launched.app.waitForEvent('close');
  launched.app.process().kill('SIGKILL');
  await closed;
  isRunning = false;
}

/** Opens what the start screen offers. */
async function openAgain(edits: string): Promise<void> {
  const offered = page.locator('.sessions li');
  await offered.waitFor();
  expect(await offered.count()).toBe(1);
  expect(await offered.innerText()).toContain('corrections.csv');
  expect(await offered.innerText()).toContain(edits);
  await offered.getByRole('button', { name: 'Open' }).click();
  await cellAt(page, 0, 'line').waitFor();
}

const savedAt = async (): Promise<string | undefined> =>
  /Saved ([\d:]+)/.exec(await page.locator('.status').innerText())?.[1];

const patches = () => updatesSent(server);

describe('an app killed in the middle of editing', () => {
  it('offers the sheet again with every edit that was said to be saved', async () => {
    const edits = [
      [3, PHONE, '+49 30 111'],
      [7, CITY, 'Düsseldorf'],
      [8, PHONE, '[clear]'],
      [3, PHONE, '+49 30 222'],
    ] as const;
    for (const [row, column, text] of edits) await typeInCell(page, await showCell(page, row, column), text);
    await expect.poll(savedAt).toBeDefined();
    // The clock in the window goes by seconds: a later edit has to show another time.
    await page.waitForTimeout(1_100);
    const before = await savedAt();
    await typeInCell(page, await showCell(page, 9, CITY), 'Köln');
    await expect.poll(savedAt, { interval: 5 }).not.toBe(before);
    await kill();

    await start();
    await openAgain('5 edits');
    for (const [row, column, text] of [...edits.slice(1), [9, CITY, 'Köln'] as const]) {
      const cell = await showCell(page, row, column);
      await expect.poll(() => cell.innerText()).toBe(text === '[clear]' ? 'clear' : text);
      expect(await cell.getAttribute('class')).toContain('cell-changed');
    }
    expect(await page.locator('.cell-changed').count()).toBe(4);
    await typeInCell(page, await showCell(page, 10, CITY), 'Bonn');
    await expect.poll(savedAt).toBeDefined();
  });
});

describe('an app killed in the middle of a run', () => {
  it('goes on with what is left, and writes nobody twice with something else', async () => {
    await addConnection(page, server.baseUrl);
    await typeInCell(page, await showCell(page, 0, CITY), 'Corrected');
    await dryRun(page);
    await expectTabs(page, { update: ROWS });
    await apply(page);
    await expect.poll(() => patches().length, { interval: 10, timeout: 20_000 }).toBeGreaterThan(30);
    await kill();

    await start();
    const offered = page.locator('[data-run]');
    await offered.waitFor();
    expect(await offered.innerText()).toContain('corrections.csv');
    // What it says ended was written, and what was written either ended or is to be looked up.
    const [, ended = '', toLookUp = '0'] =
      /(\d+) of 120 rows ended(?:, (\d+) to look up)?/.exec(await offered.innerText()) ?? [];
    const written = new Set(
      patches()
        .filter(({ isCommitted }) => isCommitted)
        .map(({ path }) => path),
    ).size;
    expect(written).toBeLessThan(ROWS);
    expect(Number(ended)).toBeGreaterThan(20);
    expect(Number(ended)).toBeLessThanOrEqual(written);
    expect(Number(ended) + Number(toLookUp)).toBeGreaterThanOrEqual(written);
    // What is known of each row, before anything is sent again.
    await page.locator('[data-rows-of]').click();
    await page.locator('.history-table tbody tr').first().waitFor();
    expect(await page.locator('.history-table tbody tr', { hasText: 'applied' }).count()).toBeGreaterThan(20);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    const sentBefore = patches().length;
    const goOn = offered.getByRole('button', { name: 'Go on' });
    // A key that could not be encrypted here is forgotten, and without it nothing is sent.
    if ((await page.locator('button.chip').innerText()).includes('No connection')) {
      await goOn.click();
      await page.locator('dialog').waitFor();
      await page.keyboard.press('Escape');
      expect(patches()).toHaveLength(sentBefore);
      await addConnection(page, server.baseUrl);
    }
    await goOn.click();
    await untilDone(page);

    await expectTabs(page, { all: ROWS, applied: ROWS });
    expect(
      ids.map((id) => server.customer(id)).map((now) => [now?.phone, now?.billing_address?.['city']]),
    ).toEqual(ids.map((_, row) => [phoneOf(row), row === 0 ? 'Corrected' : cityOf(row)]));
    const bodies = Map.groupBy(patches(), ({ path }) => path);
    expect(bodies.size).toBe(ROWS);
    expect(
      [...bodies.values()].filter((sent) => new Set(sent.map(({ bodyText }) => bodyText)).size > 1),
    ).toEqual([]);
  });
});
