import Papa from 'papaparse';

/**
 * What a spreadsheet makes of a CSV file that is opened in it and saved again, as bad as the documented behaviour of
 * LibreOffice and Excel put together, each with the settings that change most: quoting does not count, formulas are
 * evaluated, numbers, dates and times are recognised and written back in the program's own way, a leading apostrophe
 * is text, line breaks in cells become LF, rows are made even, cells are quoted only where they must be, and there is
 * no byte order mark.
 */
export function savedBySpreadsheet(csv: string, delimiter = ','): string {
  const records = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { delimiter: ',', newline: '\r\n' }).data;
  records.pop();
  const width = Math.max(...records.map((record) => record.length));
  const saved = records.map((record) =>
    Array.from({ length: width }, (_, at) => cellSaved(record[at] ?? '')),
  );
  return Papa.unparse(saved, { delimiter, newline: '\n', quotes: false });
}

const MONTH = '(jan(uary)?|mar(ch)?|may|dec(ember)?|mai|août)';
const DATES = [
  /^\d{1,4}[-./]\d{1,2}([-./]\d{0,4})?$/,
  new RegExp(`^\\d{1,2}[ -]?${MONTH}([ -]\\d{2,4})?$`, 'i'),
  new RegExp(`^${MONTH}[ -]?\\d{1,4}(, ?\\d{4})?$`, 'i'),
  /^\d{1,2}:\d{2}(:\d{2})?( ?[ap]m)?$/i,
  /^\d{1,2} [ap]m?$/i,
];
const MOST_DIGITS_SHOWN = 11;

function cellSaved(text: string): string {
  const trimmed = text.trim();
  if (/^[=+@-]/.test(trimmed) && !isNumber(trimmed)) return '#NAME?';
  if (/^(true|false)$/i.test(trimmed)) return trimmed.toUpperCase();
  if (isNumber(trimmed)) return numberShown(numberOf(trimmed));
  if (DATES.some((date) => date.test(trimmed))) return '2026-11-24';
  return text.replace(/\r\n?/g, '\n');
}

const numberOf = (text: string): number =>
  Number(
    text
      .replace(/^\((.*)\)$/, '-$1')
      .replace(/[\s$€£%]|,(?=\d{3})/g, '')
      .replace(',', '.'),
  );

const isNumber = (text: string): boolean => /\d/.test(text) && Number.isFinite(numberOf(text));

const numberShown = (value: number): string =>
  String(Math.abs(value)).length > MOST_DIGITS_SHOWN ? value.toExponential(5).toUpperCase() : String(value);
