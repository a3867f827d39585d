import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../../src/core/atlas.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { mapColumns } from './support/map-columns.ts';
import {
  addConnection,
  apply,
  cellAt,
  closeMapping,
  dryRun,
  expectTabs,
  importFile,
  untilDone,
} from './support/workspace.ts';

/** Headers that no program could know, and two that it thinks it knows. */
const HEADERS = ['Wer', 'Wohin', 'Wo', 'Nr', 'State'];
const NEW_ADDRESS = ['Hauptstr. 5', 'Köln', '50667', 'open'];
const ROWS = 4;

let customers: readonly Customer[];
let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await openDesk();
  page = desk.window;
  customers = structuredClone([...desk.server.customers()].slice(0, ROWS));
  return desk.close;
});

function sheetFile(name: string, headers: readonly string[]): string {
  const path = join(desk.folder, name);
  const rows = customers.map(({ id }) => {
    const cells = new Map(HEADERS.map((header, index) => [header, [id, ...NEW_ADDRESS][index] ?? '']));
    return headers.map((header) => cells.get(header) ?? '').join(',');
  });
  writeFileSync(path, `${[headers.join(','), ...rows].join('\n')}\n`);
  return path;
}

const roleOf = (header: string): Locator => page.locator(`[data-role-of="${header}"]`);
const fieldOf = (header: string): Locator =>
  page
    .locator('.mapping-row', { has: roleOf(header) })
    .locator('select')
    .nth(1);
const dialog = (): Locator => page.locator('dialog');
const roles = (): Promise<readonly string[]> =>
  Promise.all(HEADERS.map((header) => roleOf(header).inputValue()));

/** Each step goes on where the one before ended, as a person would. */
describe('a sheet with odd headers', () => {
  it('is proposed nothing that its names or values don’t bear out, and says why', async () => {
    await importFile(desk.app, page, sheetFile('first.csv', HEADERS));
    await roleOf('Wer').waitFor();
    // Ids are known by what they look like; a “State” that is open is none.
    expect(await roles()).toEqual(['key', 'reference', 'reference', 'reference', 'reference']);
    expect(await dialog().innerText()).toContain(
      'Called like the billing state, but its values don’t look like it',
    );
    expect(await page.locator('.last-time').count()).toBe(0);
  });

  it('is mapped by hand, from the keyboard alone', async () => {
    await roleOf('Wohin').focus();
    await page.keyboard.press('w');
    await expect.poll(() => roleOf('Wohin').inputValue()).toBe('write');
    await mapColumns(page, {
      columns: {
        Wohin: 'write:billing_address.line1',
        Wo: 'write:billing_address.city',
        Nr: 'write:billing_address.city',
      },
    });
  });

  it('says at both columns that they are written to the same field', async () => {
    const problem = page.locator('.mapping-row .inline-error', { hasText: 'only one can be' });
    await expect.poll(() => problem.count()).toBe(2);
    await mapColumns(page, { columns: { Nr: 'write:billing_address.postal_code' } });
    await expect.poll(() => problem.count()).toBe(0);
  });

  it('shows only what is written, when asked to', async () => {
    await page.locator('[data-only-written]').check();
    await expect.poll(() => page.locator('.mapping-row').count()).toBe(3);
    await page.locator('[data-only-written]').uncheck();
    await expect.poll(() => page.locator('.mapping-row').count()).toBe(HEADERS.length);
  });

  it('takes constants, and says what is wrong with one', async () => {
    await page.locator('.add-constant').click();
    const [country, email] = [page.locator('.constant').nth(0), page.locator('.constant').nth(1)];
    await expect
      .poll(() => country.locator('select').evaluate((select) => select === document.activeElement))
      .toBe(true);
    await country.locator('.constant-value').fill('DE');
    await country.locator('.constant-value').press('Enter');

    await page.locator('.add-constant').click();
    await email.locator('select').selectOption('email');
    await email.locator('.constant-value').fill('nobody');
    await email.locator('.constant-value').press('Enter');
    await expect.poll(() => email.innerText()).toContain('can’t be an e-mail address');
    // An e-mail is never cleared.
    expect(await email.locator('[type=checkbox]').isDisabled()).toBe(true);
    await email.locator('select').selectOption('billing_address.line2');
    await email.locator('[type=checkbox]').check();
    await expect.poll(() => email.locator('.inline-problem').count()).toBe(0);
    const copies = page.locator('[data-copy-billing]');
    await copies.click();
    await expect.poll(() => copies.isChecked()).toBe(true);
    expect(await page.locator('.mapping-summary').innerText()).toContain('billing country (constant)');
    await closeMapping(page);
  });

  it('shows in the dry run what constants and the copied address come to', async () => {
    await addConnection(page, desk.server.baseUrl);
    await dryRun(page);
    await expectTabs(page, { update: ROWS });
    await cellAt(page, 0, 0).click();
    const changes = page.locator('.changes');
    await changes.waitFor();
    const shown = await changes.innerText();
    expect(shown).toContain('Shipping');
    const address = { line1: 'Hauptstr. 5', city: 'Köln', postal_code: '50667', country: 'DE' };

    await apply(page);
    await untilDone(page);
    const byId = new Map(desk.server.customers().map((customer) => [customer.id, customer]));
    for (const { id, billing_address: old } of customers) {
      const { line2: _cleared, ...rest } = { ...(old as object), line2: '' };
      expect(byId.get(id)?.billing_address).toEqual({ ...rest, ...address });
      expect(byId.get(id)?.shipping_address).toEqual({ ...rest, ...address });
    }
  });

  it('is mapped as last time when its headers come again in another order, and says so', async () => {
    await importFile(desk.app, page, sheetFile('second.csv', HEADERS.toReversed()));
    await page.locator('.last-time').waitFor();
    expect(await page.locator('.last-time').innerText()).toContain('Mapping from last time');
    expect(await roles()).toEqual(['key', 'write', 'write', 'write', 'reference']);
    expect(await fieldOf('Nr').inputValue()).toBe('billing_address.postal_code');
    // What it answered then is shown and not taken over.
    expect(await page.locator('.constant').count()).toBe(0);
    expect(await page.locator('[data-copy-billing]').isChecked()).toBe(false);
    expect(await dialog().innerText()).toContain('It was so last time.');
    expect(readFileSync(join(desk.profile, 'mappings.json'), 'utf8')).not.toContain('Köln');
  });

  it('is proposed anew when that is asked for', async () => {
    await page.locator('[data-propose-anew]').click();
    await expect.poll(roles).toEqual(['key', 'reference', 'reference', 'reference', 'reference']);
    expect(await page.locator('.last-time').count()).toBe(0);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });
});
