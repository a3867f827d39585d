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

  it.each([
    ['windows-1250', 'Łódź', [0xa3, 0xf3, 0x64, 0x9f]],
    ['iso-8859-2', 'Łódź', [0xa3, 0xf3, 0x64, 0xbc]],
    ['windows-1251', 'Москва', [0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]],
    ['koi8-r', 'Москва', [0xed, 0xcf, 0xd3, 0xcb, 0xd7, 0xc1]],
    ['ibm866', 'Москва', [0x8c, 0xae, 0xe1, 0xaa, 0xa2, 0xa0]],
    ['x-mac-cyrillic', 'Москва', [0x8c, 0xee, 0xf1, 0xea, 0xe2, 0xe0]],
    ['windows-1253', 'Αθήνα', [0xc1, 0xe8, 0xde, 0xed, 0xe1]],
    ['windows-1254', 'Şişli', [0xde, 0x69, 0xfe, 0x6c, 0x69]],
    ['windows-1255', 'חיפה', [0xe7, 0xe9, 0xf4, 0xe4]],
    ['windows-1256', 'دبي', [0xcf, 0xc8, 0xed]],
    ['windows-1257', 'Šiauliai', [0xd0, 0x69, 0x61, 0x75, 0x6c, 0x69, 0x61, 0x69]],
    ['windows-1258', 'Đà', [0xd0, 0xe0]],
    ['windows-874', 'ไทย', [0xe4, 0xb7, 0xc2]],
    ['iso-8859-15', '5 €', [0x35, 0x20, 0xa4]],
    ['macintosh', 'Zoë', [0x5a, 0x6f, 0x91]],
    ['shift_jis', '東京', [0x93, 0x8c, 0x8b, 0x9e]],
    ['euc-jp', '東京', [0xc5, 0xec, 0xb5, 0xfe]],
    ['gb18030', '北京', [0xb1, 0xb1, 0xbe, 0xa9]],
    ['big5', '台北', [0xa5, 0x78, 0xa5, 0x5f]],
    ['euc-kr', '서울', [0xbc, 0xad, 0xbf, 0xef]],
  ] as const)('is read in %s where that is chosen', (encoding, city, bytes) => {
    const file = Uint8Array.of(...bytesOf('id,city\n1,'), ...bytes, 0x0a);
    const { sheet, dialect, specialWords, diagnostics } = imported(file, { encoding });
    expect(rowTexts(sheet, 0)).toStrictEqual(['1', city]);
    expect(dialect).toMatchObject({ encoding, by: 'choice' });
    expect(specialWords.join(' ')).toContain(city.at(-1));
    expect(diagnostics).toStrictEqual([]);
  });

  it('shows by a few words whether its encoding is right', () => {
    const rows = ['1,Anna', '2,Zoë', '3,Zoë', '4,"Müller, Søren"', '5,5 € (net)', '6,Ñ', '7,é'];
    expect(imported(latin1(`id,name\n${rows.join('\n').replace('€', '\u0080')}`)).specialWords).toStrictEqual(
      ['Zoë', 'Müller', 'Søren', '€', 'Ñ'],
    );
    expect(imported(bytesOf(TEXT)).specialWords).toStrictEqual([]);
    expect(imported(latin1('id,price\n1,1\u00a0234\n2,5\u00a0é\n')).specialWords).toStrictEqual(['é']);
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
