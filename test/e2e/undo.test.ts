import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Customer } from '../../src/core/atlas.ts';
import { differences } from '../fixtures/expectation.ts';
import { type Desk, openDesk, planTable } from './support/desk.ts';
import { apply, cellAt, command, expectTabs, untilDone } from './support/workspace.ts';

const ROWS = 12;
/** What is said of a field that the undo leaves as it is. */
const WARNING = 'changed after the run from “+1 617 555 0002” to “+44 20 7946 0000”';

let desk: Desk;
let page: Page;
let before: readonly Customer[];
/** Of the customers of the sheet, in its order. */
let ids: readonly string[];

beforeEach(async () => {
  desk = await openDesk();
  page = desk.window;
  before = structuredClone([...desk.server.customers()]);
  ids = before
    .filter(({ billing_address: address, metadata }) => address && metadata)
    .slice(0, ROWS)
    .map(({ id }) => id);
  return desk.close;
});

/** Sets fields of every kind: a plain one, one inside an address, a new key of the metadata, and clears one. */
async function ran(): Promise<void> {
  await planTable(desk, 'corrections.csv', [
    ['customer_id', 'phone', 'billing_address.city', 'metadata.region', 'description'],
    ...ids.map((id, row) => [
      id,
      `+1 617 555 ${String(row).padStart(4, '0')}`,
      `Fictional ${row}`,
      'north',
      '[clear]',
    ]),
  ]);
  await expectTabs(page, { all: ROWS, update: ROWS });
  await apply(page);
  await untilDone(page);
  await expectTabs(page, { all: ROWS, applied: ROWS });
  expect(differences(before, desk.server.customers()).length).toBeGreaterThan(2 * ROWS);
}

/** Opens the history and takes the newest run in it back: that makes a plan. */
async function undoPlanned(): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+h');
  await page.locator('[data-do="undo"]').click();
  await page.locator('.strip', { hasText: 'is not taken back' }).waitFor();
  await expect.poll(() => command(page, 'run.apply').isEnabled(), { timeout: 10_000 }).toBe(true);
}

const addressOf = (row: number) => desk.server.customer(ids[row] ?? '')?.billing_address ?? {};

describe('taking back a run that is over', () => {
  it('leaves all 2,000 customers exactly as they were before it', async () => {
    await ran();
    await undoPlanned();
    await expectTabs(page, { all: ROWS, update: ROWS });
    await apply(page);
    await untilDone(page);
    await expectTabs(page, { all: ROWS, applied: ROWS });
    expect(differences(before, desk.server.customers())).toEqual([]);
  });

  it('keeps what somebody else has changed since, before its dry run or after it', async () => {
    await ran();
    const [wanted, sibling, late] = [2, 5, 8];
    desk.server.writeDirectly(ids[wanted] ?? '', { phone: '+44 20 7946 0000' });
    desk.server.writeDirectly(ids[sibling] ?? '', {
      billing_address: { ...addressOf(sibling), line1: '1 Somebody Else’s Street' },
    });
    await undoPlanned();
    await expectTabs(page, { all: ROWS, update: ROWS, warnings: 1 });
    await cellAt(page, wanted, 'state').click();
    await page.locator('.inspector', { hasText: WARNING }).waitFor();
    desk.server.writeDirectly(ids[late] ?? '', {
      billing_address: { ...addressOf(late), city: 'Elsewhere' },
    });
    const lateCustomer = desk.server.customer(ids[late] ?? '');
    await apply(page);
    await untilDone(page);

    await expectTabs(page, { all: ROWS, applied: ROWS - 1, conflict: 1 });
    expect(await cellAt(page, late, 'state').innerText()).toBe('conflict');
    await cellAt(page, late, 'state').click();
    await page.locator('.three-values .is-marked', { hasText: 'Elsewhere' }).waitFor();
    const expected = before.map((customer) => {
      if (customer.id === ids[wanted]) return { ...customer, phone: '+44 20 7946 0000' };
      if (customer.id === ids[late]) return lateCustomer ?? customer;
      if (customer.id !== ids[sibling]) return customer;
      return {
        ...customer,
        billing_address: { ...customer.billing_address, line1: '1 Somebody Else’s Street' },
      };
    });
    expect(differences(expected, desk.server.customers())).toEqual([]);
  });
});
