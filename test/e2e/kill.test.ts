import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { type Launched, launchApp } from './support/launch.ts';
import {
  addConnection,
  apply,
  cellAt,
  closeMapping,
  dryRun,
  expectTabs,
  importFile,
  typeInCell,
  untilDone,
} from './support/workspace.ts';

const CUSTOMERS = 60;
const PHONE = 1;

let folder: string;
let server: PracticeServer;
let launched: Launched;

const phoneOf = (index: number): string => `+1 617 555 ${1000 + index}`;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-kill-'));
  server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY, latencyMs: 60 });
  const rows = server
    .customers()
    .slice(0, CUSTOMERS)
    .map(({ id }, index) => `${id},${phoneOf(index)}`);
  writeFileSync(join(folder, 'phones.csv'), ['customer_id,phone', ...rows].join('\n'));
  launched = await start();
  await importFile(launched.app, launched.window, join(folder, 'phones.csv'));
  await launched.window.locator('[data-role-of]').first().waitFor();
  await closeMapping(launched.window);
});

afterEach(async () => {
  await launched.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const start = (): Promise<Launched> => launchApp({ profile: join(folder, 'profile') });

/** As a power cut or the system's task manager would: nothing is asked, nothing is cleaned up. */
async function killAndStartAgain(): Promise<void> {
  const process = launched.app.process();
  const gone = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGKILL');
  await gone;
  launched = await start();
  await launched.window.locator('.sessions button', { hasText: 'Open' }).click();
  await expectTabs(launched.window, { all: CUSTOMERS });
}

describe('an app that was killed', () => {
  it('in the middle of editing has every edit that it said was saved', async () => {
    for (const [row, text] of [
      [0, '+49 89 1'],
      [1, '[clear]'],
      [2, '+49 89 3'],
    ] as const) {
      await typeInCell(launched.window, cellAt(launched.window, row, PHONE), text);
    }
    await launched.window.locator('.status', { hasText: /saved/i }).waitFor();
    // An edit is on the disk within a second; what was typed in the last one may be lost.
    await launched.window.waitForTimeout(1_000);

    await killAndStartAgain();

    const page = launched.window;
    expect(await cellAt(page, 0, PHONE).innerText()).toBe('+49 89 1');
    expect(await cellAt(page, 1, PHONE).innerText()).toMatch(/clear/i);
    expect(await cellAt(page, 2, PHONE).innerText()).toBe('+49 89 3');
    expect(await cellAt(page, 3, PHONE).innerText()).toBe(phoneOf(3));
  });

  it('in the middle of a run goes on with what is left, and writes no customer twice', async () => {
    await addConnection(launched.window, server.baseUrl);
    await dryRun(launched.window);
    await apply(launched.window);
    await expect.poll(() => written(), { interval: 10 }).toBeGreaterThan(8);

    await killAndStartAgain();

    const before = written();
    expect(before).toBeLessThan(CUSTOMERS);
    await addConnection(launched.window, server.baseUrl);
    await dryRun(launched.window);
    await expectTabs(launched.window, { unchanged: before, update: CUSTOMERS - before });
    await apply(launched.window);
    await untilDone(launched.window);
    await expectTabs(launched.window, { applied: CUSTOMERS - before });
    const phones = server
      .customers()
      .slice(0, CUSTOMERS)
      .map(({ phone }) => phone);
    expect(phones).toEqual(phones.map((_, index) => phoneOf(index)));
    expect(written()).toBe(CUSTOMERS);
  });
});

/** Writes that Atlas carried out. */
const written = (): number =>
  server.requests().filter(({ method, isCommitted }) => method === 'PATCH' && isCommitted).length;
