import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { must } from './support/bridge.ts';
import { expectSoon } from './support/expect-soon.ts';
import { type Launched, launchApp } from './support/launch.ts';
import { chooseInMenu, isInMenu } from './support/native-menu.ts';
import { startAgain } from './support/start-again.ts';
import {
  addConnection,
  apply,
  closeMapping,
  command,
  dryRun,
  importFile,
  untilDone,
} from './support/workspace.ts';

const ROWS = 60;

/** What a desktop is told of a run, and what may come in between. The run is one that a person has paused. */
let launched: Launched;
let page: Page;
let server: PracticeServer;
let profile: string;
let isRunning = false;

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'patchsheet-run-manners-'));
  server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY, latencyMs: 100 });
  const lines = server
    .customers()
    .slice(0, ROWS)
    .map(({ id }, row) => `${id},+1 617 555 ${1_000 + row}`);
  const path = join(profile, 'corrections.csv');
  writeFileSync(path, `Customer ID,Phone\n${lines.join('\n')}\n`);
  launched = await launchApp({ profile });
  page = launched.window;
  isRunning = true;
  await importFile(launched.app, page, path);
  await closeMapping(page);
  await addConnection(page, server.baseUrl);
  await dryRun(page);
  await apply(page);
  await command(page, 'run.pause').click();
  await command(page, 'run.resume').waitFor();
});

afterEach(async () => {
  if (isRunning) await launched.close();
  isRunning = false;
  await server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** The system's question is answered with "stay". */
const stay = (): Promise<void> =>
  launched.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = (...args: unknown[]) => {
      const options = args.at(-1) as { readonly message: string };
      (globalThis as unknown as { asked?: string }).asked = options.message;
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
  });
const asked = (): Promise<string | undefined> =>
  launched.app.evaluate(() => (globalThis as unknown as { asked?: string }).asked);

const journal = (): string => {
  const [folder = ''] = readdirSync(join(profile, 'runs'));
  return readFileSync(join(profile, 'runs', folder, 'journal.log'), 'utf8');
};

async function stopped(): Promise<void> {
  await chooseInMenu(launched.app, 'run.stop');
  await page.locator('.status-job strong', { hasText: /^Stopped$/ }).waitFor();
}

describe('during a run', () => {
  it('the title says how far it is', async () => {
    await expectSoon(() => page.title()).toMatch(/^Paused \d+% — corrections\.csv — Patchsheet$/);
    await command(page, 'run.resume').click();
    await untilDone(page);
    await expectSoon(() => page.title()).toBe('corrections.csv — Patchsheet');
  });

  it('a file that is given to the app is refused in words, and everything stays as it is', async () => {
    writeFileSync(join(profile, 'late.csv'), 'id\n1\n');
    await startAgain(profile, ['late.csv'], profile);
    await expectSoon(() => page.locator('.notice').allInnerTexts()).toEqual([
      expect.stringContaining('“late.csv” was not opened: a run is on.') as string,
    ]);
    expect(await page.title()).toContain('corrections.csv');
    expect((await must(page, 'app.start', {})).offered).toBeNull();
    await stopped();
  });

  it('the buttons say what becomes of the rows already sent, and the menu offers what there is to do', async () => {
    await expectSoon(() => isInMenu(launched.app, 'run.resume')).toBe(true);
    expect([await isInMenu(launched.app, 'run.pause'), await isInMenu(launched.app, 'run.abort')]).toEqual([
      false,
      false,
    ]);
    const stop = command(page, 'run.stop');
    const explanation = await stop.getAttribute('aria-description');
    expect(explanation).toMatch(/already sent are finished/);
    expect(await stop.getAttribute('title')).toContain(explanation);
    await stopped();
  });
});

describe('quitting during a run', () => {
  it('asks, and everything goes on when the answer is to stay', async () => {
    await stay();
    await launched.app.evaluate(({ app }) => app.quit());
    await expectSoon(asked).toMatch(/of the run have not ended yet/);
    await command(page, 'run.resume').click();
    await untilDone(page);
  });

  it('is not held up when the computer goes down: the run breaks off, and is offered again', async () => {
    await stay();
    const closed = launched.app.waitForEvent('close');
    await launched.app.evaluate(({ app, powerMonitor }) => {
      powerMonitor.emit('shutdown');
      app.quit();
    });
    await closed;
    isRunning = false;
    expect(journal()).not.toContain('"end":"');
    launched = await launchApp({ profile });
    page = launched.window;
    isRunning = true;
    await page.locator('[data-run]').waitFor();
    expect(await page.locator('[data-run]').innerText()).toContain('corrections.csv');
  });
});
