import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launchApp } from './support/launch.ts';
import { answerDialogs, tabCounts } from './support/workspace.ts';

/** Nothing but keys goes into the window here; everything else only looks. */
let launched: Launched;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-keyboard-'));
  launched = await launchApp();
  page = launched.window;
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

const LONGEST = { timeout: 30_000 };

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

interface Focus {
  /** `body` is nowhere. */
  readonly tag: string;
  readonly name: string;
  readonly command: string;
  readonly data: string;
  readonly pane: string;
  readonly isInDialog: boolean;
  /** Whether a person sees where it is: by a ring of its own or of what it stands in. */
  readonly isSeen: boolean;
}

/** Where the keyboard is. */
const focus = (): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const isRinged = (of: Element | null): boolean => {
      if (!of) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(of);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    };
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isInWindow = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    // These tell it by a border or a tint around them; of a dialog that has it as a whole, everything else is behind.
    const isToldOtherwise = element.matches('.find-field input, .menu-item, .dialog-frame');
    const panes = ['.toolbar', '.sheet-bar', '.grid', '.inspector', '.status', '.start', '.strip', '.notice'];
    const { command = '', ...data } = element.dataset;
    return {
      tag: element.tagName.toLowerCase(),
      name: element.ariaLabel ?? element.textContent.trim(),
      command,
      data: Object.values(data).join(' '),
      pane: panes.find((pane) => element.closest(pane)) ?? '',
      isInDialog: element.closest('dialog[open]') !== null,
      isSeen: isInWindow && (isRinged(element) || isToldOtherwise),
    };
  });

const expectFocus = (wanted: Partial<Focus>): Promise<void> =>
  expect.poll(focus, { ...LONGEST, message: JSON.stringify(wanted) }).toMatchObject(wanted);

/** As somebody does who looks for a thing: on and on until it is there. */
async function tabTo(wanted: (at: Focus) => boolean, key = 'Tab', most = 60): Promise<Focus> {
  const been: string[] = [];
  for (let step = 0; step <= most; step++) {
    const at = await focus();
    if (wanted(at)) {
      expect(at.isSeen, `${at.tag} ${at.name} has the focus, and nobody sees it`).toBe(true);
      return at;
    }
    been.push(at.name.slice(0, 24) || at.tag);
    await press(key);
  }
  throw new Error(`Not found with ${key}; there were: ${been.join(', ')}`);
}

/** What a screen reader says by itself, newest last; each once. */
const announced = (): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { readonly heard: readonly string[] }).heard);

const listen = (): Promise<void> =>
  page.evaluate(() => {
    const heard: string[] = [];
    const region = document.querySelector('[data-announcements]');
    if (!region) throw new Error('Nothing would be read out.');
    new MutationObserver(() => heard.push(region.textContent)).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    Object.assign(globalThis, { heard });
  });

const dialogs = (): Promise<number> => page.locator('dialog[open]').count();
const expectDialogs = (count: number): Promise<void> => expect.poll(dialogs, LONGEST).toBe(count);
const counts = (): ReturnType<typeof tabCounts> => tabCounts(page);

