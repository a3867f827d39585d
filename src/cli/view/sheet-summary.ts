import { styleText } from 'node:util';
import { assertNever } from '../../core/assert-never.ts';
import type { ImportedSheet } from '../../core/csv/import.ts';
import type { ColumnRole } from '../../core/mapping.ts';
import type { ValidatedSheet } from '../../core/validate.ts';
import { fieldLabel } from '../../core/words/fields.ts';
import { placeText } from '../../core/words/places.ts';
import { count } from '../../core/words/text.ts';

const DELIMITER_NAMES = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const;
const NEWLINE_NAMES = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR', mixed: 'mixed line ends' } as const;

/** How the file was understood, and which columns will be written. Nothing is assumed silently. */
export function sheetSummary(fileName: string, imported: ImportedSheet, validated: ValidatedSheet): string {
  const { sheet, dialect, diagnostics } = imported;
  const { delimiter, newline, encoding, headerLine } = dialect;
  const lines = [
    `${styleText('bold', fileName)}: ${count(sheet.rowCount, 'row')}, ${count(sheet.columns.length, 'column')} (${encoding}, ${DELIMITER_NAMES[delimiter]}, ${NEWLINE_NAMES[newline]}, header on line ${headerLine})`,
    ...diagnostics.map(({ place, message }) => `  ! ${placeText(place)}${message}`),
    ...validated.mapping.roles.flatMap((role, column) => {
      const text = roleText(role);
      return text === undefined ? [] : [`  ${(sheet.columns[column]?.name ?? '').padEnd(24)} ${text}`];
    }),
  ];
  return lines.join('\n');
}

function roleText(role: ColumnRole): string | undefined {
  switch (role.kind) {
    case 'key':
      return `finds the customer by ${role.by === 'id' ? 'id' : 'e-mail'}`;
    case 'write':
      return `is written to ${fieldLabel(role.field)}`;
    case 'check':
      return `must equal the customer’s ${fieldLabel(role.field)}`;
    case 'reference':
      return undefined;
    default:
      return assertNever(role, 'column role');
  }
}
