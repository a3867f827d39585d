import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FaultRule } from '../../src/practice/server.ts';
import { filesHolding, formsFound, namedForms } from '../support/canary.ts';
import { readClipboard, writeClipboard } from './support/clipboard.ts';
import { type Desk, firstIds, importTable, openDesk } from './support/desk.ts';
import { recordedIpc, recordIpc } from './support/ipc-record.ts';
import { textOfPage } from './support/page-text.ts';
import {
  addConnection,
  answerDialogs,
  apply,
  cellAt,
  command,
  dryRun,
  untilDone,
} from './support/workspace.ts';

/** What may be seen of a key is that it is one, and its last four characters; between them is the secret. */
const SECRET = 'c4n+ry/61f0e7d2%4c95a83';
const KEY = `sk_test_${SECRET}z9x8`;
const forms = namedForms(SECRET);
const ROWS = 12;

let desk: Desk;
let page: Page;
/** Of the customers of the sheet, in its order. */
let ids: readonly string[];
/** What the app's processes write. */
const output: Buffer[] = [];
/** What was on the clipboard, and how the page looked. */
const copied: string[] = [];
const pages: string[] = [];

beforeAll(async () => {
  desk = await openDesk({ practice: { keys: [KEY], size: 100 } });
  page = desk.window;
  for (const stream of [desk.app.process().stdout, desk.app.process().stderr])
    stream?.on('data', (chunk: Buffer) => output.push(chunk));
  await recordIpc(desk.app);
  ids = firstIds(desk, ROWS);
  return desk.close;
});

const seen = async (): Promise<void> => void pages.push(await page.evaluate(textOfPage));

/** Answers as from a careless server: with the request's key in all that it says. */
const said = `Not with Authorization: Bearer ${KEY} (${KEY})`;
const json = { error: { code: KEY, message: said, type: KEY, param: KEY, request_id: KEY, doc_url: KEY } };
const headers = { 'x-request-id': KEY };
const rule = (name: string, row: number, effect: FaultRule['effect']): FaultRule => ({
  name,
  match: { method: 'PATCH', customerId: ids[row] ?? '' },
  effect,
});

const careless = (): readonly FaultRule[] => [
  rule('refused', 1, { kind: 'answer', status: 422, json, headers }),
  rule('conflict', 2, { kind: 'answer', status: 409, text: said, headers }),
  rule('failed', 4, { kind: 'answer', status: 500, json, headers }),
  rule('gateway', 5, { kind: 'answer', status: 502, text: `<h1>${said}</h1>`, headers }),
  rule('no customer', 7, {
    kind: 'answer',
    status: 200,
    json: { object: KEY, data: said },
    headers,
    commits: true,
  }),
  { name: 'read', match: { method: 'GET' }, effect: { kind: 'answer', status: 500, json, headers } },
];

async function copyWith(press: () => Promise<void>): Promise<void> {
  await writeClipboard(desk.app, '');
  await press();
  await expect.poll(() => readClipboard(desk.app)).not.toBe('');
  copied.push(await readClipboard(desk.app));
}

const menuItem = async (item: string): Promise<void> => {
  await page.locator('.menu-button').click();
  await page.locator('[role=menuitem]', { hasText: item }).click();
};

async function saveAll(prefix: string, items: readonly string[]): Promise<void> {
  for (const [index, item] of items.entries()) {
    const name = `${prefix}-${index}.txt`;
    await answerDialogs(desk.app, { save: join(desk.folder, name) });
    await menuItem(item);
    await page.locator('.notice', { hasText: name }).waitFor();
  }
}

