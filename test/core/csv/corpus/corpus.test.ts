import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import naughtyStrings from 'big-list-of-naughty-strings' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { DELIMITERS } from '../../../../src/core/csv/dialect.ts';
import { importSheet } from '../../../../src/core/csv/import.ts';
import { printCsv } from '../../../../src/core/csv/print.ts';
import { isError } from '../../../../src/core/diagnostic.ts';
import { ID, imported, rowTexts } from '../../making.ts';
import { REAL_LOOKING } from './real-looking.ts';
import { silentLosses } from './silent-losses.ts';

const spectrum = fileURLToPath(new URL('.', import.meta.resolve('csv-spectrum')));
const spectrumNames = readdirSync(`${spectrum}csvs`).map((name) => name.replace('.csv', ''));

describe('csv-spectrum', () => {
  it.each(spectrumNames)('%s is read as it is meant', (name) => {
    const bytes = readFileSync(`${spectrum}csvs/${name}.csv`);
    const result = importSheet(bytes);
    const meant = [JSON.parse(readFileSync(`${spectrum}json/${name}.json`, 'utf8')) as unknown].flat();
    // What it says of this file is about another phone number than the file's.
    if (name === 'location_coordinates')
      Object.assign(meant[0] ?? {}, { 'Contact Phone Number': '2095257564' });
    if (!result.ok) throw new Error('It should be readable');
    const { sheet, diagnostics } = result.value;
    const rows = sheet.lines.map((_, row) =>
      Object.fromEntries(sheet.columns.map(({ header }, at) => [header, rowTexts(sheet, row)[at]])),
    );
    expect(rows).toEqual(meant);
    expect(diagnostics.filter(isError)).toEqual([]);
    expect(silentLosses(bytes, result)).toEqual([]);
  });

  it('is all there', () => {
    expect(spectrumNames.length).toBeGreaterThanOrEqual(12);
  });
});

describe('the big list of naughty strings', () => {
  const naughty = naughtyStrings.filter((text) => text.trim() !== '');

  it.each(DELIMITERS)('comes through whole in cells and headers, with %j between them', (delimiter) => {
    const rows = naughty.map((text, row) => [`${ID}-${row}`, text, `${text}${text}`]);
    const { sheet } = imported(printCsv([['id', 'one', 'two'], ...rows], delimiter), { excelText: 'keep' });
    expect(sheet.rowCount).toBe(naughty.length);
    expect(rows.map((_, row) => rowTexts(sheet, row))).toStrictEqual(rows);
    const headers = ['id', ...naughty.slice(0, 900)];
    const wide = imported(printCsv([headers, headers.map(String)], delimiter), { excelText: 'keep' });
    expect(wide.sheet.columns.map(({ header }) => header)).toStrictEqual(headers);
  });

  it('is long enough to be one', () => {
    expect(naughty.length).toBeGreaterThan(400);
  });
});

describe('a file as it comes from', () => {
  it.each(REAL_LOOKING)('$what holds what a person saw there', ({ bytes, options, cells, lines }) => {
    const result = importSheet(bytes, options);
    if (!result.ok) throw new Error(result.error.map(({ message }) => message).join(' '));
    const { sheet, diagnostics } = result.value;
    const [headers = [], ...rows] = cells;
    expect(sheet.columns.map(({ header }) => header)).toStrictEqual(headers);
    expect(rows.map((_, row) => rowTexts(sheet, row))).toStrictEqual(rows);
    expect(sheet.rowCount).toBe(rows.length);
    expect(sheet.lines).toStrictEqual(lines);
    expect(diagnostics.filter(isError)).toEqual([]);
    expect(silentLosses(bytes, result)).toEqual([]);
  });
});
