import type { Encoding } from '../../../../src/core/csv/encoding.ts';
import type { ImportOptions } from '../../../../src/core/csv/import.ts';
import { ID, OTHER_ID } from '../../making.ts';
import { encoded } from './encoded.ts';

/** A file as a program writes it, and what a person sees in it there. */
export interface RealLooking {
  readonly what: string;
  readonly bytes: Uint8Array;
  /** What a person has to say, because the bytes can't. */
  readonly options?: ImportOptions;
  readonly cells: readonly (readonly string[])[];
  /** Line of the file on which each row begins. */
  readonly lines: readonly number[];
}

const BYTE_ORDER_MARK = '\ufeff';

/** Quotes where a cell needs them, as Excel, Sheets and Numbers do. */
const sparing = (delimiter: string) => (cell: string) =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
/** Quotes around every cell but numbers, as LibreOffice does where it is told to. */
const texts = () => (cell: string) =>
  /^\d+([.,]\d+)?$/.test(cell) ? cell : `"${cell.replaceAll('"', '""')}"`;
const all = () => (cell: string) => `"${cell.replaceAll('"', '""')}"`;

interface Writing {
  readonly delimiter: string;
  readonly newline: string;
  readonly quoting?: (delimiter: string) => (cell: string) => string;
  readonly encoding?: Encoding;
  readonly isChosen?: boolean;
  readonly before?: string;
  readonly hasLastNewline?: boolean;
}

const HEADERS = ['Customer ID', 'Name', 'Street', 'City', 'ZIP', 'Amount'] as const;

function exported(
  what: string,
  [name, street, city, amount]: readonly [string, string, string, string],
  writing: Writing,
): RealLooking {
  const { delimiter, newline, quoting = sparing, encoding = 'utf-8', before = '' } = writing;
  const cells = [
    [...HEADERS],
    [ID, name, `${street} 1\n"2nd floor"`, city, '02138', amount],
    [OTHER_ID, `${name}, ${name}; ${name}`, street, city, '00501', ''],
  ];
  const quoted = quoting(delimiter);
  const records = cells.map((record) => record.map(quoted).join(delimiter));
  const text = `${before}${records.join(newline)}${writing.hasLastNewline === false ? '' : newline}`;
  const first = before.replace(BYTE_ORDER_MARK, '').split(/\r\n|\r|\n/).length + 1;
  return {
    what,
    bytes: encoded(text, encoding),
    ...(writing.isChosen ? { options: { encoding } } : {}),
    cells,
    lines: [first, first + 2],
  };
}

const AMERICAN = ['Zoe Smith', '1 Main St', 'Cambridge', '1,234.50'] as const;
const GERMAN = ['Jörg Müßig', 'Lindenstraße', 'Köln', '1.234,50'] as const;
const FRENCH = ['Zoé Garçon', 'Rue de l’Œuvre', 'Besançon', '1 234,50 €'] as const;
const POLISH = ['Łucja Żak', 'Świętojańska', 'Gdańsk', '1 234,50'] as const;
const RUSSIAN = ['Анна Щукина', 'Цветной бульвар', 'Москва', '1 234,50'] as const;
const JAPANESE = ['山田花子', '丸の内', '東京', '1,234'] as const;

const EXCEL = { newline: '\r\n' } as const;

