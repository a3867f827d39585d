import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FaultRule, RequestRecord } from '../../src/practice/server.ts';
import { customerOf, type Desk, importTable, openDesk, requestsAbout } from './support/desk.ts';
import { addConnection, apply, cellAt, command, dryRun, expectTabs, untilDone } from './support/workspace.ts';

const ROWS = 30;
/** Rows at work at a time. */
const AT_ONCE = 4;
/** Long enough that whoever still wanted to send something would have. */
const QUIET_MS = 800;

let desk: Desk;
let page: Page;
/** Of the customers of the sheet that is open, in its order. */
let ids: readonly string[] = [];
let sheets = 0;

beforeAll(async () => {
  desk = await openDesk();
  page = desk.window;
  return desk.close;
});

const phoneOf = (row: number): string => `+1 617 555 ${String(row).padStart(4, '0')}`;
const phones = (): readonly unknown[] => ids.map((id) => desk.server.customer(id)?.phone);
const requests = (method: 'GET' | 'PATCH'): readonly RequestRecord[] => requestsAbout(desk, ids, method);
const written = (): number => requests('PATCH').filter(({ isCommitted }) => isCommitted).length;
const job = (): Promise<string> => page.locator('.status-job').innerText();

/** A sheet of customers that no other is about, dry-run, and what goes wrong from then on. */
async function planned(rules: readonly FaultRule[]): Promise<void> {
  ids = desk.server
    .customers()
    .slice(sheets * ROWS, ++sheets * ROWS)
    .map(({ id }) => id);
  desk.server.scriptFaults([]);
  await importTable(desk, `phones ${sheets}.csv`, [
    ['Customer ID', 'Phone'],
    ...ids.map((id, row) => [id, phoneOf(row)]),
  ]);
  if (sheets === 1) await addConnection(page, desk.server.baseUrl);
  await dryRun(page);
  await expectTabs(page, { all: ROWS, update: ROWS });
  desk.server.scriptFaults(rules);
}

/** Every write is made at once, and answered so much later. */
const slow = (ms: number): FaultRule => ({
  name: 'slow',
  match: { method: 'PATCH' },
  when: { kind: 'always' },
  effect: { kind: 'delay', ms, before: 'answer' },
});

/** Waits until nothing is on its way, and makes sure that nothing follows. */
async function expectQuiet(): Promise<void> {
  const open = (): number =>
    requests('PATCH').filter(({ status, cut }) => status === null && cut === null).length;
  await expect.poll(open, { timeout: 10_000 }).toBe(0);
  const count = desk.server.requests().length;
  await page.waitForTimeout(QUIET_MS);
  expect(desk.server.requests()).toHaveLength(count);
}

describe('a run that is paused', () => {
  it('ends what is on its way, sends nothing else until it is resumed, and then writes each row once', async () => {
    await planned([slow(400)]);
    await apply(page);
    await expect.poll(() => requests('PATCH').length, { interval: 10 }).toBeGreaterThan(AT_ONCE);
    const sent = requests('PATCH').length;
    await command(page, 'run.pause').click();
    await page.locator('.status-paused', { hasText: 'Paused.' }).waitFor();
    await expectQuiet();

    const ended = requests('PATCH').length;
    expect(ended).toBeLessThanOrEqual(sent + AT_ONCE);
    expect(written()).toBe(ended);
    await expectTabs(page, { all: ROWS, applied: ended, sending: 0, queued: ROWS - ended });
    expect(await job()).toContain(`${ended} of ${ROWS}`);
    expect(await command(page, 'run.pause').count()).toBe(0);

    desk.server.scriptFaults([]);
    await command(page, 'run.resume').click();
    await untilDone(page);
    await expectTabs(page, { all: ROWS, applied: ROWS });
    expect(requests('PATCH')).toHaveLength(ROWS);
    expect(phones()).toEqual(ids.map((_, row) => phoneOf(row)));
  });
});

describe('a run that is stopped', () => {
  it('says that it waits for what was sent, shows how that ended, and begins no other row', async () => {
    await planned([slow(1_500)]);
    await apply(page);
    await expect.poll(() => requests('PATCH').length, { interval: 10 }).toBe(AT_ONCE);
    await command(page, 'run.stop').click();
    await page
      .locator('.status-job strong', { hasText: 'Stopping: waiting for what was already sent' })
      .waitFor();
    expect(await command(page, 'run.abort').innerText()).toBe('Stop now');
    await page.locator('.status-job strong', { hasText: /^Stopped$/ }).waitFor();
    await expectQuiet();

    expect(requests('PATCH')).toHaveLength(AT_ONCE);
    await expectTabs(page, { all: ROWS, applied: AT_ONCE, not_attempted: ROWS - AT_ONCE });
    expect(await job()).toContain('rows under way were finished, the rest was not attempted');
    expect(phones().filter((phone, row) => phone === phoneOf(row))).toHaveLength(AT_ONCE);
  });
});

describe('a run that is stopped at once', () => {
  it('cuts off what is on its way, and reads what became of it before it says anything', async () => {
    const late = { kind: 'delay', ms: 5_000 } as const;
    const nth = (numbers: readonly number[]) => ({ kind: 'nth', numbers }) as const;
    await planned([
      { name: 'made', match: { method: 'PATCH' }, when: nth([5, 6]), effect: { ...late, before: 'answer' } },
      {
        name: 'to be made',
        match: { method: 'PATCH' },
        when: nth([7, 8]),
        effect: { ...late, before: 'commit' },
      },
    ]);
    await apply(page);
    await expect.poll(() => requests('PATCH').length, { interval: 10 }).toBe(2 * AT_ONCE);
    const reads = requests('GET').length;
    await command(page, 'run.stop').click();
    await command(page, 'run.abort').click();
    await page.locator('.status-job strong', { hasText: /^Aborted$/ }).waitFor({ timeout: 10_000 });

    // Two writes are there; of the two others nobody can say whether they are still on their way.
    const cut = requests('PATCH').slice(AT_ONCE);
    const pathsOf = (records: readonly RequestRecord[]) => records.map(({ path }) => path).toSorted();
    expect(pathsOf(requests('GET').slice(reads))).toEqual(pathsOf(cut));
    expect(requests('PATCH')).toHaveLength(2 * AT_ONCE);
    await expectTabs(page, {
      all: ROWS,
      applied: AT_ONCE + 2,
      unknown: 2,
      not_attempted: ROWS - 2 * AT_ONCE,
    });
    expect(await job()).toContain('rows under way were looked up again, the rest was not attempted');
    const statusOf = async (record: RequestRecord | undefined): Promise<string> =>
      await cellAt(page, rowOf(record), 'state').innerText();
    const statuses = await Promise.all(cut.map(statusOf));
    expect(statuses).toEqual(['applied', 'applied', 'unknown', 'unknown']);
    await cellAt(page, rowOf(cut.at(-1)), 'state').click();
    await page.locator('.inspector-message', { hasText: 'may or may not have been written' }).waitFor();

    // And right it was not to say that nothing was written.
    await expect.poll(written, { timeout: 10_000 }).toBe(2 * AT_ONCE);
  });
});

const rowOf = (record: RequestRecord | undefined): number => (record ? ids.indexOf(customerOf(record)) : -1);
