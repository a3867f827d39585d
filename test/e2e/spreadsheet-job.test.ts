import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeClipboard } from './support/clipboard.ts';
import { type Desk, firstIds, openDesk } from './support/desk.ts';
import {
  addConnection,
  apply,
  cellAt,
  closeMapping,
  command,
  dryRun,
  expectTabs,
  importFile,
  untilDone,
} from './support/workspace.ts';

const ROWS = 12;
const [STREET, CITY, ZIP] = [1, 2, 4];
const HEADER =
  'customer_id,billing_address.line1,billing_address.city,billing_address.state,billing_address.postal_code,billing_address.country';

let desk: Desk;
let page: Page;
let ids: readonly string[];

beforeAll(async () => {
  desk = await openDesk();
  page = desk.window;
  ids = firstIds(desk, ROWS);
  const rows = ids.map(
    (id, row) => `${id},${row + 1} Elm Street,Boston,MA,${row % 2 === 0 ? '2115' : '02115'},US`,
  );
  writeFileSync(join(desk.folder, 'edits.csv'), [HEADER, ...rows].join('\r\n'));
  await page.locator('.drop-box').waitFor();
  return desk.close;
});

const textsOf = async (column: number): Promise<readonly string[]> => {
  const texts: string[] = [];
  for (let row = 0; row < ROWS; row++) texts.push(await cellAt(page, row, column).innerText());
  return texts;
};
const find = (part: string): Locator => page.locator(`[data-find="${part}"]`);
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const status = (): Promise<string> => page.locator('.status').innerText();

const original = {
  streets: Array.from({ length: ROWS }, (_, row) => `${row + 1} Elm Street`),
  cities: Array.from({ length: ROWS }, () => 'Boston'),
};

/** Steps of one person with one sheet, by keys, mouse and clipboard. */
describe('a job as finance does it', () => {
  it('pastes a block, fills it down, replaces a word everywhere, and takes all of it back', async () => {
    await importFile(desk.app, page, join(desk.folder, 'edits.csv'));
    await closeMapping(page);
    await writeClipboard(desk.app, '1 Oak Street\tQuincy\r\n2 Oak Street\t"Quincy"\r\n');
    await cellAt(page, 0, STREET).click();
    await press('ControlOrMeta+v');
    await expect.poll(() => cellAt(page, 1, CITY).innerText()).toBe('Quincy');

    await cellAt(page, 1, CITY).click();
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'ControlOrMeta+d');
    await expect
      .poll(() => textsOf(CITY))
      .toEqual([...Array<string>(4).fill('Quincy'), ...original.cities.slice(4)]);

    await press('ControlOrMeta+h');
    await find('text').fill('Street');
    await find('replacement').fill('Avenue');
    await find('replace-all').click();
    await page.locator('[data-confirm="changes"]').click();
    await expect
      .poll(() => textsOf(STREET))
      .toEqual([
        '1 Oak Avenue',
        '2 Oak Avenue',
        ...original.streets.slice(2).map((street) => street.replace('Street', 'Avenue')),
      ]);
    await find('text').press('Escape');

    for (let step = 0; step < 3; step++) await command(page, 'edit.undo').click();
    await expect.poll(() => textsOf(STREET)).toEqual(original.streets);
    await expect.poll(() => textsOf(CITY)).toEqual(original.cities);
    expect(await command(page, 'edit.undo').isDisabled()).toBe(true);
  });

  it('pastes below a filter into the rows it shows, and into no other', async () => {
    await page.locator(`.ag-header-cell[col-id="c${ZIP}"]`).click({ button: 'right' });
    await page.getByRole('checkbox', { name: '02115' }).click();
    await expect.poll(status).toContain(`${ROWS / 2} of ${ROWS} rows`);
    await press('Escape');
    await writeClipboard(desk.app, 'Salem\r\nLynn\r\n');
    await cellAt(page, 0, CITY).click();
    await press('ControlOrMeta+v');
    await expect.poll(() => cellAt(page, 1, CITY).innerText()).toBe('Lynn');
    await page.locator('[data-out-of-sight="rows"]').click();
    await expect.poll(status).toContain(`${ROWS} rows`);
    await expect
      .poll(() => textsOf(CITY))
      .toEqual(['Boston', 'Salem', 'Boston', 'Lynn', ...original.cities.slice(4)]);
  });

  it('puts all lost zeros back at once, and what is then planned and applied is what the sheet shows', async () => {
    await expectTabs(page, { warnings: ROWS / 2 });
    await cellAt(page, 0, ZIP).click();
    await page.getByRole('button', { name: `All ${ROWS / 2} in this column…` }).click();
    await page.locator('[data-confirm="changes"]').click();
    await expect.poll(() => textsOf(ZIP)).toEqual(Array<string>(ROWS).fill('02115'));

    await addConnection(page, desk.server.baseUrl);
    await dryRun(page);
    await expectTabs(page, { all: ROWS, update: ROWS });
    await apply(page);
    await untilDone(page);
    const cities = ['Boston', 'Salem', 'Boston', 'Lynn', ...original.cities.slice(4)];
    const byId = new Map(desk.server.customers().map((customer) => [customer.id, customer]));
    for (const [row, id] of ids.entries()) {
      expect(byId.get(id)?.billing_address).toMatchObject({
        line1: original.streets[row],
        city: cities[row],
        state: 'MA',
        postal_code: '02115',
        country: 'US',
      });
    }
  });
});
