import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FaultRule } from '../../src/practice/server.ts';
import { type Desk, firstIds, openDesk, planTable, requestsAbout } from './support/desk.ts';
import { apply, cellAt, command, expectTabs, untilDone } from './support/workspace.ts';

const ROWS = 10;
const REFUSED = [2, 3, 7];
const CONFLICT = 5;
const PHONE = 1;
const ELSEWHERE = '+1 202 555 0000';

let desk: Desk;
let page: Page;
/** Of the customers of the sheet, in its order. */
let ids: readonly string[];

beforeAll(async () => {
  desk = await openDesk();
  page = desk.window;
  ids = firstIds(desk, ROWS);
  return desk.close;
});

const phoneOf = (row: number): string => `+1 617 555 ${String(row).padStart(4, '0')}`;
const phones = (): readonly unknown[] => ids.map((id) => desk.server.customer(id)?.phone);
const patches = (): number => requestsAbout(desk, ids, 'PATCH').length;

const refusing = (rows: readonly number[]): readonly FaultRule[] =>
  rows.map((row) => ({
    name: `refused ${row}`,
    match: { method: 'PATCH', customerId: ids[row] ?? '' },
    effect: { kind: 'answer', status: 422, json: { error: { code: 'invalid_phone', message: 'No.' } } },
  }));

/** Steps of one person with one sheet: each goes on where the one before ended. */
describe('rows that did not end as wanted', () => {
  it('are selected, planned again by themselves with one click, and applied', async () => {
    await planTable(desk, 'phones.csv', [
      ['Customer ID', 'Phone'],
      ...ids.map((id, row) => [id, phoneOf(row)]),
    ]);
    desk.server.scriptFaults(refusing(REFUSED));
    desk.server.writeDirectly(ids[CONFLICT] ?? '', { phone: ELSEWHERE });
    await apply(page);
    await untilDone(page);
    await expectTabs(page, { applied: ROWS - 4, rejected: 3, conflict: 1 });
    const written = patches();

    await cellAt(page, 2, PHONE).click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.locator('.inspector').locator('[data-command="plan.again_selected"]').click();
    await expectTabs(page, { applied: ROWS - 4, update: 2, rejected: 1, conflict: 1 });
    expect(patches()).toBe(written);
    expect(await command(page, 'run.apply').innerText()).toContain('Apply 2');
    await apply(page);
    await untilDone(page);
    await expectTabs(page, { all: ROWS, applied: ROWS - 2, rejected: 1, conflict: 1 });
    expect(patches()).toBe(written + 2);
    expect(phones()[7]).not.toBe(phoneOf(7));
    expect(phones()[CONFLICT]).toBe(ELSEWHERE);
  });

  it('show what somebody else wrote meanwhile before it is written over, from the row itself', async () => {
    await cellAt(page, CONFLICT, PHONE).click();
    await page.locator('.three-values .is-marked', { hasText: ELSEWHERE }).waitFor();
    await page.locator('.inspector').locator('[data-command="plan.again_selected"]').click();
    await expectTabs(page, { applied: ROWS - 2, update: 1, rejected: 1 });
    await expect.poll(() => cellAt(page, CONFLICT, PHONE).locator('del').innerText()).toBe(ELSEWHERE);
    expect(phones()[CONFLICT]).toBe(ELSEWHERE);
    await apply(page);
    await untilDone(page);
    await expectTabs(page, { all: ROWS, applied: ROWS - 1, rejected: 1 });
    expect(phones()[CONFLICT]).toBe(phoneOf(CONFLICT));
  });

  it('are offered where it is said how the run ended, until nothing is left', async () => {
    await page.locator('.status').locator('[data-command="plan.again_failed"]').click();
    await expectTabs(page, { applied: ROWS - 1, update: 1 });
    await apply(page);
    await untilDone(page);
    await expectTabs(page, { all: ROWS, applied: ROWS });
    expect(phones()).toEqual(ids.map((_, row) => phoneOf(row)));
    expect(await page.locator('.status').locator('[data-command^="plan.again"]').count()).toBe(0);
    expect(patches()).toBe(ROWS + REFUSED.length);
  });
});
