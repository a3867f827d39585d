import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { must } from './support/bridge.ts';
import { type Launched, launchApp } from './support/launch.ts';
import {
  addConnection,
  closeMapping,
  command,
  dryRun,
  expectTabs,
  importFile,
  untilDone,
} from './support/workspace.ts';

let folder: string;
let server: PracticeServer;
let launched: Launched;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-clues-'));
  server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY });
  launched = await launchApp();
  await launched.window.locator('.drop-box').waitFor();
});

afterEach(async () => {
  await launched.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function importSheet(name: string, content: string | Uint8Array): Promise<void> {
  writeFileSync(join(folder, name), content);
  await importFile(launched.app, launched.window, join(folder, name));
}

const patches = (): number => server.requests().filter(({ method }) => method === 'PATCH').length;
const ids = (count: number): readonly string[] =>
  server
    .customers()
    .slice(0, count)
    .map(({ id }) => id);

describe('a file that can’t be used', () => {
  it('as an Excel workbook is refused in a sentence, and nothing of it stays', async () => {
    await importSheet('q3.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0));

    await launched.window.getByText('CSV UTF-8').first().waitFor();

    expect(await launched.window.locator('.ag-row').count()).toBe(0);
    await expect.poll(async () => (await must(launched.window, 'app.start', {})).sessions).toEqual([]);
  });

  it('since a quotation mark is never closed says on which line, and is not dry-run', async () => {
    const [first = ''] = ids(1);
    await importSheet('q3.csv', `customer_id,phone\n${first},1\na,"b\nc,d\n`);
    await launched.window.locator('[data-role-of="phone"]').waitFor();
    await closeMapping(launched.window);
    expect(await launched.window.locator('.strip').innerText()).toContain('Line 3: A quotation mark');
    await addConnection(launched.window, server.baseUrl);

    await command(launched.window, 'plan.make').click();

    await launched.window.locator('[role=alert]', { hasText: 'can’t be used' }).waitFor();
    expect(server.requests()).toEqual([]);
  });
});

describe('a whole export', () => {
  it('writes nothing until a column is chosen', async () => {
    const rows = ids(3).map((id) => `${id},customer,+1 999,note,1`);
    await importSheet('export.csv', `id,object,phone,description,created\n${rows.join('\n')}`);
    await launched.window.locator('[data-role-of="phone"]').waitFor();
    expect(await launched.window.locator('[data-role-of="phone"]').inputValue()).toBe('reference');

    await launched.window.locator('[data-role-of="phone"]').selectOption('write');
    await closeMapping(launched.window);
    await addConnection(launched.window, server.baseUrl);
    await dryRun(launched.window);
    await command(launched.window, 'run.apply').click();
    await launched.window.locator('[data-confirm="apply"]').click();
    await untilDone(launched.window);

    const bodies = server
      .requests()
      .filter(({ method }) => method === 'PATCH')
      .map(({ body }) => body);
    expect(bodies).toEqual([{ phone: '+1 999' }, { phone: '+1 999' }, { phone: '+1 999' }]);
  });
});

describe('a live key', () => {
  it('is unmistakable, and the number of customers has to be typed', async () => {
    const rows = ids(3).map((id) => `${id},+1 999`);
    await importSheet('phones.csv', `customer_id,phone\n${rows.join('\n')}`);
    await launched.window.locator('[data-role-of="phone"]').waitFor();
    await closeMapping(launched.window);
    await addConnection(launched.window, server.baseUrl, 'sk_live_practice');
    expect(await launched.window.locator('button.chip').innerText()).toContain('LIVE');
    await dryRun(launched.window);
    await command(launched.window, 'run.apply').click();
    const dialog = launched.window.locator('dialog');
    const confirm = launched.window.locator('[data-confirm="apply"]');
    await confirm.waitFor();

    const number = dialog.locator('input:not([type=checkbox])').last();
    expect(await confirm.isEnabled()).toBe(false);
    await number.fill('2');
    expect(await confirm.isEnabled()).toBe(false);
    expect(patches()).toBe(0);

    await number.fill('3');
    await confirm.click();
    await untilDone(launched.window);
    await expectTabs(launched.window, { applied: 3 });
    expect(patches()).toBe(3);
  });
});
