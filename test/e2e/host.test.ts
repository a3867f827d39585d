import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { heard, invoke, listenTo, must } from './support/bridge.ts';
import { type Launched, launchApp } from './support/launch.ts';

/** What only the real app has: processes, dialogs, menus, dropped files. */
let launched: Launched;
let page: Page;
let profile: string;
let isClosed = false;

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'patchsheet-host-'));
  await start();
});

afterEach(async () => {
  if (!isClosed) await launched.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function start(): Promise<void> {
  launched = await launchApp({ profile });
  page = launched.window;
  isClosed = false;
}

const EXCLUDE = { kind: 'exclude_rows', rows: [0] } as const;

async function plannedSample() {
  const { sessionId } = await must(page, 'session.import_sample', {});
  const { connectionId } = await must(page, 'practice.start', {});
  return { sessionId, plan: await must(page, 'plan.make', { sessionId, revision: 0, connectionId }) };
}

/** Drops a real file as the system would: the browser knows its path, the page does not. */
async function drop(name: string, content: string | Uint8Array): Promise<unknown> {
  const folder = join(profile, 'dropped');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), content);
  const input = await page.evaluateHandle(() => {
    const element = document.createElement('input');
    element.type = 'file';
    document.body.append(element);
    return element;
  });
  await input.setInputFiles(join(folder, name));
  return await input.evaluate((element) =>
    (
      globalThis as unknown as { patchsheet: { importDropped(file: unknown): Promise<unknown> } }
    ).patchsheet.importDropped(element.files?.[0]),
  );
}

describe('a dropped file', () => {
  it('is imported under its own name', async () => {
    expect(await drop('edits.csv', 'id,phone\na,1\n')).toMatchObject({
      ok: true,
      value: { fileName: 'edits.csv', bytes: 13 },
    });
  });

  it('that is a workbook gets instructions in a sentence', async () => {
    expect(await drop('edits.xlsx', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0, 0))).toMatchObject({
      ok: false,
      error: { code: 'file_unusable', message: expect.stringContaining('CSV UTF-8') as string },
    });
  });
});

describe('an engine that is killed', () => {
  it('is said to have stopped, and the next edit goes on where the last one was', async () => {
    const { sessionId } = await must(page, 'session.import_sample', {});
    await must(page, 'session.record', { sessionId, revision: 1, operation: EXCLUDE });
    await listenTo(page, 'engine.stopped');
    const pid = await launched.app.evaluate(
      ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Patchsheet engine')?.pid,
    );
    if (pid === undefined) throw new Error('There is no engine.');
    process.kill(pid, 'SIGKILL');
    await expect.poll(async () => (await heard(page, 'engine.stopped')).length).toBe(1);
    const operation = { kind: 'include_rows', rows: [0] } as const;
    await must(page, 'session.record', { sessionId, revision: 2, operation });
    expect(await must(page, 'session.operations', { sessionId, from: 0 })).toEqual([EXCLUDE, operation]);
  });
});

describe('an app that is killed', () => {
  it('offers the sheet again, with every edit', async () => {
    const { sessionId } = await must(page, 'session.import_sample', {});
    await must(page, 'session.record', { sessionId, revision: 1, operation: EXCLUDE });
    launched.app.process().kill('SIGKILL');
    await launched.app.waitForEvent('close');
    isClosed = true;
    await start();
    const { sessions } = await must(page, 'app.start', {});
    expect(sessions).toMatchObject([{ sessionId, fileName: 'sample-edits.csv', operations: 1 }]);
    await must(page, 'session.open', { sessionId });
    expect(await must(page, 'session.operations', { sessionId, from: 0 })).toEqual([EXCLUDE]);
  });
});

