import type { ElectronApplication, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { PRACTICE_KEY } from '../../../src/practice/for-practising.ts';

/** What a person does with the window and sees in it. */

/** A sheet read, judged and drawn, however slow the machine. */
const LONGEST_MS = 30_000;
const ROW_HEIGHT = 32;

export const command = (page: Page, id: string): Locator => page.locator(`[data-command="${id}"]`).first();

/** Answers the system's dialogs, which no test can click on. */
export async function answerDialogs(
  app: ElectronApplication,
  answers: { readonly open?: string; readonly save?: string },
): Promise<void> {
  await app.evaluate(({ dialog }, { open, save }) => {
    if (open !== undefined)
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [open] });
    if (save !== undefined)
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: save });
  }, answers);
}

/** The panel that shows how a file was read. */
export const importPanel = (page: Page): Locator => page.locator('dialog.dialog-wide');

/** Imports a file by the button, and waits until it is shown how it was read. */
export async function readFile(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await answerDialogs(app, { open: path });
  await command(page, 'file.import').click();
  await importPanel(page).waitFor({ timeout: LONGEST_MS });
}

/** Goes on from there to the mapping, by the key that does. */
export async function goOnToMapping(page: Page): Promise<void> {
  await importPanel(page).waitFor({ timeout: LONGEST_MS });
  await page.keyboard.press('Enter');
  await page.locator('dialog.dialog-side').waitFor({ timeout: LONGEST_MS });
}

/** Imports a file by the button, takes it as it was read, and is asked for the mapping. */
export async function importFile(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await readFile(app, page, path);
  await goOnToMapping(page);
}

/** Adds a connection by its dialog, uses it, and waits until its key was tested. */
export async function addConnection(page: Page, baseUrl: string, key = PRACTICE_KEY): Promise<void> {
  await page.locator('button.chip').click();
  await page.locator('[name="name"]').fill('Finance practice');
  await page.locator('[name="baseUrl"]').fill(baseUrl);
  await page.locator('[name="key"]').fill(key);
  await page.locator('.add-connection button[type=submit]').click();
  await expect.poll(() => page.locator('dialog').count(), { timeout: 10_000 }).toBe(0);
  await page.locator('button.chip[aria-busy="false"]').waitFor();
}

/** Closes the mapping as its button does. */
export async function closeMapping(page: Page): Promise<void> {
  await page.locator('dialog footer button').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
}

/** Rows by tab, as the tabs say; what has no tab has no rows. */
export const tabCounts = (page: Page): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-tab]')].map((tab) => [
        tab.dataset['tab'] ?? '',
        Number(tab.querySelector('.tab-count')?.textContent.replaceAll(',', '')),
      ]),
    ),
  );

export const expectTabs = (page: Page, counts: Readonly<Record<string, number>>): Promise<void> =>
  expect.poll(() => tabCounts(page), { timeout: LONGEST_MS }).toMatchObject(counts);

/** A cell that is drawn; `row` counts the rows shown, `column` is a column's number or `line` or `state`. */
export const cellAt = (page: Page, row: number, column: number | 'line' | 'state'): Locator =>
  page.locator(
    `.ag-row[row-index="${row}"] [col-id="${typeof column === 'number' ? `c${column}` : column}"]`,
  );

const viewportOf = (page: Page): Locator => page.locator('.ag-grid-viewport');

