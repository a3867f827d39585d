import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { LEFT_OUT_OF_PLAN } from '../../src/core/words/plan.ts';
import { LOCKED_ROW } from '../../src/core/words/run.ts';
import { readClipboard } from './support/clipboard.ts';
import { type Desk, firstIds, openDesk } from './support/desk.ts';
import { chooseInMenu } from './support/native-menu.ts';
import {
  addConnection,
  apply,
  cellAt,
  closeMapping,
  command,
  dryRun,
  expectTabs,
  importFile,
  typeInCell,
  untilDone,
} from './support/workspace.ts';

/** So many that asking for six by themselves costs less than listing them all. */
const CUSTOMERS = 7_000;
const ROWS = 6;
const PHONE = 1;
/** As it stands in the sheet: what a shell would make something of, and no ASCII. */
const TRICKY = `O'Brien said "$HOME!" 東京`;

/** The phone number of the customer that somebody else changes. */
const BEFORE = '+1 617 555 0000';

let desk: Desk;
let page: Page;
let ids: readonly string[];

beforeAll(async () => {
  desk = await openDesk({ practice: { size: CUSTOMERS, rateWindowMs: 3_000 } });
  page = desk.window;
  ids = firstIds(desk, ROWS);
  desk.server.writeDirectly(ids[1] ?? '', { phone: BEFORE });
  const quoted = `"${TRICKY.replaceAll('"', '""')}"`;
  const rows = ids.map((id, row) => `${id},+1 617 555 010${row},${quoted}`);
  writeFileSync(join(desk.folder, 'phones.csv'), `customer_id,phone,description\n${rows.join('\n')}\n`);
  return desk.close;
});

const inspector = (): Locator => page.locator('.inspector');
const inInspector = (id: string): Locator => inspector().locator(`[data-command="${id}"]`);
const select = (row: number): Promise<void> => cellAt(page, row, PHONE).click();
const applyLabel = () => expect.poll(() => command(page, 'run.apply').innerText(), { timeout: 10_000 });
const stateOf = (row: number) =>
  expect.poll(() => cellAt(page, row, 'state').innerText(), { timeout: 10_000 });
const phoneOf = (row: number): unknown => desk.server.customer(ids[row] ?? '')?.phone;
const since = (before: number): readonly string[] =>
  desk.server
    .requests()
    .slice(before)
    .map(({ method, path }) => `${method} ${path}`);

describe('the request of a row', () => {
  it('is there once the sheet was dry-run', async () => {
    await importFile(desk.app, page, join(desk.folder, 'phones.csv'));
    await closeMapping(page);
    await addConnection(page, desk.server.baseUrl);
    await dryRun(page);
    await expectTabs(page, { update: ROWS });
  });

  it('can be copied as it is, and as a command that reads the key from the shell', async () => {
    await select(1);
    await inspector().locator('[data-copy="request"]').click();
    await expect.poll(() => readClipboard(desk.app)).toContain(`PATCH /customers/${ids[1]}\n\n{`);

    await inspector().locator('.request-curl summary').click();
    const shown = (await inspector().locator('[data-curl]').textContent()) ?? '';
    await inspector().locator('[data-copy="curl"]').click();

    await expect.poll(() => readClipboard(desk.app)).toBe(shown);
    expect(shown).toContain(`${desk.server.baseUrl}/customers/${ids[1]}`);
    expect(shown).toContain('Bearer $ATLAS_KEY');
    expect(shown).toContain(JSON.stringify(TRICKY).replaceAll("'", String.raw`'\''`));
    expect(shown).not.toContain('sk_');
    await expect.poll(() => inspector().locator('[data-copy="curl"]').innerText()).toContain('Copied');
  });

  it('is copied by the host, since the page itself may not write to the clipboard', async () => {
    const written = await page.evaluate(() =>
      navigator.clipboard.writeText('by the page').then(
        () => 'written',
        () => 'refused',
      ),
    );
    expect(written).toBe('refused');
  });
});

describe('rows left out of the plan', () => {
  it('are not counted any more, and come back by the button where it went', async () => {
    await applyLabel().toContain('Apply 6');
    await select(0);
    await inInspector('plan.leave_out').click();
    await applyLabel().toContain('Apply 5');
    await stateOf(0).toBe('left out');
    await expect.poll(() => inspector().innerText()).toContain(LEFT_OUT_OF_PLAN);
    await expectTabs(page, { update: 5, excluded: 1 });
    await inInspector('plan.take_in').click();
    await applyLabel().toContain('Apply 6');
    await stateOf(0).toBe('update');
  });

  it('are as many as are selected, by the menu of the cells; and stay out when the window loads again', async () => {
    await select(2);
    await cellAt(page, 3, PHONE).click({ modifiers: ['Shift'] });
    // Wherever it is offered, it says what it is about.
    await expect.poll(() => inInspector('plan.leave_out').innerText()).toBe('Leave 2 rows out of this plan');
    await cellAt(page, 3, PHONE).click({ button: 'right' });
    const item = page.locator('[role=menu] [data-command="plan.leave_out"]');
    expect(await item.innerText()).toContain('Leave 2 rows out of this plan');
    await item.click();
    await applyLabel().toContain('Apply 4');
    await page.reload();
    await applyLabel().toContain('Apply 4');
    await stateOf(3).toBe('left out');
    // Nothing was done to the sheet.
    expect(await command(page, 'edit.undo').isEnabled()).toBe(false);
    await inspector().locator('[data-take-all-in]').click();
    await applyLabel().toContain('Apply 6');
  });
});

