import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startPracticeServer } from '../../src/practice/server.ts';
import { type Launched, launchApp } from './support/launch.ts';
import { updatesSent } from './support/updates-sent.ts';
import {
  addConnection,
  answerDialogs,
  apply,
  closeMapping,
  command,
  dryRun,
  expectTabs,
  goOnToMapping,
  importPanel,
  showCell,
  untilDone,
} from './support/workspace.ts';

/** Where a person could go wrong: the window says so, and nothing happens. */
let launched: Launched;
let page: Page;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-clues-'));
  launched = await launchApp();
  page = launched.window;
});

afterEach(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

async function chooseText(name: string, content: string | Uint8Array): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, content);
  await answerDialogs(launched.app, { open: path });
  await command(page, 'file.import').click();
}

async function importText(name: string, content: string | Uint8Array): Promise<void> {
  await chooseText(name, content);
  await goOnToMapping(page);
}

/** Names of the sessions' folders. */
function sessions(): readonly string[] {
  try {
    return readdirSync(join(launched.profile, 'sessions'));
  } catch {
    return [];
  }
}

const WORKBOOK = Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0, 8, 0);

describe('a workbook', () => {
  it('gets the way out in one sentence, and no session is left of it', async () => {
    await chooseText('corrections.xlsx', WORKBOOK);
    const problem = page.locator('.drop-box-problem p');
    await problem.waitFor();
    expect(await problem.innerText()).toContain(
      'in Excel choose File › Save As › “CSV UTF-8”, then import that file.',
    );
    expect(await page.locator('[data-role-of]').count()).toBe(0);
    expect(sessions()).toEqual([]);
  });

  it('is forgotten once a good file comes', async () => {
    await chooseText('corrections.xlsx', WORKBOOK);
    await page.locator('.drop-box-problem').waitFor();
    await importText('corrections.csv', 'Customer ID,Phone\na,1\n');
    await page.locator('[data-role-of="Phone"]').waitFor();
    expect(sessions()).toHaveLength(1);
    expect(await page.locator('[role=alert]').count()).toBe(0);
  });
});

describe('a quotation mark that is never closed', () => {
  it('is shown with its line, and keeps the file out of the dry run', async () => {
    const server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY });
    onTestFinished(() => server.close());
    const [customer] = server.customers();
    await chooseText('open.csv', `Customer ID,Phone\na,1\n${customer?.id},"2\nc,3\n`);
    expect(await importPanel(page).locator('.reading-error').innerText()).toMatch(/^Line 3: .+ never closed/);
    await page.getByRole('button', { name: 'Look at it anyway' }).click();
    expect(await page.locator('.strip-error').innerText()).toMatch(/^Line 3: .+ never closed/);
    await addConnection(page, server.baseUrl);

    await command(page, 'plan.make').click();

    await page.locator('.notice-error', { hasText: 'Line 3: ' }).waitFor();
    expect(await command(page, 'run.apply').isDisabled()).toBe(true);
    expect(server.requests().filter(({ path }) => path.includes(customer?.id ?? ''))).toEqual([]);
  });
});

describe('a whole export', () => {
  it('writes nothing until a column is chosen', async () => {
    const server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY });
    onTestFinished(() => server.close());
    const [first, second] = server.customers();
    const header = 'id,object,created,name,email,phone,description,livemode';
    const rowOf = (customer: typeof first): string =>
      `${customer?.id},customer,1700000000,,,+1 617 555 0100,As it was three weeks ago,false`;
    await importText('export.csv', `${header}\n${rowOf(first)}\n${rowOf(second)}\n`);
    await page.locator('.callout', { hasText: 'whole export' }).waitFor();
    expect(await page.locator('.mapping-row.role-write').count()).toBe(0);
    expect(await page.locator('.mapping-summary').innerText()).toBe('Nothing will be written yet.');
    await closeMapping(page);
    await addConnection(page, server.baseUrl);
    const asked = server.requests().length;

    await command(page, 'plan.make').click();
    await page.locator('[data-role-of="phone"]').waitFor();
    expect(server.requests()).toHaveLength(asked);

    await page.locator('[data-role-of="phone"]').selectOption('write');
    await expect.poll(() => page.locator('.mapping-summary').innerText()).toContain('phone');
    await closeMapping(page);
    await dryRun(page);
    expect(await command(page, 'run.apply').innerText()).toContain('2');
    await (await showCell(page, 0, 5)).locator('ins').waitFor();
    expect(await (await showCell(page, 0, 6)).locator('ins').count()).toBe(0);

    await apply(page);
    await untilDone(page);
    const bodies = updatesSent(server).map(({ body }) => body);
    expect(bodies).toEqual([{ phone: '+1 617 555 0100' }, { phone: '+1 617 555 0100' }]);
  });
});