/** The same after scrolling to where it is: only what is in sight is drawn. */
export async function showCell(page: Page, row: number, column: number): Promise<Locator> {
  await scrollGrid(page, Math.max(0, (row - 3) * ROW_HEIGHT));
  const cell = cellAt(page, row, column);
  await cellAt(page, row, 'line').waitFor();
  const isInSight = (): Promise<boolean> =>
    page.evaluate(
      ([wantedRow, wanted]) => {
        const grid = document.querySelector('.ag-grid-viewport');
        if (!grid) return false;
        const { left, width } = grid.getBoundingClientRect();
        // Columns that stay in sight cover the others up to here.
        const edge = document.querySelector('.ag-header .ag-grid-pinned-left-cells')?.clientWidth ?? 0;
        const places = [...document.querySelectorAll(`.ag-row[row-index="${wantedRow}"] [col-id^="c"]`)].map(
          (drawn) => ({
            index: Number(drawn.getAttribute('col-id')?.slice(1)),
            left: drawn.getBoundingClientRect().left - left,
            stays: drawn.closest('.ag-grid-pinned-left-cells') !== null,
          }),
        );
        const found = places.find(({ index }) => index === wanted);
        if (found?.stays === true) return true;
        const middle = (edge + width) / 2;
        const isFarFrom = (at: number): boolean => at < edge || at > middle + 80;
        const [from, before] = [grid.scrollLeft, found?.left];
        if (before !== undefined && isFarFrom(before)) grid.scrollBy({ left: before - middle });
        if (before !== undefined) return grid.scrollLeft === from;
        // Drawing follows scrolling after a while; until then there is nothing to go by.
        const seen = places.filter((place) => !place.stays && place.left > edge && place.left < width);
        if (seen.length > 0) grid.scrollBy({ left: (width / 2) * (wanted > (seen[0]?.index ?? 0) ? 1 : -1) });
        return false;
      },
      [row, column] as const,
    );
  await expect.poll(isInSight, { timeout: 10_000, interval: 40 }).toBe(true);
  return cell;
}

export const scrollGrid = (page: Page, top: number): Promise<void> =>
  viewportOf(page).evaluate((grid, to) => grid.scrollTo({ top: to }), top);

/** Types another text into a cell as a person does: F2, everything marked, the text, Enter. */
export async function typeInCell(page: Page, cell: Locator, text: string): Promise<void> {
  await cell.click();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/**
 * Status of every row by its line, read off the grid from the first row to the last.
 * @param rows how many the list has, where they may not fill the window
 */
export async function allStatuses(
  page: Page,
  rows = Number.POSITIVE_INFINITY,
): Promise<ReadonlyMap<number, string>> {
  const statusByLine = new Map<number, string>();
  const viewport = viewportOf(page);
  const header = await page.locator('.ag-header').evaluate(({ clientHeight }) => clientHeight);
  const [seen, height] = await viewport.evaluate(
    (grid, head) => [grid.clientHeight - head, grid.scrollHeight - head] as const,
    header,
  );
  const whole = Math.min(height, rows * ROW_HEIGHT);
  for (let top = 0; top < whole; top += seen - ROW_HEIGHT) {
    await scrollGrid(page, top);
    for (const [line, status] of await drawnStatuses(page, top, Math.min(top + seen, whole)))
      statusByLine.set(line, status);
  }
  return statusByLine;
}

/** Waits until every row between two heights is drawn. */
async function drawnStatuses(
  page: Page,
  top: number,
  bottom: number,
): Promise<readonly (readonly [number, string])[]> {
  const first = Math.ceil(top / ROW_HEIGHT);
  const last = Math.floor(bottom / ROW_HEIGHT) - 1;
  const handle = await page.waitForFunction(
    ([from, to]) => {
      const found: (readonly [number, string])[] = [];
      for (let row = from; row <= to; row++) {
        const part = (column: string): string =>
          document.querySelector(`.ag-row[row-index="${row}"] [col-id="${column}"]`)?.textContent ?? '';
        const line = part('line');
        if (line === '' || part('state') === '') return undefined;
        found.push([Number(line.replaceAll(',', '')), part('state')]);
      }
      return found;
    },
    [first, last] as const,
    { timeout: 5_000 },
  );
  return (await handle.jsonValue()) ?? [];
}

/** Dry-runs and waits until what would be done is shown. */
export async function dryRun(page: Page): Promise<void> {
  await command(page, 'plan.make').click();
  await expect
    .poll(() => command(page, 'run.apply').isEnabled(), { timeout: LONGEST_MS, interval: 50 })
    .toBe(true);
}

/** Applies what was dry-run, with the confirmation. */
export async function apply(page: Page): Promise<void> {
  await command(page, 'run.apply').click();
  await page.locator('[data-confirm="apply"]').click();
}

/** Waits until a run is over. */
export async function untilDone(page: Page): Promise<void> {
  await page.locator('.status-job strong', { hasText: /^Done$/ }).waitFor({ timeout: LONGEST_MS });
}
