import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Desk, importTable, openDesk, requestsAbout } from './support/desk.ts';
import { addConnection, apply, cellAt, command, dryRun, expectTabs, untilDone } from './support/workspace.ts';

const ROWS = 6;
const CONFLICT = 1;
const REFUSED = 3;
const KEY = 'sk_test_newcomer_1234';

let desk: Desk;
let page: Page;
let ids: readonly string[];

beforeAll(async () => {
  desk = await openDesk({ practice: { keys: [KEY] } });
  page = desk.window;
  ids = desk.server
    .customers()
    .filter(({ phone }) => typeof phone === 'string')
    .slice(0, ROWS)
    .map(({ id }) => id);
  return desk.close;
});

const summary = (): Locator => page.locator('.inspector');
const expectSaid = (text: string): Promise<void> =>
  expect.poll(() => summary().innerText(), { timeout: 10_000 }).toContain(text);

/** Steps of somebody who follows what the window says, and nothing else. */
describe('somebody who has never seen it', () => {
  it('is told what a row with an error does not do', async () => {
    await importTable(desk, 'phones.csv', [
      ['Customer ID', 'Phone'],
      ...ids.map((id, row) => [id, `+1 617 555 ${String(row).padStart(4, '0')}`]),
      ['', '+1 617 555 0099'],
    ]);
    await expectTabs(page, { all: ROWS + 1, errors: 1 });
    await cellAt(page, ROWS, 'state').click();
    await expectSaid('Left out of the dry run until it is corrected.');
    await command(page, 'view.findings').click();
    await page.locator('.findings-panel', { hasText: 'left out of the dry run' }).waitFor();
    await command(page, 'view.findings').click();
  });

  it('sees first what the dry run comes to, whatever row was looked at', async () => {
    await addConnection(page, desk.server.baseUrl, KEY);
    await page.locator('[data-tab=ready]').click();
    await dryRun(page);
    await expectSaid('customers to update');
    // The list that was looked at went on to its next state, and so does the tab.
    await expect
      .poll(() => page.locator('[data-tab][aria-selected=true]').getAttribute('data-tab'))
      .toBe('update');
  });

  it('sees how the run went, and that there is something to try again', async () => {
    desk.server.writeDirectly(ids[CONFLICT] ?? '', { phone: '+1 202 555 0000' });
    desk.server.scriptFaults([
      {
        name: 'refused',
        match: { method: 'PATCH', customerId: ids[REFUSED] ?? '' },
        effect: { kind: 'answer', status: 422, json: { error: { code: 'invalid', message: 'No.' } } },
      },
    ]);
    await cellAt(page, 0, 'state').click();
    await expectSaid('Line 2');
    await apply(page);
    await untilDone(page);
    expect(await page.locator('[data-tab][aria-selected=true]').getAttribute('data-tab')).toBe('all');
    await expectSaid(`${ROWS - 2}\ncustomers changed`);
    await expectSaid('Atlas showed the new values of each of them.');
    expect(await summary().locator('[data-command="plan.again_failed"]').innerText()).toBe('Retry 1 row');
    expect(await summary().locator('[data-command="plan.again_conflicts"]').innerText()).toBe(
      'Retry 1 conflict',
    );
  });

  it('still has all of that after a dry run that could not be made', async () => {
    desk.server.revokeKey(KEY);
    await summary().locator('[data-command="plan.again_failed"]').click();
    await page.locator('.notice', { hasText: 'rejected the key' }).waitFor();
    await expectSaid(`${ROWS - 2}\ncustomers changed`);
    await summary().locator('[data-command="plan.again_failed"]').waitFor();
    await page.locator('.status-job', { hasText: 'Done' }).waitFor();
  });

  it('finds in the history what became of the rows, not only what went well', async () => {
    await command(page, 'view.history').click();
    const item = page.locator('.history-item').first();
    await expect
      .poll(async () => (await item.innerText()).replaceAll('\n', ' '))
      .toMatch(/4 applied\s+1 rejected\s+1 conflict\s+1 error/);
    await page.keyboard.press('Escape');
  });
});

describe('taking back the run that has just ended', () => {
  it('is one click from its summary, and is reviewed like any other change', async () => {
    const other = await openDesk();
    try {
      const window = other.window;
      const id = other.server.customers().find(({ phone }) => typeof phone === 'string')?.id ?? '';
      const before = other.server.customer(id)?.phone;
      await importTable(other, 'one.csv', [
        ['Customer ID', 'Phone'],
        [id, '+1 617 555 0001'],
      ]);
      await addConnection(window, other.server.baseUrl);
      await dryRun(window);
      await apply(window);
      await untilDone(window);
      expect(other.server.customer(id)?.phone).toBe('+1 617 555 0001');
      await window.locator('.inspector [data-command="run.take_back"]').click();
      await expectTabs(window, { all: 1, update: 1 });
      expect(requestsAbout(other, [id], 'PATCH')).toHaveLength(1);
      await apply(window);
      await untilDone(window);
      expect(other.server.customer(id)?.phone).toBe(before);
    } finally {
      await other.close();
    }
  });
});

describe('a sheet that is opened again after the app was closed', () => {
  it('says that it was applied before, and leads to that run', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'patchsheet-newcomer-'));
    const first = await openDesk({ profile });
    const id = first.server.customers()[0]?.id ?? '';
    try {
      await importTable(first, 'one.csv', [
        ['Customer ID', 'Phone'],
        [id, '+1 617 555 0001'],
      ]);
      await addConnection(first.window, first.server.baseUrl);
      await dryRun(first.window);
      await apply(first.window);
      await untilDone(first.window);
    } finally {
      await first.close();
    }
    const second = await openDesk({ profile });
    try {
      const window = second.window;
      await window.getByRole('button', { name: 'Open one.csv as you left it' }).click();
      await expect
        .poll(() => window.locator('.strip').first().innerText(), { timeout: 10_000 })
        .toMatch(/last applied on .+: 1 applied\./);
      await window.locator('[data-last-run]').click();
      await expect.poll(() => window.locator('.history-detail').innerText()).toContain('one.csv');
    } finally {
      await second.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
