import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { invoke, must } from './support/bridge.ts';
import { type Desk, openDesk, planTable, requestsAbout } from './support/desk.ts';
import { command, expectTabs, untilDone } from './support/workspace.ts';

const ROWS = 12;
const PILOT = 5;

let desk: Desk;
let page: Page;
/** Of the customers of the sheet, in its order. */
let ids: readonly string[];

beforeAll(async () => {
  desk = await openDesk();
  page = desk.window;
  ids = desk.server
    .customers()
    .filter(({ billing_address: address }) => address?.['country'] === 'US' && address['postal_code'])
    .slice(0, ROWS)
    .map(({ id }) => id);
  return desk.close;
});

const streetOf = (row: number): string => `${row + 1} Elm Street`;
const patches = (): number => requestsAbout(desk, ids, 'PATCH').length;
const dialog = (): Locator => page.locator('dialog.is-live');
const confirm = (): Locator => page.locator('[data-confirm="apply"]');
const number = (): Locator => dialog().locator('input[inputmode="numeric"]');
const warnings = (): Locator => dialog().locator('.warnings input[type=checkbox]');
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

async function openConfirmation(): Promise<void> {
  await command(page, 'run.apply').click();
  await dialog().waitFor();
}

/** Where one is asked for. */
async function giveReason(): Promise<void> {
  const reason = dialog().locator('[name="reason"]');
  if ((await reason.count()) > 0) await reason.fill('FIN-1234');
}

/** Steps of one person who is about to change real customers. */
describe('applying with a live key', () => {
  it('shows which account and whose customers they are', async () => {
    await planTable(
      desk,
      'moves.csv',
      [['Customer ID', 'Bill To Street'], ...ids.map((id, row) => [id, streetOf(row)])],
      'sk_live_practice',
    );
    await expectTabs(page, { all: ROWS, update: ROWS });
    await openConfirmation();
    const said = await dialog().innerText();
    expect(said).toContain('LIVE');
    expect(said).toContain(desk.server.baseUrl);
    expect(said).toContain(`Apply changes to ${ROWS} customers`);
    const samples = await dialog().locator('.samples li').allInnerTexts();
    expect(samples).toHaveLength(2);
    const known = desk.server.customers().filter(({ id }) => ids.includes(id));
    for (const sample of samples)
      expect(known.some(({ name, email }) => sample === `${String(name)}\n${String(email)}`)).toBe(true);
  });

  it('does nothing on the key that people press without looking', async () => {
    expect(await focused()).toBe('Cancel');
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    expect(await command(page, 'run.apply').isEnabled()).toBe(true);
    expect(patches()).toBe(0);
  });

  it('is not possible with another number, or with a warning that was not acknowledged', async () => {
    await openConfirmation();
    await giveReason();
    expect(await confirm().isDisabled()).toBe(true);
    await number().fill(String(ROWS));
    expect(await warnings().count()).toBe(1);
    expect(await confirm().isDisabled()).toBe(true);
    await number().press('Enter');

    await warnings().check();
    for (const wrong of ['11', '13', '1', '012x', '-12', '12.5', '']) {
      await number().fill(wrong);
      expect(await confirm().isDisabled(), wrong).toBe(true);
      await number().press('Enter');
    }
    await number().fill(String(ROWS));
    expect(await confirm().isEnabled()).toBe(true);
    await warnings().uncheck();
    expect(await confirm().isDisabled()).toBe(true);
    expect(await dialog().count()).toBe(1);
    expect(patches()).toBe(0);
  });

  it('is asked for by its button alone: Enter in a field is no confirmation', async () => {
    await warnings().check();
    await number().press('Enter');
    await page.waitForTimeout(500);
    expect(await dialog().count()).toBe(1);
    expect(patches()).toBe(0);
    expect(await command(page, 'run.pause').count()).toBe(0);
  });

  it('is refused by the host for a number that the window was made to send', async () => {
    const { openSession } = await must(page, 'app.start', {});
    const { plan } = await must(page, 'plan.current', { sessionId: openSession ?? '' });
    const planId = plan?.planId ?? '';
    for (const customers of [ROWS - 1, ROWS + 1]) {
      expect(await invoke(page, 'run.start', { planId, customers })).toMatchObject({
        ok: false,
        error: { code: 'other_count' },
      });
    }
    expect(patches()).toBe(0);
  });

  it('writes the first five, waits to be looked at, and then goes on', async () => {
    await confirm().click();
    await page.locator('.status-paused', { hasText: 'the first rows are written' }).waitFor();
    await page.waitForTimeout(500);
    expect(patches()).toBe(PILOT);
    await expectTabs(page, { all: ROWS, applied: PILOT, queued: ROWS - PILOT });
    await command(page, 'run.resume').click();
    await untilDone(page);
    await expectTabs(page, { all: ROWS, applied: ROWS });
    expect(patches()).toBe(ROWS);
    const streets = ids.map((id) => desk.server.customer(id)?.billing_address?.['line1']);
    expect(streets).toEqual(ids.map((_, row) => streetOf(row)));
    expect(new Set(desk.server.requests().map(({ keyLastFour }) => keyLastFour))).toEqual(new Set(['tice']));
  });
});
