import { describe, expect, it } from 'vitest';
import { importSheet } from '../../../src/core/csv/import.ts';
import { bytesOf, codesOf, imported, rowTexts } from '../making.ts';

const TEXT = 'id,name\r\n1,Zoë Müller\r\n';

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const units = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < units.length; at++) view.setUint16(at * 2, units.charCodeAt(at), order === 'le');
  return bytes;
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('the text of a file', () => {
  it.each([
    ['UTF-8', bytesOf(TEXT), 'utf-8', 'its bytes'],
    ['UTF-8 with a byte order mark', bytesOf(`\ufeff${TEXT}`), 'utf-8', 'byte order mark'],
    ['UTF-16 LE with a byte order mark', utf16(TEXT, 'le', true), 'utf-16le', 'byte order mark'],
    ['UTF-16 BE with a byte order mark', utf16(TEXT, 'be', true), 'utf-16be', 'byte order mark'],
    ['UTF-16 LE without one', utf16(TEXT, 'le', false), 'utf-16le', 'its bytes'],
    ['UTF-16 BE without one', utf16(TEXT, 'be', false), 'utf-16be', 'its bytes'],
    ['Windows-1252', latin1(TEXT), 'windows-1252', 'assumption'],
  ])('reads the same in %s', (_, bytes, encoding, by) => {
    const { sheet, dialect } = imported(bytes);
    expect(dialect).toMatchObject({ encoding, by });
    expect(sheet.columns.map(({ header }) => header)).toStrictEqual(['id', 'name']);
    expect(rowTexts(sheet, 0)).toStrictEqual(['1', 'Zoë Müller']);
  });

  it('has the characters that Windows-1252 has and Latin-1 has not', () => {
    const bytes = Uint8Array.of(...bytesOf('id,price\n1,'), 0x80, 0x20, 0x96, 0x0a);
    expect(rowTexts(imported(bytes).sheet, 0)).toStrictEqual(['1', '€ –']);
  });

  it('says so where the encoding is an assumption', () => {
    expect(codesOf(imported(latin1(TEXT)).diagnostics)).toStrictEqual(['assumed_windows_1252']);
    expect(imported(bytesOf(TEXT)).diagnostics).toStrictEqual([]);
    expect(imported(latin1(TEXT), { encoding: 'windows-1252' }).diagnostics).toStrictEqual([]);
  });

  it('is refused rather than read wrong in an encoding it is not in', () => {
    const result = importSheet(latin1(TEXT), { encoding: 'utf-8' });
    expect(result.ok ? [] : codesOf(result.error)).toStrictEqual(['not_in_encoding']);
    const cut = importSheet(utf16(TEXT, 'le', false).slice(0, -1), { encoding: 'utf-16le' });
    expect(cut.ok ? [] : codesOf(cut.error)).toStrictEqual(['not_in_encoding']);
  });

  it('keeps a byte order mark out of the first header in a chosen encoding, too', () => {
    const { sheet } = imported(bytesOf(`\ufeff${TEXT}`), { encoding: 'utf-8' });
    expect(sheet.columns[0]?.header).toBe('id');
  });

  it.each([
    ['an Excel workbook', [0x50, 0x4b, 0x03, 0x04, 0x14], 'excel_workbook'],
    ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'excel_workbook'],
    ['a PDF', [...bytesOf('%PDF-1.7')], 'not_text'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d], 'not_text'],
    ['nothing', [], 'empty_file'],
    ['only a byte order mark', [0xef, 0xbb, 0xbf], 'empty_file'],
    ['only blank lines', [0x0a, 0x0a, 0x20, 0x0a], 'empty_file'],
  ])('is refused where the file holds %s', (_, bytes, code) => {
    const result = importSheet(Uint8Array.from(bytes));
    expect(result.ok ? [] : codesOf(result.error)).toStrictEqual([code]);
  });
});
