import { styleText } from 'node:util';
import { assertNever } from '../../core/assert-never.ts';
import type { ColumnProposal, Reason } from '../../core/column-proposal.ts';
import type { ImportedSheet } from '../../core/csv/import.ts';
import type { ColumnIndex } from '../../core/diagnostic.ts';
import { type ColumnRole, isSameRole } from '../../core/mapping.ts';
import type { MappingProposal } from '../../core/propose-mapping.ts';
import type { ValidatedSheet } from '../../core/validate.ts';
import { fieldLabel } from '../../core/words/fields.ts';
import { reasonText } from '../../core/words/mapping-reasons.ts';
import { placeText } from '../../core/words/places.ts';
import { count } from '../../core/words/text.ts';

const DELIMITER_NAMES = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const;
const NEWLINE_NAMES = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR', mixed: 'mixed line ends' } as const;

/** How the file was understood, and which columns will be written. Nothing is assumed silently. */
export function sheetSummary(
  fileName: string,
  imported: ImportedSheet,
  validated: ValidatedSheet,
  proposal: MappingProposal,
): string {
  const { sheet, dialect, diagnostics } = imported;
  const { delimiter, newline, encoding, headerLine } = dialect;
  const nameOf = (column: ColumnIndex): string => sheet.columns[column]?.name ?? '';
  const lines = [
    `${styleText('bold', fileName)}: ${count(sheet.rowCount, 'row')}, ${count(sheet.columns.length, 'column')} (${encoding}, ${DELIMITER_NAMES[delimiter]}, ${NEWLINE_NAMES[newline]}, header on line ${headerLine})`,
    ...diagnostics.map(({ place, message }) => `  ! ${placeText(place)}${message}`),
    ...validated.mapping.roles.flatMap((role, column) => {
      const text = roleText(role) ?? notUsedText(proposal.columns[column]);
      if (text === undefined) return [];
      const proposed = proposal.columns[column];
      const why = isSameRole(role, proposed?.role) && proposed ? reasonText(proposed.why, nameOf) : undefined;
      return [
        `  ${nameOf(column).padEnd(24)} ${text}${why === undefined ? '' : styleText('dim', ` (${why})`)}`,
      ];
    }),
  ];
  return lines.join('\n');
}

/** A column whose name promises more than it keeps is named; others that are not used are nobody's question. */
const notUsedText = (proposed: ColumnProposal | undefined): string | undefined =>
  proposed?.role.kind === 'reference' && SURPRISING.has(proposed.why.kind) ? 'is not used' : undefined;

const SURPRISING: ReadonlySet<Reason['kind']> = new Set([
  'contradicted',
  'taken',
  'old_value',
  'part_of_name',
]);

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