describe('a dry run again', () => {
  it('reads only the customer of the row that was edited, and says so', async () => {
    await typeInCell(page, cellAt(page, 2, PHONE), '+1 617 555 0199');
    await stateOf(2).toBe('edited since');
    await expect.poll(() => command(page, 'plan.make').innerText()).toContain('Dry run again (1 row)');
    const before = desk.server.requests().length;
    await command(page, 'plan.make').click();
    await stateOf(2).toBe('update');
    await expect
      .poll(() => page.locator('.status-job').innerText())
      .toMatch(/1 customer read, 5 known from \d\d?:\d\d/);
    expect(since(before)).toEqual(['GET /customers', `GET /customers/${ids[2]}`]);
  });

  it('reads all of them where the menu is asked to', async () => {
    await typeInCell(page, cellAt(page, 2, PHONE), '+1 617 555 0198');
    await expect.poll(() => command(page, 'plan.make').innerText()).toContain('(1 row)');
    const before = desk.server.requests().length;
    await chooseInMenu(desk.app, 'plan.make_anew');
    await stateOf(2).toBe('update');
    expect(since(before)).toHaveLength(1 + ROWS);
  });

  it('reads all of them where nothing was edited', async () => {
    const before = desk.server.requests().length;
    await expect.poll(() => command(page, 'plan.make').innerText()).toBe('Dry run again');
    await command(page, 'plan.make').click();
    await expect.poll(() => since(before)).toHaveLength(1 + ROWS);
    await expect.poll(() => page.locator('.status-job').innerText()).not.toContain('known');
  });
});

describe('a conflict', () => {
  it('shows the three values, and is planned again with the current ones and applied', async () => {
    const untouched = phoneOf(0);
    await applyLabel().toContain('Apply 6');
    await select(0);
    await inInspector('plan.leave_out').click();
    await applyLabel().toContain('Apply 5');
    desk.server.writeDirectly(ids[1] ?? '', { phone: '+49 30 1234567' });
    await apply(page);
    await untilDone(page);
    await stateOf(1).toBe('conflict');
    await stateOf(0).toBe('left out');
    expect(phoneOf(0)).toBe(untouched);

    await select(1);
    const values = inspector().locator('.three-values');
    expect(await values.locator('thead').innerText()).toMatch(/At the dry run\s+Now at Atlas\s+Yours/);
    const phone = values.locator('[data-field="phone"]');
    expect(await phone.locator('td').allInnerTexts()).toEqual([BEFORE, '+49 30 1234567', '+1 617 555 0101']);
    expect(await phone.innerText()).toContain('Changed by somebody else');
    const other = values.locator('[data-field="description"]');
    expect(await other.innerText()).toContain(TRICKY);
    expect(await other.innerText()).not.toContain('Changed by somebody else');

    expect(await inInspector('plan.again_selected').innerText()).toBe('Retry with the current values');
    await inInspector('plan.again_selected').click();
    await applyLabel().toContain('Apply 1');
    await apply(page);
    await untilDone(page);
    await stateOf(1).toBe('applied');
    expect(phoneOf(1)).toBe('+1 617 555 0101');
  });

  it('once it is applied, says of each request when it was sent and how long the answer took', async () => {
    const attempts = inspector().locator('.attempts');
    await expect
      .poll(() => attempts.innerText())
      .toMatch(/\d\d?:\d\d:\d\d[^]*status 200[^]*Answered after [\d.]+ s/);
    const requestId = /Request ID (\S+)/.exec(await attempts.innerText())?.[1] ?? '';
    expect(requestId).not.toBe('');
    await attempts.locator('[data-copy="request_id"]').click();
    await expect.poll(() => readClipboard(desk.app)).toBe(requestId);
  });
});

describe('a row of a run that is on', () => {
  const note = () => expect.poll(() => page.locator('.grid-note').innerText(), { timeout: 10_000 });

  it('says why it can’t be typed into, emptied or put back as it was', async () => {
    const row = 5;
    await typeInCell(page, cellAt(page, row, PHONE), '+1 617 555 0177');
    await dryRun(page);
    // Whoever asks waits: the run is at its row meanwhile.
    desk.server.setRateLimit(1);
    await apply(page);
    await expect.poll(() => cellAt(page, row, PHONE).getAttribute('class')).toContain('cell-locked');

    try {
      await select(row);
      await page.keyboard.type('7');
      await note().toContain(LOCKED_ROW);
      await page.locator('.grid-note button').click();
      await page.keyboard.press('Delete');
      await note().toContain('1 row left as it was.');
      await page.locator('.grid-note button').click();
      await page.keyboard.press('ControlOrMeta+z');
      await note().toContain('Not undone yet');
      expect(await cellAt(page, row, PHONE).innerText()).toContain('+1 617 555 0177');
    } finally {
      desk.server.setRateLimit(Number.POSITIVE_INFINITY);
      await untilDone(page);
    }
    expect(phoneOf(row)).toBe('+1 617 555 0177');
  });
});
