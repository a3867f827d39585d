import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk, saveReport } from './support/desk.ts';
import { updatesSent } from './support/updates-sent.ts';
import {
  addConnection,
  cellAt,
  closeMapping,
  command,
  dryRun,
  expectTabs,
  importFile,
  untilDone,
} from './support/workspace.ts';

const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await openDesk();
  page = desk.window;
  return desk.close;
});

interface Shown {
  readonly title: string;
  readonly text: string;
  /** Elements that could run or load something. */
  readonly suspects: number;
  readonly pages: number;
}

/** Opens a saved report in a window of its own, as a browser would, and prints it. */
async function shownIn(path: string): Promise<Shown> {
  return await desk.app.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false, webPreferences: { partition: 'report' } });
    try {
      await window.loadURL(url);
      const shown = (await window.webContents.executeJavaScript(`({
        title: document.title,
        text: document.body.innerText,
        suspects: document.querySelectorAll('script,img,iframe,object,embed,link,form,[onerror],[onload],[href],[src]').length,
      })`)) as Omit<Shown, 'pages'>;
      const pdf = await window.webContents.printToPDF({ pageSize: 'A4' });
      return { ...shown, pages: pdf.toString('latin1').match(/\/Type ?\/Page\b/g)?.length ?? 0 };
    } finally {
      window.destroy();
    }
  }, pathToFileURL(path).href);
}

const hashOn = (text: string): string => (/[0-9a-f]{64}/.exec(text) ?? [''])[0];

/** A sheet with a good row, one for nobody, and one whose new e-mail is taken; texts that spreadsheets change. */
function sheet(): string {
  const [first, second, third] = desk.server.customers();
  if (!first || !second || !third) throw new Error('There are no customers.');
  const header = 'customer_id,name,phone,email';
  const rows = [
    `${first.id},"${HOSTILE.replaceAll('"', '""')}",+1 617 555 0100,`,
    '00000000-0000-4000-8000-0000000000ff,=1+1,+49 30 123456,',
    `${second.id},'s-Hertogenbosch BV,0301234567,${String(third.email)}`,
  ];
  return `${[header, ...rows].join('\r\n')}\r\n`;
}

describe('reports, from the approval to the rows that failed', () => {
  let approval: Shown;

  it('saves the dry run for approval and as CSV before anything is applied', async () => {
    const file = join(desk.folder, 'moves.csv');
    writeFileSync(file, sheet());
    await addConnection(page, desk.server.baseUrl);
    await importFile(desk.app, page, file);
    for (const header of ['name', 'email']) {
      const role = page.locator('.mapping-row', { has: page.locator(`[data-role-of="${header}"]`) });
      await role.locator('select').first().selectOption('write');
    }
    await closeMapping(page);
    await dryRun(page);
    await expectTabs(page, { all: 3, update: 1, not_found: 1, blocked: 1 });

    approval = await shownIn(await saveReport(desk, 'approval.html', 'Dry run for approval'));
    const csv = readFileSync(await saveReport(desk, 'dry run.csv', 'Dry run (CSV)'), 'utf8');

    expect(approval.text).toContain('Dry run for approval');
    expect(approval.text).toContain('Approved by');
    expect(csv).toContain(hashOn(approval.text).slice(0, 8));
    expect(csv).toContain(`"'+1 617 555 0100"`);
    expect(updatesSent(desk.server)).toEqual([]);
  });

  it('shows what customers and cells hold as text: nothing in it runs', () => {
    expect(approval.text).toContain(HOSTILE);
    expect(approval.title).toBe('Dry run for approval: moves.csv');
    expect(approval.suspects).toBe(0);
    expect(approval.pages).toBeGreaterThan(0);
  });

  it('refuses to apply another plan than the approved one, and says so where it was typed', async () => {
    const hash = hashOn(approval.text);
    await command(page, 'run.apply').click();
    await page.locator('.approved-plan summary').click();
    await page.locator('[name=approved]').fill('approved');
    expect(await page.locator('[data-confirm="apply"]').isDisabled()).toBe(true);
    await page.locator('[name=approved]').fill(`${hash.startsWith('0') ? '1' : '0'}${hash.slice(1, 8)}`);
    await page.locator('[data-confirm="apply"]').click();
    await page.locator('dialog [role=alert]', { hasText: 'not the one that was approved' }).waitFor();
    expect(updatesSent(desk.server)).toEqual([]);
  });

  it('applies the approved one, and saves how every row ended', async () => {
    await page.locator('[name=approved]').fill(hashOn(approval.text).slice(0, 8));
    await page.locator('[data-confirm="apply"]').click();
    await untilDone(page);
    const report = await shownIn(await saveReport(desk, 'run.html', 'Report to print'));
    expect(report.text).toContain('Report of a run');
    expect(report.text).toContain('✓ applied');
    expect(report.text).toContain('Customer not found');
    expect(report.suspects).toBe(0);
  });

  it('copies the totals for a mail', async () => {
    await page.locator('.menu-button').click();
    await page.locator('[role=menuitem]', { hasText: 'Copy summary' }).click();
    await page.locator('.notice', { hasText: 'clipboard' }).waitFor();
    const text = await desk.app.evaluate(async ({ clipboard }) => await clipboard.readText());
    expect(text).toContain(hashOn(approval.text));
  });

  it('imports the failed rows again as they are, with the same columns and the same mapping', async () => {
    const failed = await saveReport(desk, 'failed.csv', 'Failed rows only');
    await importFile(desk.app, page, failed);
    await page.locator('[data-role-of="customer_id"]').waitFor();
    expect(await page.locator('.mapping-row').count()).toBe(4);
    await closeMapping(page);
    await expectTabs(page, { all: 2 });
    expect(await page.locator('.strip').innerText()).toContain('was written by Patchsheet');
    const texts = await Promise.all([1, 2].map((column) => cellAt(page, 0, column).innerText()));
    expect(texts).toEqual(['=1+1', '+49 30 123456']);
    expect(await cellAt(page, 1, 1).innerText()).toBe(`'s-Hertogenbosch BV`);
    expect(await cellAt(page, 1, 2).innerText()).toBe('0301234567');
  });
});
