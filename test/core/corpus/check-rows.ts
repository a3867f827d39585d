import type { Diagnostic } from '../../../src/core/diagnostic.ts';
import { ID, validated } from '../making.ts';
import type { ValidRow } from './valid-rows.ts';

const PARTS = ['line1', 'line2', 'city', 'state', 'postal_code', 'country'] as const;
/** The columns of a sheet that writes whole customers. */
export const COLUMNS = ['name', 'email', 'phone', ...PARTS] as const;
export type RowColumn = (typeof COLUMNS)[number];

const ROLES = COLUMNS.map((name) =>
  PARTS.some((part) => part === name) ? `write:billing_address.${name}` : `write:${name}`,
);

/** Findings about each row, as a sheet of them shows them. */
export function findingsOf(rows: readonly ValidRow[]): readonly (readonly Diagnostic[])[] {
  const cells = rows.map((row, index) => [idOf(index), ...COLUMNS.map((column) => row[column])]);
  const sheet = validated(['key:id', ...ROLES], cells, { blanks: { billing_address: 'keep' } });
  // The same few e-mails serve all rows; that two rows share one is not what is looked for.
  return rows.map((_, row) => sheet.read(row).diagnostics.filter(({ code }) => code !== 'email_used_twice'));
}

/** The finding about a cell, by the name of its column. */
export const findingIn = (findings: readonly Diagnostic[], column: RowColumn): Diagnostic | undefined =>
  findings.find(({ place }) => place.kind === 'cell' && place.column === COLUMNS.indexOf(column) + 1);

const idOf = (row: number): string => ID.slice(0, -6) + String(row).padStart(6, '0');