/** Exports of spreadsheets in several languages, byte by byte as they write them. */
export const REAL_LOOKING: readonly RealLooking[] = [
  exported('Excel, CSV UTF-8, American', AMERICAN, { ...EXCEL, delimiter: ',', before: BYTE_ORDER_MARK }),
  exported('Excel, CSV UTF-8, German', GERMAN, { ...EXCEL, delimiter: ';', before: BYTE_ORDER_MARK }),
  exported('Excel, CSV, German', GERMAN, { ...EXCEL, delimiter: ';', encoding: 'windows-1252' }),
  exported('Excel, CSV, French', FRENCH, { ...EXCEL, delimiter: ';', encoding: 'windows-1252' }),
  exported('Excel, CSV, Polish', POLISH, {
    ...EXCEL,
    delimiter: ';',
    encoding: 'windows-1250',
    isChosen: true,
  }),
  exported('Excel, CSV, Russian', RUSSIAN, {
    ...EXCEL,
    delimiter: ';',
    encoding: 'windows-1251',
    isChosen: true,
  }),
  exported('Excel, CSV (MS-DOS), Russian', RUSSIAN, {
    ...EXCEL,
    delimiter: ';',
    encoding: 'ibm866',
    isChosen: true,
  }),
  exported('Excel, CSV, Japanese', JAPANESE, {
    ...EXCEL,
    delimiter: ',',
    encoding: 'shift_jis',
    isChosen: true,
  }),
  exported('Excel, CSV, Chinese', ['张伟', '建国路', '北京', '1,234'], {
    ...EXCEL,
    delimiter: ',',
    encoding: 'gb18030',
    isChosen: true,
  }),
  exported('Excel, CSV, Taiwanese', ['陳小明', '信義路', '臺北', '1,234'], {
    ...EXCEL,
    delimiter: ',',
    encoding: 'big5',
    isChosen: true,
  }),
  exported('Excel, CSV, Korean', ['김민준', '세종로', '서울', '1,234'], {
    ...EXCEL,
    delimiter: ',',
    encoding: 'euc-kr',
    isChosen: true,
  }),
  exported('Excel, CSV, Greek', ['Αθηνά', 'Οδός Ερμού', 'Αθήνα', '1.234,50'], {
    ...EXCEL,
    delimiter: ';',
    encoding: 'windows-1253',
    isChosen: true,
  }),
  exported('Excel, CSV, Turkish', ['Işıl Şahin', 'İstiklal', 'Muğla', '1.234,50'], {
    ...EXCEL,
    delimiter: ';',
    encoding: 'windows-1254',
    isChosen: true,
  }),
  exported('Excel, Unicode text', RUSSIAN, {
    ...EXCEL,
    delimiter: '\t',
    encoding: 'utf-16le',
    before: BYTE_ORDER_MARK,
  }),
  exported('Excel, Unicode text, big-endian', FRENCH, {
    ...EXCEL,
    delimiter: '\t',
    encoding: 'utf-16be',
    before: BYTE_ORDER_MARK,
  }),
  exported('Excel for Mac, CSV (Macintosh)', FRENCH, {
    newline: '\r',
    delimiter: ';',
    encoding: 'macintosh',
    isChosen: true,
  }),
  exported('LibreOffice', POLISH, { newline: '\n', delimiter: ',' }),
  exported('LibreOffice, all texts quoted', GERMAN, { newline: '\n', delimiter: ';', quoting: texts }),
  exported('LibreOffice, ISO 8859-2', POLISH, {
    newline: '\n',
    delimiter: '\t',
    encoding: 'iso-8859-2',
    isChosen: true,
  }),
  exported('Google Sheets, CSV', JAPANESE, { newline: '\r\n', delimiter: ',', hasLastNewline: false }),
  exported('Numbers, with the name of its table', FRENCH, {
    newline: '\r\n',
    delimiter: ';',
    before: 'Tableau 1\r\n',
    hasLastNewline: false,
  }),
  exported('a database, all quoted', RUSSIAN, { newline: '\n', delimiter: ',', quoting: all }),
  exported('an accounting program, sep=', GERMAN, {
    ...EXCEL,
    delimiter: ';',
    encoding: 'windows-1252',
    before: 'sep=;\r\n',
  }),
  exported('an accounting program, titles above', GERMAN, {
    ...EXCEL,
    delimiter: '|',
    before: `${BYTE_ORDER_MARK}Kundenliste, Stand: 24.11.2026\r\nMandant|4711\r\n\r\n`,
  }),
  exported('a program of its own mind: sep= and titles and a mark', FRENCH, {
    newline: '\n',
    delimiter: '\t',
    before: `${BYTE_ORDER_MARK}sep=\t\nExport du 24/11/2026\n\n\n`,
  }),
];
