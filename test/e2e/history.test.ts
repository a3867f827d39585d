import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Plan, PlannedUpdate } from '../../src/core/plan.ts';
import { valueText } from '../../src/core/words/values.ts';
import { type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { hashOf } from '../../src/services/dry-run/dry-run.ts';
import { defaultRunSettings } from '../../src/services/run/settings.ts';
import { createRunFiles } from '../../src/services/run-store/run-store.ts';
import { type Launched, launchApp } from './support/launch.ts';
import { updatesSent } from './support/updates-sent.ts';
import {
  addConnection,
  answerDialogs,
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
const PHONE_IN_UNDO = 3;

/** What a person finds in the history, and does from there. */
let launched: Launched;
let page: Page;
let server: PracticeServer;
let folder: string;
let ids: readonly string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-history-'));
  server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY });
  ids = server
    .customers()
    .slice(0, ROWS)
    .map(({ id }) => id);
  launched = await launchApp();
  page = launched.window;
});

afterEach(async () => {
  await launched.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const phoneOf = (row: number): string => `+1 617 555 ${String(row).padStart(4, '0')}`;
const phones = (): readonly string[] => ids.map((id) => valueText(server.customer(id)?.phone));
const patches = (): number => updatesSent(server).length;

async function planned(): Promise<void> {
  const path = join(folder, 'phones.csv');
  writeFileSync(path, `Customer ID,Phone\n${ids.map((id, row) => `${id},${phoneOf(row)}`).join('\n')}\n`);
  await importFile(launched.app, page, path);
  await page.locator('[data-role-of="Phone"]').waitFor();
  await closeMapping(page);
  await addConnection(page, server.baseUrl);
  await dryRun(page);
}

async function ran(): Promise<void> {
  await planned();
  await apply(page);
  await untilDone(page);
}

const listed = () => page.locator('[data-history]');

async function openHistory(): Promise<void> {
  await command(page, 'view.history').waitFor();
  await page.keyboard.press('ControlOrMeta+Shift+h');
  await page.locator('.history').waitFor();
}

const act = (name: string) => page.locator(`[data-do="${name}"]`);
const detail = () => page.locator('.history-detail');
const tableRows = () => page.locator('.history-table tbody tr');

async function closeHistory(): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('.history').waitFor({ state: 'detached' });
}

describe('the history', () => {
  it('is there before anything was done, and says what it will hold', async () => {
    await openHistory();
    await page.locator('.history-none', { hasText: 'Nothing here yet' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await closeHistory();
  });

  it('shows a run with who, how it ended and every row as it was, and saves its reports', async () => {
    await ran();
    await openHistory();
    await expect.poll(() => listed().count()).toBe(1);
    expect(await listed().innerText()).toMatch(/phones\.csv[\s\S]*TEST[\s\S]*Run · [\s\S]*12 applied/);
    await expect.poll(() => tableRows().count()).toBe(ROWS);
    const said = await detail().innerText();
    for (const part of ['Finance practice', 'key …tice', 'Every row has ended.', '1–12 of 12'])
      expect(said).toContain(part);
    expect(await tableRows().first().innerText()).toMatch(
      /^2\s+applied[\s\S]*Phone[\s\S]*→ \+1 617 555 0000/,
    );

    await detail()
      .locator('input[type=search]')
      .fill(ids[3] ?? '');
    await expect.poll(() => tableRows().count()).toBe(1);
    expect(await tableRows().locator('th').innerText()).toBe('5');

    const csv = join(folder, 'kept.csv');
    await answerDialogs(launched.app, { save: csv });
    await act('report-csv').click();
    await page.locator('.history-saved', { hasText: 'kept.csv' }).waitFor();
    const lines = readFileSync(csv, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(ROWS + 1);
    expect(lines[1]).toContain(`"${ids[0]}","'${phoneOf(0)}",`);
    expect(lines[1]).toContain('"2","applied"');
    const json = join(folder, 'kept.json');
    await answerDialogs(launched.app, { save: json });
    await act('report-json').click();
    await page.locator('.history-saved', { hasText: 'kept.json' }).waitFor();
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
      run: { end: { how: 'completed' } },
      rows: { length: ROWS },
    });
  });

  it('finds by words, and is gone through with the keyboard', async () => {
    await planned();
    await command(page, 'plan.make').click();
    await expect.poll(() => command(page, 'run.apply').isEnabled()).toBe(true);
    await openHistory();
    await expect.poll(() => listed().count()).toBe(2);
    await listed().first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => listed().nth(1).getAttribute('aria-current')).toBe('true');
    expect(await detail().innerText()).toContain('Nothing was written: this was a dry run.');

    const search = page.locator('.history-list input');
    await search.fill('nobody did this');
    await page.locator('.history-none', { hasText: 'Nothing found' }).waitFor();
    await search.fill('dry PHONES');
    await expect.poll(() => listed().count()).toBe(2);
  });

  it('deletes the data of a run when that is meant, and nothing of it is left', async () => {
    await ran();
    const runs = (): readonly string[] => readdirSync(join(launched.profile, 'runs'));
    expect(runs()).toHaveLength(1);
    await openHistory();
    await act('delete').click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Keep it');
    await page.keyboard.press('Enter');
    await page.locator('[data-question="delete"]').waitFor({ state: 'detached' });
    expect(runs()).toHaveLength(1);

    await act('delete').click();
    await page.locator('[data-confirm="delete"]').click();
    await page.locator('.history-none', { hasText: 'Nothing here yet' }).waitFor();
    expect(runs()).toEqual([]);
  });

  it('keeps runs for as long as was chosen, and says so again', async () => {
    await openHistory();
    await page.locator('[data-keep]').selectOption('90');
    await expect.poll(() => page.locator('[data-keep]').inputValue()).toBe('90');
    await closeHistory();
    await openHistory();
    await expect.poll(() => page.locator('[data-keep]').inputValue()).toBe('90');
  });
});

describe('an old run', () => {
  /** A run that ended, or broke off, long ago. */
  async function keepOldRun(profile: string, runId: string, isEnded: boolean): Promise<void> {
    const rows = [{ row: 0, line: 2, action: 'excluded' }] as const;
    const connection = { name: 'x', baseUrl: server.baseUrl, mode: 'TEST', keyLastFour: 'tice' } as const;
    const at = '2020-01-01T00:00:00.000Z';
    const updates = isEnded ? [] : [updateOf(ids[0] ?? '')];
    const head = { connection, rows: isEnded ? rows : updates };
    const plan: Plan = {
      ...head,
      version: 1,
      id: runId,
      hash: hashOf(head),
      createdAt: at,
      fileName: `${runId}.csv`,
      options: { copyBillingToShipping: false },
    };
    const files = await createRunFiles(profile, runId, plan);
    await files.journal.append({
      kind: 'run_started',
      at,
      runId,
      planId: plan.id,
      planHash: plan.hash,
      connection,
      keyFingerprint: 'k',
      operator: 'sam',
      machine: 'desk',
      appVersion: '1',
      rows: updates.length,
      settings: defaultRunSettings(1, 'TEST'),
    });
    if (isEnded) await files.journal.append({ kind: 'run_ended', at, end: 'completed' });
    await files.close();
  }

  const updateOf = (customerId: string): PlannedUpdate => ({
    row: 0,
    line: 2,
    action: 'update',
    customerId,
    edits: [{ field: 'phone', edit: { kind: 'set', value: '1' } }],
    changes: [{ field: 'phone', before: null, after: '1' }],
    body: { phone: '1' },
    snapshot: null,
    warnings: [],
  });

  it('is deleted at the start where that was chosen, except one that can be gone on with', async () => {
    await launched.close();
    const profile = join(folder, 'profile');
    mkdirSync(profile);
    writeFileSync(join(profile, 'settings.json'), '{"version":1,"connections":[],"keepDays":30}');
    await keepOldRun(profile, 'ended', true);
    await keepOldRun(profile, 'unfinished', false);
    launched = await launchApp({ profile });
    page = launched.window;
    await expect.poll(() => readdirSync(join(profile, 'runs')), { timeout: 10_000 }).toEqual(['unfinished']);
    await openHistory();
    await expect.poll(() => listed().count()).toBe(1);
    expect(await listed().innerText()).toContain('1 row left');
  });
});

describe('a run that its key ended', () => {
  it('is gone on with from the history, over a new key of the account', async () => {
    await server.close();
    server = await startPracticeServer({
      rateLimit: Number.POSITIVE_INFINITY,
      latencyMs: 80,
      keys: ['sk_test_practice', 'sk_test_new'],
    });
    await planned();
    await apply(page);
    await expect.poll(patches, { interval: 10 }).toBeGreaterThan(2);
    server.revokeKey('sk_test_practice');
    await page.locator('[data-go-on]').waitFor();
    await addConnection(page, server.baseUrl, 'sk_test_new');
    await openHistory();
    await expect.poll(() => listed().innerText()).toContain('left');
    await act('go-on').click();
    await untilDone(page);
    await expectTabs(page, { all: ROWS, applied: ROWS });
    expect(phones()).toEqual(ids.map((_, row) => phoneOf(row)));
  });
});

describe('taking a run back', () => {
  it('shows its plan like any other, writes nothing before it is applied, and puts everything back', async () => {
    const before = phones();
    await ran();
    expect(phones()).toEqual(ids.map((_, row) => phoneOf(row)));
    await openHistory();
    const written = patches();
    await act('undo').click();

    await page.locator('.strip', { hasText: 'is not taken back' }).waitFor();
    await expectTabs(page, { all: ROWS, update: ROWS });
    await expect.poll(() => cellAt(page, 0, PHONE_IN_UNDO).innerText()).toContain(before[0] || 'clear');
    expect(await page.title()).toContain('Undo of phones.csv');
    // Its cells are no edits.
    await cellAt(page, 0, PHONE_IN_UNDO).dblclick();
    expect(await page.locator('.ag-cell-inline-editing').count()).toBe(0);
    expect(await command(page, 'view.mapping').isEnabled()).toBe(false);
    expect(patches()).toBe(written);

    // One customer keeps what the run wrote.
    await cellAt(page, 1, 'state').click();
    await page.locator('.inspector-head h2', { hasText: /3$/ }).waitFor();
    await page.keyboard.press('ControlOrMeta+Backspace');
    await expectTabs(page, { update: ROWS - 1, excluded: 1 });
    expect(await cellAt(page, 1, 'state').innerText()).toBe('left out');
    await apply(page);
    await untilDone(page);
    await expectTabs(page, { applied: ROWS - 1, excluded: 1 });
    expect(phones()).toEqual(before.map((phone, row) => (row === 1 ? phoneOf(1) : phone)));

    await openHistory();
    await expect.poll(() => listed().count()).toBe(2);
    expect(await listed().first().innerText()).toContain('Undo of a run · ');
    expect(await listed().nth(1).innerText()).toContain('taken back');
    await listed().nth(1).click();
    await detail().locator('dd', { hasText: 'Taken back by a run of' }).waitFor();

    // Back to the sheet of the run, as it was left.
    await act('open').click();
    await expectTabs(page, { all: ROWS, applied: ROWS });
    expect(await page.title()).toMatch(/^phones\.csv/);
  });
});

describe('rows that did not end as wanted', () => {
  it('are planned again by themselves with one click, and the others keep how they ended', async () => {
    await planned();
    const failing = [2, 7].map((row) => ids[row] ?? '');
    server.scriptFaults(
      failing.map((customerId) => ({
        name: `refused ${customerId}`,
        match: { method: 'PATCH', customerId },
        effect: { kind: 'answer', status: 422, json: { error: { code: 'invalid_phone', message: 'No.' } } },
      })),
    );
    server.writeDirectly(ids[4] ?? '', { phone: '+1 202 555 0000' });
    await apply(page);
    await untilDone(page);
    await expectTabs(page, { applied: ROWS - 3, rejected: 2, conflict: 1 });
    expect(phones()[4]).toBe('+1 202 555 0000');
    const written = patches();

    await command(page, 'plan.again_failed').click();
    await expectTabs(page, { applied: ROWS - 3, update: 2, conflict: 1 });
    expect(patches()).toBe(written);
    expect(await command(page, 'run.apply').innerText()).toContain('Apply 2');
    await apply(page);
    await untilDone(page);
    await expectTabs(page, { applied: ROWS - 1, conflict: 1 });
    expect(patches()).toBe(written + 2);

    await command(page, 'plan.again_conflicts').click();
    await expectTabs(page, { applied: ROWS - 1, update: 1 });
    await apply(page);
    await untilDone(page);
    await expectTabs(page, { all: ROWS, applied: ROWS });
    expect(phones()).toEqual(ids.map((_, row) => phoneOf(row)));
  });
});
