import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldValue } from '../../src/core/fields.ts';
import { type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { type Launched, launchApp } from './support/launch.ts';
import {
  addConnection,
  cellAt,
  closeMapping,
  command,
  dryRun,
  expectTabs,
  importFile,
} from './support/workspace.ts';

const POSTAL = 1;
const LOST = 3;
const PART = 'billing_address.postal_code';

let server: PracticeServer;
let launched: Launched;
let page: Page;
let folder: string;
/** Postal codes that customers have, with the zero they begin with. */
let had: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-plan-warnings-'));
  server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY });
  launched = await launchApp();
  page = launched.window;
});

afterAll(async () => {
  await launched.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Each code one off and without its zero, as Excel would leave it; no country says that one is missing. */
function sheet(): string {
  const all = server.customers().map((customer) => ({ customer, code: codeOf(fieldValue(customer, PART)) }));
  const zeros = all.filter(({ code }) => /^0[1-9]\d{2}[0-7]$/.test(code)).slice(0, LOST);
  const other = all.find(({ code }) => /^[1-9]\d{3}[0-7]$/.test(code));
  had = zeros.map(({ code }) => code);
  expect(had).toHaveLength(LOST);
  const next = (code: string): string => String(Number(code) + 1);
  return [
    `customer_id,${PART}`,
    ...zeros.map(({ customer, code }) => `${customer.id},${next(code)}`),
    `${other?.customer.id},${next(other?.code ?? '')}`,
  ].join('\n');
}

const codeOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const kind = () => page.locator('[data-kind="leading_zero_lost"]');
const postalCodes = (): Promise<string[]> =>
  Promise.all(Array.from({ length: LOST }, (_, row) => cellAt(page, row, POSTAL).innerText()));

describe('what only the dry run warns of', () => {
  it('is listed with the findings of the sheet, and choosing it shows its rows alone', async () => {
    const path = join(folder, 'zeros.csv');
    writeFileSync(path, sheet());
    await importFile(launched.app, page, path);
    await closeMapping(page);
    await addConnection(page, server.baseUrl);
    await command(page, 'view.findings').click();
    expect(await kind().count()).toBe(0);
    await dryRun(page);
    await expect.poll(() => kind().innerText()).toMatch(new RegExp(`${LOST}$`));

    await kind().click();
    await expect.poll(() => cellAt(page, LOST, 'line').count()).toBe(0);
    expect(await cellAt(page, 0, 'line').innerText()).toBe('2');
    await kind().click();
    await cellAt(page, LOST, 'line').waitFor();
  });

  it('is fixed in all rows at once after a look at what that does, and one undo takes it back', async () => {
    await page.locator('[data-fix="leading_zero_lost"]').click();
    await expect.poll(() => page.locator('dialog tbody tr').count()).toBe(LOST);
    await page.locator('[data-confirm="changes"]').click();
    await expectTabs(page, { stale: LOST, update: 1 });
    await expect.poll(() => kind().count()).toBe(0);

    await dryRun(page);
    await expectTabs(page, { update: LOST + 1 });
    await expect
      .poll(async () => (await postalCodes()).map((text) => text.trim().slice(-5)))
      .toEqual(had.map((code) => String(Number(code) + 1).padStart(code.length, '0')));
    expect(await kind().count()).toBe(0);

    await command(page, 'edit.undo').click();
    await expectTabs(page, { stale: LOST });
    await expect.poll(postalCodes).toEqual(had.map((code) => String(Number(code) + 1)));
    expect(await command(page, 'edit.undo').isDisabled()).toBe(true);
  });
});
