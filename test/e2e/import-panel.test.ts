import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ENCODINGS, isUnicode } from '../../src/core/csv/encoding.ts';
import { writeClipboard } from './support/clipboard.ts';
import { type Launched, launchApp } from './support/launch.ts';
import {
  answerDialogs,
  cellAt,
  closeMapping,
  command,
  expectTabs,
  goOnToMapping,
  importPanel,
  readFile,
  typeInCell,
} from './support/workspace.ts';

let launched: Launched;
let page: Page;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-import-'));
  launched = await launchApp();
  page = launched.window;
});

afterEach(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

const ID = '6437f749-0c1e-4b5a-9a52-3f1d2c4b5a60';
const fileOf = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const read = (name: string, content: string | Uint8Array): Promise<void> =>
  readFile(launched.app, page, fileOf(name, content));

/** Lines of the preview: their number, what they were taken for, and their texts. */
const preview = (): Promise<readonly (readonly [string, string, string])[]> =>
  page
    .locator('.beginning tbody tr')
    .evaluateAll((lines) =>
      lines.map((line) => [
        line.querySelector('th')?.textContent ?? '',
        (line.getAttribute('class') ?? '').replace('beginning-', ''),
        [...line.querySelectorAll('td')].map((cell) => cell.textContent).join('|'),
      ]),
    );
const headers = async (): Promise<string | undefined> =>
  (await preview()).find(([, kind]) => kind === 'header')?.[2];
const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
const sessions = (): readonly string[] => readdirSync(join(launched.profile, 'sessions'));

describe('the import panel', () => {
  it('shows a messy file as it was understood, and Enter goes on to the columns', async () => {
    const text = `sep=;\r\nAddresses Q3\r\n\r\nCustomer ID;Name;ZIP;\r\n${ID};Zoë;="02138";\r\n`;
    await read(
      'messy.csv',
      Uint8Array.from(text, (character) => character.charCodeAt(0)),
    );
    expect(await preview()).toEqual([
      ['1', 'separator', 'sep=;how cells are separated'],
      ['2', 'above', 'Addresses Q3left out'],
      ['3', 'blank', 'blank, left out'],
      ['4', 'header', 'Customer ID|Name|ZIP'],
      ['5', 'row', `${ID}|Zoë|02138`],
    ]);
    expect(await page.locator('.special-words strong').allInnerTexts()).toEqual(['Zoë']);
    const found = (await page.locator('.reading-findings').allInnerTexts()).join();
    for (const said of ['Windows-1252', '“sep=;”', '“Addresses Q3”', '1 blank row', '1 column at the end'])
      expect(found).toContain(said);
    await goOnToMapping(page);
    await closeMapping(page);
    expect(await cellAt(page, 0, 2).innerText()).toBe('02138');
  });

  it('reads the file again with another header line, delimiter and encoding, and keeps what was chosen', async () => {
    const text = `Name,Stadt\n${ID},K\u009aln\nCustomer ID;City\n${ID};K\u009aln, Bonn\n`;
    await read(
      'other.csv',
      Uint8Array.from(text, (character) => character.charCodeAt(0)),
    );
    expect(await headers()).toBe('Name|Stadt');

    await page.getByLabel('Cells separated by').selectOption(';');
    await page.locator('[name="headerLine"]').fill('3');
    await page.keyboard.press('Enter');
    await expect.poll(headers, { timeout: 10_000 }).toBe('Customer ID|City');
    await page.getByLabel('Encoding').selectOption('macintosh');
    await expect
      .poll(async () => (await preview()).at(-1)?.[2], { timeout: 10_000 })
      .toBe(`${ID}|Köln, Bonn`);

    await button('Next: columns').click();
    await closeMapping(page);
    expect(await cellAt(page, 0, 'line').innerText()).toBe('4');
    await button('Import options…').click();
    expect(await page.getByLabel('Encoding').inputValue()).toBe('macintosh');
    expect(await page.locator('[name="headerLine"]').inputValue()).toBe('3');
    await button('Take line 1 as the headers').click();
    await expect.poll(headers, { timeout: 10_000 }).toContain('Name');
  });

  it('says why nothing can be changed once cells were edited', async () => {
    await read('phones.csv', `Customer ID,Phone\n${ID},1\n`);
    await goOnToMapping(page);
    await closeMapping(page);
    await typeInCell(page, cellAt(page, 0, 1), '2');
    await button('Import options…').click();
    await page.locator('dialog .callout', { hasText: 'Cells were edited already' }).waitFor();
    expect(await page.getByLabel('Encoding').isDisabled()).toBe(true);
    expect(await page.locator('[name="headerLine"]').isDisabled()).toBe(true);
    await page.keyboard.press('Enter');
    await importPanel(page).waitFor({ state: 'detached' });
    expect(await cellAt(page, 0, 1).innerText()).toContain('2');
  });

  it('shows what is broken with its line; closed, nothing is left of the file', async () => {
    await read('broken.csv', `Customer ID,Phone\n${ID},"1\n`);
    expect(await page.locator('.reading-error').innerText()).toContain('Line 2: A quotation mark');
    await button('Close the file').click();
    await page.locator('.drop-box').waitFor();
    expect(sessions()).toEqual([]);
  });

  it('lets a file that can’t be read at all be read another way', async () => {
    await read('greek.csv', Buffer.concat([Buffer.from(`id,name\n${ID},`), Buffer.of(0xd2, 0x0a)]));
    await page.getByLabel('Encoding').selectOption('windows-1253');
    await page.locator('.reading-error', { hasText: 'not valid WINDOWS-1253' }).waitFor();
    expect(await page.locator('.beginning').count()).toBe(0);
    await page.getByLabel('Encoding').selectOption('windows-1252');
    await expect.poll(headers, { timeout: 10_000 }).toBe('id|name');
    await button('Next: columns').click();
    await page.locator('[data-role-of="id"]').waitFor();
  });
});

describe('reading a large file', () => {
  it('can be cancelled, and nothing is left of it', async () => {
    const row = `${ID},${'x'.repeat(60)},${'y'.repeat(60)}\n`;
    await answerDialogs(launched.app, { open: fileOf('large.csv', `id,one,two\n${row.repeat(700_000)}`) });
    await command(page, 'file.import').click();
    await button('Cancel').click({ timeout: 20_000 });
    await page.locator('.drop-box').waitFor({ timeout: 20_000 });
    await expect.poll(sessions, { timeout: 10_000 }).toEqual([]);
    expect(await page.locator('[role=alert]').count()).toBe(0);
    // And the next one is read as ever.
    await read('small.csv', `Customer ID,Phone\n${ID},1\n`);
    expect(await headers()).toBe('Customer ID|Phone');
  });
});

describe('cells that were copied', () => {
  const paste = async (text: string): Promise<void> => {
    await page.locator('.drop-box').waitFor();
    await writeClipboard(launched.app, text);
    await page.keyboard.press('ControlOrMeta+v');
  };

  it('become a sheet: tabs, quotation marks, line breaks and all', async () => {
    const text = `Customer ID\tStreet\tNotes\r\n${ID}\t"1 Main St\n2nd ""floor"""\t"Old" Street, a; b\r\n`;
    await paste(text);
    await importPanel(page).waitFor({ timeout: 20_000 });
    expect((await preview()).map(([, , cells]) => cells)).toEqual([
      'Customer ID|Street|Notes',
      `${ID}|1 Main St ↵ 2nd "floor"|"Old" Street, a; b`,
    ]);
    await goOnToMapping(page);
    await closeMapping(page);
    await expectTabs(page, { all: 1 });
    const [session = ''] = sessions();
    expect(readFileSync(join(launched.profile, 'sessions', session, 'source'), 'utf8')).toContain(
      '2nd ""floor""',
    );
  });

  it('of a single column stay one column', async () => {
    await paste(`Name\r\nSmith, Anna\r\n"Miller, Bob"\r\n`);
    await importPanel(page).waitFor({ timeout: 20_000 });
    expect((await preview()).map(([, , cells]) => cells)).toEqual(['Name', 'Smith, Anna', 'Miller, Bob']);
  });

  it('without a plain text say so', async () => {
    await page.locator('.drop-box').waitFor();
    await page.evaluate(() =>
      document.addEventListener(
        'copy',
        (event) => {
          event.preventDefault();
          event.clipboardData?.setData('text/html', '<table><tr><td>1</td></tr></table>');
        },
        { once: true },
      ),
    );
    await page.keyboard.press('ControlOrMeta+c');
    await page.keyboard.press('ControlOrMeta+v');
    const notice = page.locator('.notice');
    await notice.waitFor();
    expect(await notice.innerText()).toContain('no plain text');
  });
});

/**
 * What each byte, and many a pair of bytes, is in some encodings; blank where it is nothing. In the window the
 * encodings are all there is to be given, in the host Electron comes first.
 */
function decodedBy(first: unknown, encodings = first as readonly string[]): readonly (readonly string[])[] {
  return encodings.map((label) => {
    let decoder = new TextDecoder(label, { fatal: true });
    const decode = (...bytes: readonly number[]): string => {
      try {
        return decoder.decode(Uint8Array.from(bytes));
      } catch {
        decoder = new TextDecoder(label, { fatal: true });
        return '';
      }
    };
    const texts = Array.from({ length: 256 }, (_, byte) => decode(byte));
    for (let lead = 0x81; lead < 0xff; lead++)
      for (let trail = 0x40; trail < 0xff; trail += 5) texts.push(decode(lead, trail));
    return texts;
  });
}

/** The standard of 2022 gave 18 rare characters of GB 18030 places of their own; one of the two is older. */
const isRareChinese = (encoding: string, text: string, other: string): boolean =>
  encoding === 'gb18030' && /\p{Co}/u.test(text + other);

describe('a legacy encoding', () => {
  it('is never read as one text by the window and as another by the part that plans', async () => {
    const legacy = ENCODINGS.filter((encoding) => !isUnicode(encoding));
    const inWindow = await page.evaluate(decodedBy, legacy);
    const inHost = await launched.app.evaluate(decodedBy, legacy);
    const differing = legacy.flatMap((encoding, at) =>
      (inWindow[at] ?? []).flatMap((text, which) => {
        const other = inHost[at]?.[which] ?? '';
        // What one of them refuses, nothing is made of.
        const isAlike = text === other || text === '' || other === '' || isRareChinese(encoding, text, other);
        return isAlike ? [] : [`${encoding} ${which}: ${text} ${other}`];
      }),
    );
    expect(differing).toEqual([]);
    for (const texts of [inWindow, inHost]) expect(texts[legacy.indexOf('windows-1251')]?.[0xcc]).toBe('М');
  });
});
