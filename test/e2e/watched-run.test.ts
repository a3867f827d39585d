import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { differences } from '../fixtures/expectation.ts';
import { restless, type Sighting, wrongSightings } from '../support/sightings.ts';
import { customerOf, type Desk, openDesk, planTable } from './support/desk.ts';
import { createFaultyJob, type Ending, type FaultyJob } from './support/faulty-job.ts';
import { blocksSince, watchBlocks } from './support/longest-block.ts';
import { watchRun, whatWasSeen } from './support/watch-run.ts';
import {
  allStatuses,
  answerDialogs,
  apply,
  cellAt,
  command,
  expectTabs,
  scrollGrid,
  showCell,
  tabCounts,
} from './support/workspace.ts';

const ROWS = 5_000;
const ROW_HEIGHT = 32;
const LOOK_EVERY_MS = 120;
/** No task of the window may take longer. */
const LONGEST_TASK_MS = 150;
/** Stretches of the run, of about ten. */
const MOST_HELD_UP = 2;
const LONGEST_RUN_MS = 120_000;
const CITY = 2;
/** Of what is wrong. */
const MOST_TOLD = 10;

let desk: Desk;
let page: Page;
let job: FaultyJob;
/** All that the window showed while the run was on, in its order. */
const seen: Sighting[] = [];
/** Of each stretch of the run, in milliseconds. */
const longestTasks: number[] = [];

beforeAll(async () => {
  desk = await openDesk({ practice: { size: 6_500, latencyMs: 8 } });
  page = desk.window;
  job = createFaultyJob(desk.server, ROWS);
  return desk.close;
});

const rowsThatEnd = (...endings: readonly Ending[]): number =>
  [...job.endings.values()].filter((ending) => endings.includes(ending)).length;

/** Watches while something is done. */
async function watched(act: () => Promise<void>): Promise<readonly Sighting[]> {
  await watchRun(page, LOOK_EVERY_MS);
  await act();
  const sightings = await whatWasSeen(page);
  seen.push(...sightings);
  return sightings;
}

/** Notes how long the window was held up since the last note. */
async function wasAlive(during: string): Promise<void> {
  const { task, gap } = await blocksSince(page);
  process.stdout.write(`5,000 rows, ${during}: longest task ${task || '< 50'} ms, longest gap ${gap} ms\n`);
  longestTasks.push(task);
}

const isOn = async (): Promise<boolean> => (await command(page, 'run.stop').count()) > 0;
const untilEnded = (rows: number): Promise<void> =>
  expect.poll(ended, { timeout: LONGEST_RUN_MS, interval: 200 }).toBeGreaterThanOrEqual(rows);

const ended = async (): Promise<number> => {
  const { queued = 0, sending = 0, update = 0 } = await tabCounts(page);
  return ROWS - queued - sending - update;
};

const statusesSeen = (sightings: readonly Sighting[]): ReadonlySet<string> =>
  new Set(sightings.flatMap(({ rows }) => Object.values(rows).map(([, status]) => status)));

