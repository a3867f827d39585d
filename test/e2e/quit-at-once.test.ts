import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Launched, launchApp } from './support/launch.ts';
import { cellAt, closeMapping, importFile, typeInCell } from './support/workspace.ts';

const PHONE = 1;
const ID = '6437f749-0c1e-4b5a-9a52-000000000001';

let folder: string;
let profile: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-quit-'));
  profile = join(folder, 'profile');
});

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** All in one task of the page, and at once after it the app begins to quit. */
async function changeAndQuit({ app, window }: Launched): Promise<void> {
  const closed = app.waitForEvent('close');
  await window.evaluate(() => {
    const { patchsheet } = globalThis as unknown as {
      patchsheet: { invoke(name: string, input: unknown): Promise<unknown> };
    };
    document
      .querySelector('.splitter')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
    for (const theme of ['light', 'dark', 'system', 'dark'])
      void patchsheet.invoke('settings.change', { theme });
  });
  await Promise.all([closed, app.evaluate((electron) => electron.app.quit()).catch(() => undefined)]);
}

const kept = (name: string): unknown => JSON.parse(readFileSync(join(profile, name), 'utf8'));

it('what was changed a moment before the app quits is on the disk', async () => {
  const launched = await launchApp({ profile });
  const page = launched.window;
  const path = join(folder, 'last.csv');
  writeFileSync(path, `customer_id,phone\n${ID},+1 617 555 0110\n`);
  await importFile(launched.app, page, path);
  await closeMapping(page);
  await typeInCell(page, cellAt(page, 0, PHONE), '+1 617 555 0199');
  await changeAndQuit(launched);
  expect(kept('settings.json')).toMatchObject({ theme: 'dark' });
  expect(kept('window.json')).toMatchObject({ layout: { inspectorWidth: 368 } });

  const again = await launchApp({ profile });
  try {
    await again.window.getByRole('button', { name: 'Open last.csv as you left it' }).click();
    await expect.poll(() => cellAt(again.window, 0, PHONE).innerText()).toBe('+1 617 555 0199');
  } finally {
    await again.close();
  }
});