describe('closing the window on a run', () => {
  const answerWith = (response: number): Promise<void> =>
    launched.app.evaluate(({ dialog }, answer) => {
      const asked = globalThis as unknown as { asked?: number };
      dialog.showMessageBox = () => {
        asked.asked = (asked.asked ?? 0) + 1;
        return Promise.resolve({ response: answer, checkboxChecked: false });
      };
    }, response);
  const timesAsked = (): Promise<number> =>
    launched.app.evaluate(() => (globalThis as unknown as { asked?: number }).asked ?? 0);
  const closeWindow = (): Promise<void> =>
    launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

  it('asks, and then stops it with every row settled', async () => {
    const { plan } = await plannedSample();
    await listenTo(page, 'run.batch');
    const { runId } = await must(page, 'run.start', { planId: plan.planId, customers: plan.customers });
    await must(page, 'run.pause', { runId });
    await expect.poll(async () => (await heard(page, 'run.batch')).at(-1)?.pausedBy).toBe('person');
    await answerWith(0);
    await closeWindow();
    await expect.poll(timesAsked).toBe(1);
    expect(await invoke(page, 'app.start', {})).toMatchObject({ ok: true });
    await answerWith(1);
    const closed = launched.app.waitForEvent('close');
    await closeWindow();
    await closed;
    isClosed = true;
    const [folder = ''] = readdirSync(join(profile, 'runs'));
    const journal = readFileSync(join(profile, 'runs', folder, 'journal.log'), 'utf8');
    expect(journal.split('\n').findLast((line) => line.includes('"kind"'))).toContain('"end":"stopped"');
    expect(journal.match(/"kind":"ended"/g)).toHaveLength(plan.customers);
  });
});

describe('a live key', () => {
  it('is refused by a stand-in for every computer but this one', async () => {
    const { isStandIn } = await must(page, 'app.start', {});
    const add = (baseUrl: string) =>
      invoke(page, 'connection.add', { name: 'Live', baseUrl, key: 'sk_live_0000' });
    expect((await add('https://atlas.example/v1')).ok).toBe(!isStandIn);
    expect((await add('http://127.0.0.1:9/v1')).ok).toBe(true);
  });
});

describe('a page that dies', () => {
  it('loads again, and the sheet is still at work', async () => {
    const { sessionId } = await must(page, 'session.import_sample', {});
    await must(page, 'session.record', { sessionId, revision: 1, operation: EXCLUDE });
    const crashed = page.waitForEvent('crash');
    await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await crashed;
    const reloaded = (): Promise<number> =>
      launched.app.evaluate(async ({ BrowserWindow }, id) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        if (!contents || contents.isCrashed() || contents.isLoading()) return -1;
        const opened = (await contents.executeJavaScript(
          `patchsheet.invoke('session.open', { sessionId: '${id}' })`,
        )) as { readonly value: { readonly revision: number } };
        return opened.value.revision;
      }, sessionId);
    await expect.poll(reloaded).toBe(1);
  });
});

describe('the native menu', () => {
  it('tells the window which command was chosen', async () => {
    await listenTo(page, 'menu.command');
    await launched.app.evaluate(({ Menu }) => {
      const file = Menu.getApplicationMenu()?.items.find(({ label }) => label.includes('File'));
      file?.submenu?.items[0]?.click();
    });
    await expect.poll(() => heard(page, 'menu.command')).toEqual([{ command: 'file.import', byKeys: false }]);
  });
});

describe('the system’s dialogs', () => {
  it('say which file to import and where to save, and the window learns no more than it must', async () => {
    const sheet = join(profile, 'chosen.csv');
    const report = join(profile, 'report.csv');
    writeFileSync(sheet, 'id,phone\na,1\n');
    await launched.app.evaluate(
      ({ dialog }, paths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [paths.sheet] });
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: paths.report });
      },
      { sheet, report },
    );
    const chosen = await must(page, 'session.choose_file', {});
    expect(chosen).toMatchObject({ fileName: 'chosen.csv' });
    expect(JSON.stringify(chosen)).not.toContain(profile);
    const { plan } = await plannedSample();
    const saved = await must(page, 'report.save', { planId: plan.planId, kind: 'csv' });
    expect(saved).toEqual({ path: report });
    expect(readFileSync(report, 'utf8')).toContain('not found');
  });

  it('can be cancelled', async () => {
    await launched.app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
    });
    expect(await must(page, 'session.choose_file', {})).toBeNull();
  });
});