/** Steps of one person with one run: each goes on where the one before ended. */
describe('a run of 5,000 rows in which all kinds of things go wrong', () => {
  it('is planned', async () => {
    await planTable(desk, 'phones and cities.csv', job.table);
    await expectTabs(page, {
      all: ROWS,
      errors: rowsThatEnd('error'),
      unchanged: rowsThatEnd('unchanged'),
      not_found: rowsThatEnd('not found'),
      update: rowsThatEnd('applied', 'rejected', 'failed', 'conflict'),
    });
  });

  it('begins, and what is looked at stays where it is', async () => {
    desk.server.scriptFaults(job.rules);
    await watchBlocks(page);
    const sightings = await watched(async () => {
      await apply(page);
      await untilEnded(700);
    });
    expect(restless(sightings).slice(0, MOST_TOLD)).toEqual([]);
    expect([...statusesSeen(sightings)]).toEqual(expect.arrayContaining(['update', 'waiting', 'applied']));
    await wasAlive('the beginning');
  });

  it('leaves the grid to the person meanwhile: scrolling, choosing, searching, listing a state', async () => {
    const line = 3_000;
    const [, , city = ''] = job.table[line - 1] ?? [];
    await watched(async () => {
      for (let step = 1; step <= 20; step++) {
        await scrollGrid(page, (((step * 7) % 20) / 20) * ROWS * ROW_HEIGHT);
        await page.waitForTimeout(40);
      }
      await showCell(page, line - 2, CITY);
      await cellAt(page, line - 2, CITY).click();
      await page.locator('.inspector-head h2', { hasText: '3,000' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.locator('.inspector-head h2', { hasText: '3,001' }).waitFor();
      await page.keyboard.press('ArrowUp');
    });
    const search = page.locator('[role=search] input');
    await search.fill(city);
    await expect
      .poll(() => page.locator('.status').innerText())
      .toContain(`1 of ${ROWS.toLocaleString('en')}`);
    expect(await cellAt(page, 0, 'line').innerText()).toBe(String(line));
    await search.fill('');
    await expect.poll(() => page.locator('.status').innerText()).not.toContain(' of 5,000 rows');
    await page.locator('[data-tab="applied"]').click();
    await expect.poll(() => cellAt(page, 0, 'state').innerText()).toBe('applied');
    await page.locator('[data-tab="all"]').click();
    await wasAlive('scrolling, choosing and searching');
    expect(await isOn()).toBe(true);
  });

  it('goes on to its end before the eyes of somebody who has scrolled to the middle', {
    timeout: LONGEST_RUN_MS,
  }, async () => {
    await scrollGrid(page, (ROWS / 2) * ROW_HEIGHT);
    await cellAt(page, ROWS / 2 + 5, 'line').waitFor();
    // Rows around what is in sight are drawn a moment later.
    await page.waitForTimeout(500);
    const sightings = await watched(async () => {
      for (let rows = 1_500; (await isOn()) && rows < 5_000; rows += 500) {
        await untilEnded(rows);
        await wasAlive(`the run, up to ${rows} rows`);
      }
      await page.locator('.status-job strong', { hasText: /^Done$/ }).waitFor({ timeout: LONGEST_RUN_MS });
    });
    await wasAlive('its end');
    expect(restless(sightings).slice(0, MOST_TOLD)).toEqual([]);
    expect([...statusesSeen(sightings)]).toEqual(expect.arrayContaining(['waiting', 'sending', 'applied']));
  });

  it('never holds the window up for long', () => {
    // What takes too long does so every time; what other programs of the machine take, it does not.
    expect(longestTasks.length).toBeGreaterThan(5);
    expect(longestTasks.filter((ms) => ms > LONGEST_TASK_MS).length).toBeLessThanOrEqual(MOST_HELD_UP);
  });

  it('never showed numbers that don’t add up, or anything going backwards', () => {
    expect(wrongSightings(seen, ROWS).slice(0, MOST_TOLD)).toEqual([]);
    expect(seen.length).toBeGreaterThan(100);
    // What was scripted to go wrong did.
    expect(desk.server.faults().unmet).toEqual([]);
  });

  it('shows every row as it is in the report, and as the customers’ data say it is', async () => {
    const shown = await shownStatuses();
    const reported = await reportedStatuses();
    const wrong = [...job.endings].flatMap(([line, ending]) => {
      const told = [shown.get(line), reported.get(line)];
      return told.every((status) => status === ending)
        ? []
        : [`line ${line}: ${told.join(', ')}, not ${ending}`];
    });
    expect(wrong.slice(0, MOST_TOLD)).toEqual([]);
    expect(shown.size).toBe(ROWS);
    expect(reported.size).toBe(ROWS);
  });

  it('has written what the sheet asks for and nothing else, and to nobody of whom it says that nothing was written', () => {
    expect(differences(job.customersAfter, desk.server.customers()).slice(0, MOST_TOLD)).toEqual([]);
    const written = new Set(
      desk.server
        .requests()
        .filter(({ isCommitted }) => isCommitted)
        .map(customerOf),
    );
    const wrong = [...job.idsByLine].filter(
      ([line, id]) => (job.endings.get(line) === 'applied') !== written.has(id),
    );
    expect(wrong.slice(0, MOST_TOLD)).toEqual([]);
  });
});

/**
 * By the line in the file. Every tab is gone through but that of the many rows that were applied: since the tabs add
 * up to all rows, they are those that are in no other.
 */
async function shownStatuses(): Promise<ReadonlyMap<number, string>> {
  const { all = 0, warnings: _warnings, applied = 0, ...others } = await tabCounts(page);
  const statuses = new Map<number, string>();
  for (const [tab, rows] of Object.entries(others)) {
    if (rows === 0) continue;
    await page.locator(`[data-tab="${tab}"]`).click();
    await expect.poll(() => page.locator('.status').innerText()).toContain(`${rows} of `);
    for (const [line, status] of await allStatuses(page, rows)) statuses.set(line, status);
  }
  await page.locator('[data-tab="all"]').click();
  expect(statuses.size + applied).toBe(all);
  for (const line of job.endings.keys()) if (!statuses.has(line)) statuses.set(line, 'applied');
  return statuses;
}

/** By the line in the file, as the report says it. */
async function reportedStatuses(): Promise<ReadonlyMap<number, string>> {
  const path = join(desk.folder, 'report.csv');
  await answerDialogs(desk.app, { save: path });
  await page.keyboard.press('ControlOrMeta+s');
  await page.locator('.notice', { hasText: 'report.csv' }).waitFor();
  const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
  const { data } = Papa.parse<Readonly<Record<string, string>>>(text, { header: true, skipEmptyLines: true });
  return new Map(data.map((row) => [Number(row['Line']), row['Status'] ?? '']));
}
