import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './support/desk.ts';
import { updatesSent } from './support/updates-sent.ts';
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

const ROWS = 6;
const PHONE = 1;
let desk: Desk;
let page: Page;

beforeEach(async () => {
  desk = await openDesk();
  page = desk.window;
  const lines = desk.server
    .customers()
    .slice(0, ROWS)
    .map(({ id }, row) => `${id},+1 617 555 010${row}`);
  const path = join(desk.folder, 'phones.csv');
  writeFileSync(path, `Customer ID,Phone\n${lines.join('\n')}\n`);
  await importFile(desk.app, page, path);
  await closeMapping(page);
  await addConnection(page, desk.server.baseUrl);
});

afterEach(() => desk.close());

/** Every such request takes its time. */
const slow = (method: 'GET' | 'PATCH', ms: number): void =>
  desk.server.scriptFaults([
    {
      name: 'slow',
      match: { method },
      when: { kind: 'always' },
      effect: { kind: 'delay', ms, before: 'answer' },
    },
  ]);

describe('a window that loads again', () => {
  it('in the middle of a run shows how it stands, and goes on with it', async () => {
    await dryRun(page);
    slow('PATCH', 700);
    await apply(page);
    await command(page, 'run.pause').click();
    await page.locator('.status-paused').waitFor();

    await page.reload();

    await page.locator('.status-paused').waitFor();
    await command(page, 'run.resume').click();
    await untilDone(page);
    await expectTabs(page, { all: ROWS, applied: ROWS });
    expect(updatesSent(desk.server)).toHaveLength(ROWS);
  });

  it('in the middle of a dry run shows its plan when it is there', async () => {
    slow('GET', 1_500);
    await command(page, 'plan.make').click();
    await command(page, 'plan.cancel').waitFor();

    await page.reload();

    await command(page, 'plan.cancel').waitFor();
    await expectTabs(page, { update: ROWS });
    expect(await command(page, 'run.apply').isEnabled()).toBe(true);
  });

  it('after the dry run still has the plan, and knows what was edited since', async () => {
    await dryRun(page);
    await typeInCell(page, cellAt(page, 0, PHONE), '+1 617 555 0199');
    await expectTabs(page, { stale: 1, update: ROWS - 1 });

    await page.reload();

    await expectTabs(page, { stale: 1, update: ROWS - 1 });
    expect(await cellAt(page, 0, PHONE).innerText()).toBe('+1 617 555 0199');
  });
});