describe('a LIVE connection', () => {
  /** New phone numbers for the first customers, dry-run with a live key. */
  async function plannedLive(rows: number) {
    const server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY });
    onTestFinished(() => server.close());
    const ids = server.customers().map(({ id }) => id);
    const lines = ids.slice(0, rows).map((id, index) => `${id},+1 617 555 010${index}`);
    await importText('live.csv', `Customer ID,Phone\n${lines.join('\n')}\n`);
    await page.locator('[data-role-of="Phone"]').waitFor();
    await closeMapping(page);
    await addConnection(page, server.baseUrl, 'sk_live_practice');
    expect(await page.locator('button.chip').innerText()).toContain('LIVE');
    await dryRun(page);
    return { server, ids };
  }

  it('writes five rows first, and the rest only when somebody has looked', async () => {
    const { server } = await plannedLive(8);
    const written = () => updatesSent(server).length;
    await command(page, 'run.apply').click();
    for (const warning of await page.locator('.warnings input').all()) await warning.check();
    await page.locator('[name="reason"]').fill('FIN-1234');
    await page.locator('.type-number input').fill('8');
    await page.locator('[data-confirm="apply"]').click();

    const paused = page.locator('.status-paused');
    await paused.waitFor();
    expect(await paused.innerText()).toContain('Look at them');
    await expectTabs(page, { applied: 5 });
    expect(written()).toBe(5);

    await command(page, 'run.resume').click();
    await untilDone(page);
    await expectTabs(page, { applied: 8 });
    expect(written()).toBe(8);
  });

  it('is applied to only when the number of customers was typed, and refuses another one', async () => {
    const { server, ids } = await plannedLive(3);

    await command(page, 'run.apply').click();
    const confirm = page.locator('[data-confirm="apply"]');
    const typed = page.locator('.type-number input');
    for (const warning of await page.locator('.warnings input').all()) await warning.check();
    expect(await confirm.isDisabled()).toBe(true);
    await typed.fill('2');
    expect(await confirm.isDisabled()).toBe(true);
    expect(await page.locator('.type-number').innerText()).toContain('does not match');
    await typed.press('Enter');
    expect(await page.locator('dialog').count()).toBe(1);
    expect(updatesSent(server)).toEqual([]);

    await typed.fill('3');
    expect(await page.locator('[data-confirm="apply"]').isEnabled()).toBe(false);
    await page.locator('[name="reason"]').fill('FIN-1234');
    await confirm.click();
    await untilDone(page);
    await expectTabs(page, { applied: 3 });
    expect(updatesSent(server)).toHaveLength(3);
    expect(ids.slice(0, 3).map((id) => server.customer(id)?.phone)).toEqual([
      '+1 617 555 0100',
      '+1 617 555 0101',
      '+1 617 555 0102',
    ]);
  });
});

describe('a key that is revoked in the middle of a run', () => {
  it('ends it at once, and a new key of the account goes on with what is left', async () => {
    const server = await startPracticeServer({
      rateLimit: Number.POSITIVE_INFINITY,
      latencyMs: 60,
      keys: ['sk_test_old', 'sk_test_new'],
    });
    onTestFinished(() => server.close());
    const rows = 40;
    const ids = server.customers().map(({ id }) => id);
    const phoneOf = (row: number): string => `+1 617 555 ${String(row).padStart(4, '0')}`;
    const lines = ids.slice(0, rows).map((id, row) => `${id},${phoneOf(row)}`);
    await importText('phones.csv', `Customer ID,Phone\n${lines.join('\n')}\n`);
    await closeMapping(page);
    await addConnection(page, server.baseUrl, 'sk_test_old');
    await dryRun(page);
    await apply(page);
    const written = () => updatesSent(server).filter(({ status }) => status === 200);
    await expect.poll(() => written().length, { interval: 10 }).toBeGreaterThan(5);
    server.revokeKey('sk_test_old');
    const goOn = page.locator('[data-go-on]');
    await goOn.waitFor();
    expect(written().length).toBeLessThan(rows);
    expect(await page.locator('.status').innerText()).toContain('key');

    await addConnection(page, server.baseUrl, 'sk_test_new');
    await goOn.click();
    await untilDone(page);
    await expectTabs(page, { all: rows, applied: rows });
    expect(ids.slice(0, rows).map((id) => server.customer(id)?.phone)).toEqual(
      ids.slice(0, rows).map((_, row) => phoneOf(row)),
    );
    expect(written()).toHaveLength(rows);
  });
});

describe('a zero that only the customer’s own postal code shows to be lost', () => {
  it('is offered beside the warning of the dry run, and the row waits for another one', async () => {
    await command(page, 'file.sample').click();
    const lost = page.locator('.ag-row', { has: page.locator('[col-id="line"]', { hasText: /^11$/ }) });
    await lost.first().waitFor();
    await command(page, 'view.mapping').click();
    await page.locator('[data-blank="billing_address keep"]').click();
    await closeMapping(page);
    await dryRun(page);
    await lost.first().locator('[col-id^="c"]').first().click();
    await page.getByRole('button', { name: 'Use “02138”' }).click();
    await expectTabs(page, { stale: 1 });
    await dryRun(page);
    await page.locator('.changes', { hasText: '02138' }).waitFor();
    expect(await page.getByRole('button', { name: 'Use “02138”' }).count()).toBe(0);
  });
});
