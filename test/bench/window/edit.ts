import type { Page } from 'playwright-core';
import { cellAt } from '../../e2e/support/workspace.ts';
import { type Figure, median } from '../harness.ts';
import { keyTook, watchKey } from './in-page.ts';
import { importBare, importOwn, openPair } from './pair.ts';

const KEYS = 40;
const WARM_UP_KEYS = 5;
const EMAIL = 2;
/** Frames come as fast as they are drawn: waiting for a screen that is not there is nobody's work. */
const NO_FRAME_LIMIT = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** A cell edited in a large sheet: from the key that ends the edit to the frame that shows it. */
export async function editing(bareFolder: string, sheet: string, errors: string): Promise<readonly Figure[]> {
  const { own, bare, close } = await openPair(bareFolder, sheet, NO_FRAME_LIMIT);
  try {
    await importBare(bare);
    await importOwn(own, errors);
    const ownMs: number[] = [];
    const bareMs: number[] = [];
    for (let key = -WARM_UP_KEYS; key < KEYS; key++) {
      const text = `someone${key + WARM_UP_KEYS}@fictional.example`;
      const [bareTook, ownTook] = [await editTime(bare, text), await editTime(own, text)];
      if (key < 0) continue;
      bareMs.push(bareTook);
      ownMs.push(ownTook);
    }
    return [
      {
        name: 'one cell edited among 100,000 rows, from Enter to repainted',
        value: median(ownMs),
        unit: 'ms',
        bound: { kind: 'at most', value: 16 },
      },
      { name: 'the same, against bare AG Grid', value: median(ownMs) / median(bareMs), unit: '×' },
    ];
  } finally {
    await close();
  }
}

/** Milliseconds from the Enter that ends an edit of the first row's e-mail until it is painted. */
export async function editTime(page: Page, text: string): Promise<number> {
  await cellAt(page, 0, EMAIL).click();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await watchKey(page, 'Enter', { selector: `.ag-row[row-index="0"] [col-id="c${EMAIL}"]`, text });
  await page.keyboard.press('Enter');
  return await keyTook(page);
}
