import type { ElectronApplication, Page } from 'playwright-core';
import { type Launched, launch, launchApp } from '../../e2e/support/launch.ts';
import { answerDialogs, closeMapping, command, goOnToMapping } from '../../e2e/support/workspace.ts';
import { pressAndWatch, type Sight, watchPainting } from './in-page.ts';

/** The app, and the least that could do the same, in the same Electron. */
export interface Pair {
  readonly own: Page;
  readonly bare: Page;
  readonly ownApp: ElectronApplication;
  readonly bareApp: ElectronApplication;
  /** Makes room for the other one. */
  readonly closeBareApp: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens both, with one file for either to import. */
export async function openPair(
  bareFolder: string,
  sheet: string,
  args: readonly string[] = [],
): Promise<Pair> {
  const bare: Launched = await launch({ appFolder: bareFolder, args, env: { SHEET: sheet } });
  const own: Launched = await launchApp({ args });
  await own.window.locator('.drop-box').waitFor();
  await answerDialogs(own.app, { open: sheet });
  for (const { window } of [bare, own]) await watchPainting(window);
  let isBareOpen = true;
  const closeBareApp = async (): Promise<void> => {
    if (isBareOpen) await bare.close();
    isBareOpen = false;
  };
  return {
    own: own.window,
    bare: bare.window,
    ownApp: own.app,
    bareApp: bare.app,
    closeBareApp,
    close: async () => {
      await own.close();
      await closeBareApp();
    },
  };
}

const FIRST_CELL: Sight = { selector: '.ag-row[row-index="0"] [col-id="c0"]' };

/** Milliseconds until the bare grid is painted. */
export async function importBare(page: Page): Promise<number> {
  const [paintedMs = Number.NaN] = await pressAndWatch(page, { call: 'showSheet' }, [FIRST_CELL]);
  return paintedMs;
}

/** Milliseconds until the app's grid is painted, and until its tab of errors says how many there are. */
export async function importOwn(page: Page, errors: string): Promise<readonly [number, number]> {
  const [paintedMs = Number.NaN, countedMs = Number.NaN] = await pressAndWatch(
    page,
    { selector: '[data-command="file.import"]' },
    [FIRST_CELL, { selector: '[data-tab="errors"] .tab-count', text: errors }],
  );
  await goOnToMapping(page);
  await closeMapping(page);
  return [paintedMs, countedMs];
}

export const closeBare = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as unknown as { closeSheet: () => void }).closeSheet());

export async function closeOwn(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+w');
  await command(page, 'file.sample').waitFor();
}
