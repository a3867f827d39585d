import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RecordedOperation } from '../../src/core/operation.ts';
import { must } from './support/bridge.ts';
import { type Launched, launchApp } from './support/launch.ts';
import { cellAt, closeMapping, command, expectTabs, importFile, typeInCell } from './support/workspace.ts';

const ROWS = 6;
const PHONE = 1;
const CITY = 2;
const NOTE = 3;
const TEXT = [
  'Customer ID,Phone,Bill To City,Note',
  ...Array.from(
    { length: ROWS },
    (_, row) => `6437f749-0c1e-4b5a-9a52-${String(row).padStart(12, '0')},+1 ${row},City ${row},`,
  ),
].join('\n');

let launched: Launched;
let page: Page;
let profile: string;
let isRunning = false;

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'patchsheet-restore-'));
});

afterEach(async () => {
  if (isRunning) await launched.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function start(): Promise<void> {
  launched = await launchApp({ profile });
  page = launched.window;
  isRunning = true;
}

/** Ends it as the system would that runs out of memory, and starts it again. */
async function killAndStart(): Promise<void> {
  const closed = launched.app.waitForEvent('close');
  launched.app.process().kill('SIGKILL');
  await closed;
  isRunning = false;
  await start();
}

async function openAgain(edits: string): Promise<void> {
  const offered = page.locator('.sessions li');
  await offered.waitFor();
  expect(await offered.innerText()).toContain(edits);
  await offered.getByRole('button', { name: 'Open' }).click();
  await cellAt(page, 0, 'line').waitFor();
}

const sessionId = async (): Promise<string> =>
  (await must(page, 'app.start', {})).sessions[0]?.sessionId ?? '';

/** Waits until so many operations are on the disk. */
const saved = async (operations: number): Promise<void> => {
  const asked = { sessionId: await sessionId(), from: 0 };
  await expect.poll(async () => (await must(page, 'session.operations', asked)).length).toBe(operations);
};

const texts = (column: number, rows = ROWS + 1): Promise<readonly string[]> =>
  Promise.all(Array.from({ length: rows }, (_, row) => cellAt(page, row, column).innerText()));

const phones = (changed: Readonly<Record<number, string>>): readonly string[] =>
  Array.from({ length: ROWS + 1 }, (_, row) => changed[row] ?? (row < ROWS ? `+1 ${row}` : ''));

it('a killed app has everything again: cells, added rows, rows left out, mapping, and what can be undone', async () => {
  await start();
  const path = join(profile, 'corrections.csv');
  writeFileSync(path, TEXT);
  await importFile(launched.app, page, path);
  await page.locator('[data-role-of="Note"]').selectOption('write');
  await closeMapping(page);
  await typeInCell(page, cellAt(page, 0, PHONE), '+1 zero');
  await saved(1);
  // A row added, and what was filled into it, are one step; the app is killed before it shows it.
  const added: readonly RecordedOperation[] = [
    { kind: 'add_rows', count: 1 },
    { kind: 'set_cells', changes: [{ row: ROWS, column: PHONE, before: '', after: '+1 new' }], step: 'more' },
  ];
  for (const [index, operation] of added.entries())
    await must(page, 'session.record', { sessionId: await sessionId(), revision: 2 + index, operation });
  await killAndStart();

  await openAgain('2 edits');
  await expectTabs(page, { all: ROWS + 1 });
  expect(await texts(PHONE)).toEqual(phones({ 0: '+1 zero', 6: '+1 new' }));
  await typeInCell(page, cellAt(page, 6, CITY), 'Bonn');
  await typeInCell(page, cellAt(page, 1, PHONE), '+1 one');
  await cellAt(page, 2, CITY).click();
  await command(page, 'row.exclude').click();
  await expectTabs(page, { excluded: 1 });
  await typeInCell(page, cellAt(page, 3, PHONE), '+1 three');
  await typeInCell(page, cellAt(page, 4, NOTE), 'taken back');
  await command(page, 'edit.undo').click();
  await command(page, 'edit.undo').click();
  await saved(3 + 5 + 2);
  await killAndStart();

  await openAgain('9 edits');
  await expectTabs(page, { all: ROWS + 1, excluded: 1 });
  expect(await texts(PHONE)).toEqual(phones({ 0: '+1 zero', 1: '+1 one', 6: '+1 new' }));
  expect(await cellAt(page, 6, CITY).innerText()).toBe('Bonn');
  expect(await cellAt(page, 4, NOTE).innerText()).toBe('');
  await command(page, 'view.mapping').click();
  expect(await page.locator('[data-role-of="Note"]').inputValue()).toBe('write');
  await closeMapping(page);

  await command(page, 'edit.redo').click();
  await command(page, 'edit.redo').click();
  await expect.poll(() => cellAt(page, 3, PHONE).innerText()).toBe('+1 three');
  await expect.poll(() => cellAt(page, 4, NOTE).innerText()).toBe('taken back');
  expect(await command(page, 'edit.redo').isEnabled()).toBe(false);
  // Through both restarts back to the file: seven steps were done.
  for (let step = 0; step < 7; step++) {
    expect(await command(page, 'edit.undo').isEnabled()).toBe(true);
    await command(page, 'edit.undo').click();
  }
  await expect.poll(() => command(page, 'edit.undo').isEnabled()).toBe(false);
  await expectTabs(page, { all: ROWS });
  expect(await cellAt(page, ROWS, 'line').count()).toBe(0);
  await expect.poll(() => texts(PHONE, ROWS)).toEqual(phones({}).slice(0, ROWS));
});