/** Steps of one person with one key: each goes on where the one before ended. */
describe('a key in a whole job with a careless server', () => {
  it('is entered, first with an address that is none', async () => {
    await importTable(desk, 'phones.csv', [
      ['Customer ID', 'Phone'],
      ...ids.map((id, row) => [id, `+1 617 555 ${String(row).padStart(4, '0')}`]),
    ]);
    await page.locator('button.chip').click();
    await page.locator('[name="name"]').fill('Canary');
    await page.locator('[name="baseUrl"]').fill('http://nowhere.example/v1');
    await page.locator('[name="key"]').fill(KEY);
    await page.locator('.add-connection button[type=submit]').click();
    await page.locator('dialog [role=alert], dialog .notice').first().waitFor();
    await seen();
    await page.keyboard.press('Escape');
    await addConnection(page, desk.server.baseUrl, KEY);
    await seen();
    expect(await page.locator('button.chip').innerText()).toContain('…z9x8');
  });

  it('reads, writes, is refused and repeated', async () => {
    desk.server.scriptFaults(careless());
    await dryRun(page);
    await seen();
    await saveAll('dry-run', ['Dry run for approval', 'Dry run (CSV)', 'Everything']);
    await apply(page);
    await untilDone(page);
    expect(desk.server.faults().unmet).toEqual([]);
    await seen();
    for (const row of [1, 2, 4, 5, 7]) {
      await cellAt(page, row, 'state').click();
      await page.locator('.inspector-head h2', { hasText: new RegExp(`^Line ${row + 2}$`) }).waitFor();
      await page.locator('.inspector .attempts').waitFor();
      for (const closed of await page.locator('.inspector details:not([open]) > summary').all())
        await closed.click();
      for (const button of await page.locator('.inspector [data-copy]').all())
        await copyWith(() => button.click());
      await seen();
    }
    await saveAll('run', ['Report of all rows', 'Report to print', 'Failed rows only', 'Everything']);
    await copyWith(() => menuItem('Copy summary'));
  });

  it('is looked back at, and rejected in the end', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+h');
    await page.locator('.history-table tbody tr').first().waitFor();
    await seen();
    for (const kind of ['csv', 'failed', 'html', 'json']) {
      const name = `history-${kind}.txt`;
      await answerDialogs(desk.app, { save: join(desk.folder, name) });
      await page.locator(`[data-do="report-${kind}"]`).click();
      await page.locator('.history-saved', { hasText: name }).waitFor();
    }
    await page.keyboard.press('Escape');
    desk.server.revokeKey(KEY);
    await command(page, 'plan.make').click();
    await page.locator('.notice').waitFor();
    expect(await page.locator('.notice').innerText()).toContain('key');
    await seen();
  });

  it('was where it is looked for', async () => {
    const asked = (await recordedIpc(desk.app)).filter((message) => message.includes(SECRET));
    // Handed over twice, and never told back.
    expect(asked).toHaveLength(2);
    for (const message of asked) expect(message).toMatch(/^asked \["connection.add",/);
    expect(desk.server.requests().some(({ keyLastFour }) => keyLastFour === 'z9x8')).toBe(true);
    expect(pages.join()).toContain('…z9x8');
    expect(pages.join()).toContain('Not with Authorization');
    // A key that was left lying about would have been found.
    const planted = join(desk.profile, 'planted');
    mkdirSync(planted);
    writeFileSync(join(planted, 'session.bin'), Buffer.from(`{"key":"${KEY}"}`, 'utf16le'));
    expect(filesHolding(planted, SECRET)).toContain('session.bin: UTF-16LE');
    writeFileSync(join(planted, 'session.bin'), '');
  });

  it('is in no message, page, file, report or copied text, nor in what the app’s processes wrote', async () => {
    const messages = (await recordedIpc(desk.app)).filter(
      (text) => !text.startsWith('asked ["connection.add"'),
    );
    expect(messages.length).toBeGreaterThan(50);
    const found = (texts: readonly string[]): readonly string[] =>
      texts.flatMap((text) =>
        formsFound(Buffer.from(text), forms).map((form) => `${form}: ${text.slice(0, 200)}`),
      );
    expect(found(messages)).toEqual([]);
    expect(found(pages)).toEqual([]);
    expect(found(copied)).toEqual([]);
    expect(filesHolding(desk.folder, SECRET)).toEqual([]);
    expect(filesHolding(desk.profile, SECRET)).toEqual([]);
    expect(existsSync(join(desk.profile, 'runs'))).toBe(true);
    expect(formsFound(Buffer.concat(output), forms)).toEqual([]);
  });
});