describe('the whole job by keyboard alone', () => {
  it('begins with the sample, and the keyboard is among the lists of the sheet', async () => {
    await page.locator('.start').waitFor();
    await listen();
    await tabTo(({ command }) => command === 'file.sample');
    await press('Enter');
    await expect.poll(counts, LONGEST).toMatchObject({ all: 40 });
    await expectFocus({ pane: '.sheet-bar', name: 'All40', isSeen: true });
  });

  it('answers the question about blank cells, to which a dry run leads', async () => {
    await press('ControlOrMeta+Enter');
    await expectDialogs(1);
    await expectFocus({ isInDialog: true });
    await tabTo(({ data }) => data === 'billing_address keep');
    await press(' ');
    await expect.poll(() => page.locator('[data-blank="billing_address keep"]').isChecked()).toBe(true);
    await tabTo(({ name, isInDialog }) => isInDialog && name === 'Done');
    await press('Enter');
    await expectDialogs(0);
    await expectFocus({ pane: '.sheet-bar', name: 'All40', isSeen: true });
  });

  it('makes a dry run, and the keyboard stays where it was', async () => {
    await press('ControlOrMeta+Enter');
    await expect.poll(counts, LONGEST).toMatchObject({ update: 30 });
    await expectFocus({ pane: '.sheet-bar', name: 'All40', isSeen: true });
  });

  it('reads the summary, and looks at the rows of one figure', async () => {
    await press('ControlOrMeta+Shift+s');
    await expectFocus({ pane: '.inspector', tag: 'h2' });
    const { name } = await tabTo(({ data }) => data.startsWith('field '));
    await press('Enter');
    await expect.poll(() => page.locator('[data-figure][aria-pressed="true"]').count()).toBe(1);
    await expectFocus({ pane: '.inspector', name, isSeen: true });
  });

  it('goes from change to change among them', async () => {
    await press('F7');
    await expectFocus({ pane: '.grid', isSeen: true });
    const first = await page.evaluate(() => document.activeElement?.closest('.ag-row')?.ariaRowIndex);
    await press('F7');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.ag-row')?.ariaRowIndex))
      .not.toBe(first);
    await expectFocus({ pane: '.grid', isSeen: true });
  });

  it('edits a cell, whose row leaves the plan until the next dry run', async () => {
    await page.keyboard.type('02199');
    await press('Enter');
    await expect.poll(counts, LONGEST).toMatchObject({ stale: 1 });
    await expectFocus({ pane: '.grid', isSeen: true });
    await press('ControlOrMeta+Enter');
    await expect.poll(counts, LONGEST).not.toHaveProperty('stale');
    await expectFocus({ pane: '.grid', isSeen: true });
  });

  it('applies after the confirmation, which is left by its default; the keyboard is back in its cell', async () => {
    await press('ControlOrMeta+Shift+Enter');
    await expectDialogs(1);
    await expectFocus({ isInDialog: true, name: 'Cancel', isSeen: true });
    await press('Enter');
    await expectDialogs(0);
    await expectFocus({ pane: '.grid', isSeen: true });
    await press('ControlOrMeta+Shift+Enter');
    await expectFocus({ isInDialog: true, name: 'Cancel', isSeen: true });
    await press('Tab');
    await expectFocus({ isInDialog: true, data: 'apply', isSeen: true });
    await press('Enter');
    await expectDialogs(0);
    await expectFocus({ pane: '.grid', isSeen: true });
    await expect.poll(counts, LONGEST).toMatchObject({ applied: 30 });
    await expectFocus({ pane: '.grid', isSeen: true });
  });

  it('saves the report by its key, and by the menu of reports', async () => {
    const path = join(folder, 'report.csv');
    await answerDialogs(launched.app, { save: path });
    await press('ControlOrMeta+s');
    await expect.poll(() => existsSync(path), LONGEST).toBe(true);
    await expectFocus({ pane: '.grid', isSeen: true });

    const printed = join(folder, 'report.html');
    await answerDialogs(launched.app, { save: printed });
    await tabTo(({ pane }) => pane === '.toolbar', 'F6', 6);
    await tabTo(({ name, pane }) => pane === '.toolbar' && name === 'Report');
    await press('Enter');
    await expectFocus({ command: 'report.html', isSeen: true });
    await press('Enter');
    await expect.poll(() => existsSync(printed), LONGEST).toBe(true);
    await expectFocus({ pane: '.toolbar', name: 'Report', isSeen: true });
  });

  it('finds the run in the history and takes it back', async () => {
    await press('ControlOrMeta+Shift+h');
    await expectFocus({ isInDialog: true, tag: 'input', isSeen: true });
    await page.locator('[data-history]').first().waitFor();
    await tabTo(({ name }) => name.includes('Run · '));
    await press('Enter');
    await page.locator('[data-do="undo"]').waitFor();
    await tabTo(({ data }) => data === 'undo');
    await press('Enter');
    await expectDialogs(0);
    await expect.poll(counts, LONGEST).toMatchObject({ all: 30, update: 30 });
    await expectFocus({ pane: '.sheet-bar', name: 'All30', isSeen: true });
  });

  it('applies the undo by the button, which goes away; the keyboard does not', async () => {
    await tabTo(({ pane }) => pane === '.toolbar', 'Shift+F6', 6);
    await tabTo(({ command }) => command === 'run.apply');
    await press('Enter');
    await expectFocus({ isInDialog: true, name: 'Cancel', isSeen: true });
    await press('Tab', 'Enter');
    await expectDialogs(0);
    await expect.poll(counts, LONGEST).toMatchObject({ applied: 30 });
    await expectFocus({ pane: '.sheet-bar', name: 'All30', isSeen: true });
  });

  it('is told to who listens, each thing once', async () => {
    const heard = await announced();
    const times = (text: string): number => heard.filter((one) => one.includes(text)).length;
    expect(times('sample-edits.csv is open: 40 rows')).toBe(1);
    expect(heard.filter((one) => one.startsWith('Dry run done: '))).toEqual([
      'Dry run done: 4 errors, 30 updates, 3 unchanged, 1 not found, 2 blocked',
      'Dry run done: 4 errors, 30 updates, 3 unchanged, 1 not found, 2 blocked',
      'Dry run done: 30 updates',
    ]);
    expect(times('Applying to 30 customers')).toBe(2);
    expect(times('Done: 30 applied')).toBe(2);
    expect(times('report.csv')).toBe(1);
  });

  it('has a grid that says what it is and how large', async () => {
    const grid = page.locator('.grid [role="grid"], .grid [role="treegrid"]').first();
    expect(await grid.getAttribute('aria-label')).not.toBe('');
    expect(await grid.getAttribute('aria-rowcount')).toBe('31');
    const columns = Number(await grid.getAttribute('aria-colcount'));
    expect(columns).toBeGreaterThanOrEqual(await page.locator('.grid [role="columnheader"]').count());
  });
});
