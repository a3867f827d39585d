import type { Field } from '../fields.ts';
import type { Sheet } from '../sheet.ts';
import {
  areDatesOrTimes,
  areEmails,
  areNames,
  areNoIds,
  areUuids,
  type Values,
  valuesOf,
  verdictOn,
} from './column-values.ts';
import { type HeaderReading, readHeader } from './meaning.ts';

/** What a column seems to hold: what its header says, and what its values make of that. */
export interface ColumnReading {
  readonly header: HeaderReading;
  readonly values: Values;
  readonly meaning: ColumnMeaning;
}

export type ColumnMeaning =
  | { readonly kind: 'id'; readonly by: Evidence; readonly isNumber: boolean }
  | { readonly kind: 'field'; readonly field: Field; readonly by: Evidence }
  | { readonly kind: 'contradicted'; readonly says: Field | 'id' }
  | { readonly kind: 'export_only' }
  | { readonly kind: 'part_of_name' }
  | { readonly kind: 'unknown' };

/** What a meaning rests on, the best first. */
export type Evidence = 'exact' | 'alias_and_values' | 'alias' | 'values';

/** By column, what its header and its first values say that it is. */
export function readColumns(sheet: Pick<Sheet, 'columns' | 'cells' | 'rowCount'>): readonly ColumnReading[] {
  const headers = sheet.columns.map(({ header }) => readHeader(header));
  const hasGivenName = headers.some(({ meaning }) => meaning.kind === 'given_name');
  const hasFamilyName = headers.some(({ meaning }) => meaning.kind === 'family_name');
  return headers.map((header, column) => {
    const values = valuesOf(sheet, column);
    // “Vorname” and “Name”, “Nombre” and “Apellidos”: half a name would be written over a whole one.
    const isHalfName = header.isBareName && hasGivenName !== hasFamilyName;
    return {
      header,
      values,
      meaning: isHalfName ? { kind: 'part_of_name' } : meaningWith(header, values),
    };
  });
}

function meaningWith({ meaning, isForeign, age }: HeaderReading, values: Values): ColumnMeaning {
  switch (meaning.kind) {
    case 'id':
      if (areEmails(values)) return { kind: 'field', field: 'email', by: 'values' };
      if (areNoIds(values)) return { kind: 'contradicted', says: 'id' };
      return { kind: 'id', isNumber: meaning.isNumber, by: areUuids(values) ? 'alias_and_values' : 'alias' };
    case 'field': {
      const verdict = verdictOn(meaning.field, values);
      // “New e-mail” was written over these values on purpose: they are mistakes to be found, not something else.
      if (verdict === 'contradict' && age !== 'new') return contradicted(meaning.field, values);
      if (meaning.confidence === 'exact') return { kind: 'field', field: meaning.field, by: 'exact' };
      return { kind: 'field', field: meaning.field, by: verdict === 'fit' ? 'alias_and_values' : 'alias' };
    }
    case 'customer':
      if (values.length === 0) return { kind: 'id', by: 'alias', isNumber: true };
      if (areEmails(values)) return { kind: 'field', field: 'email', by: 'values' };
      if (areNames(values)) return { kind: 'field', field: 'name', by: 'values' };
      if (areUuids(values)) return { kind: 'id', by: 'values', isNumber: false };
      return { kind: 'id', by: 'alias', isNumber: true };
    case 'export_only':
      return !meaning.isDate || areDatesOrTimes(values) ? { kind: 'export_only' } : { kind: 'unknown' };
    case 'given_name':
    case 'family_name':
      return { kind: 'part_of_name' };
    case 'unknown':
      return !isForeign && areUuids(values)
        ? { kind: 'id', by: 'values', isNumber: false }
        : { kind: 'unknown' };
  }
}

/** An “Address” full of e-mails is one of those. */
const contradicted = (says: Field, values: Values): ColumnMeaning =>
  areEmails(values) ? { kind: 'field', field: 'email', by: 'values' } : { kind: 'contradicted', says };
