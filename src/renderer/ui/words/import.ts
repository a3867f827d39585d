import type { Newline } from '../../../core/csv/dialect.ts';
import type { Encoding } from '../../../core/csv/encoding.ts';
import type { FileDialect } from '../../../core/csv/import.ts';
import { count, number } from '../../../core/words/text.ts';

/** Words of the panel that shows how a file was read. */
export const IMPORT = {
  title: (fileName: string) => `How ${fileName} was read`,
  lead: 'These are its first lines. Change what was assumed wrongly; the file itself is never changed.',
  unusableLead: 'As it was read it can’t be used. Read it another way, or close it and put the file right.',
  howRead: 'How the file was read',
  encoding: 'Encoding',
  delimiter: 'Cells separated by',
  headerLine: 'Headers on line',
  headerLineIs: 'The headers',
  headerBy: {
    'its text': 'Recognised by what stands there.',
    choice: 'Chosen. Blank to recognise it.',
  } satisfies Readonly<Record<FileDialect['headerBy'], string>>,
  makeHeader: (line: number) => `Take line ${number(line)} as the headers`,
  excelText: 'Cells like ="02138"',
  excelTextHint: 'Excel’s way of keeping zeros.',
  excelTexts: { unwrap: 'read as 02138', keep: 'kept as they are' },
  automatic: 'Automatic',
  automaticIs: (found: string) => `Automatic: ${found}`,
  newlines: {
    '\n': 'lines end with LF',
    '\r\n': 'lines end with CRLF',
    '\r': 'lines end with CR',
    mixed: 'lines end in several ways',
  } satisfies Readonly<Record<Newline, string>>,
  summary: (rows: number, columns: number, newline: string) =>
    `${count(rows, 'row')}, ${count(columns, 'column')}, ${newline}`,
  encodingBy: {
    'byte order mark': 'The file says so at its beginning.',
    'its bytes': 'Recognised by its bytes.',
    assumption: 'Assumed: look at the words below.',
    choice: 'Chosen.',
  } satisfies Readonly<Record<FileDialect['by'], string>>,
  delimiterBy: {
    'separator line': 'The file says so on its first line.',
    'its text': 'Recognised by its lines.',
    choice: 'Chosen.',
  } satisfies Readonly<Record<FileDialect['delimiterBy'], string>>,
  specialWords: 'If these words look right, so is the encoding:',
  line: 'Line',
  cells: 'Cells',
  kinds: { separator: 'how cells are separated', above: 'left out', blank: 'blank, left out' },
  moreColumns: (columns: number) => `… and ${count(columns, 'more column')}`,
  preview: 'The first lines of the file',
  findings: 'What was found in the file',
  moreFindings: (findings: number) => `… and ${number(findings)} more`,
  allFine: 'Nothing unusual was found.',
  reading: 'Reading the file',
  edited:
    'Cells were edited already, and edits belong to the sheet as it was read. To read the file another way, import it again.',
  next: 'Next: columns',
  done: 'Done',
  close: 'Close the file',
  lookAnyway: 'Look at it anyway',
  cancel: 'Cancel',
  noPlainText:
    'What was copied holds no plain text, so no cells were found in it. Mark the cells in Excel or Google Sheets and copy them again.',
} as const;

export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE (“Unicode text”)',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Western European (Windows-1252)',
  'iso-8859-15': 'Western European (ISO 8859-15)',
  macintosh: 'Western European (Mac)',
  'windows-1250': 'Central European (Windows-1250)',
  'iso-8859-2': 'Central European (ISO 8859-2)',
  'windows-1257': 'Baltic (Windows-1257)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'koi8-r': 'Cyrillic (KOI8-R)',
  ibm866: 'Cyrillic (DOS 866)',
  'x-mac-cyrillic': 'Cyrillic (Mac)',
  'windows-1253': 'Greek (Windows-1253)',
  'windows-1254': 'Turkish (Windows-1254)',
  'windows-1255': 'Hebrew (Windows-1255)',
  'windows-1256': 'Arabic (Windows-1256)',
  'windows-1258': 'Vietnamese (Windows-1258)',
  'windows-874': 'Thai (Windows-874)',
  shift_jis: 'Japanese (Shift JIS)',
  'euc-jp': 'Japanese (EUC-JP)',
  gb18030: 'Chinese, simplified (GBK, GB 18030)',
  big5: 'Chinese, traditional (Big5)',
  'euc-kr': 'Korean (EUC-KR)',
};

export const DELIMITER_NAMES = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const;
