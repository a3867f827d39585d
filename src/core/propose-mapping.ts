import type { ColumnProposal, Reason } from './column-proposal.ts';
import type { ColumnIndex } from './diagnostic.ts';
import { type Field, KNOWN_FIELDS } from './fields.ts';
import { keyColumnOf } from './headers/key-column.ts';
import { type ColumnReading, type Evidence, readColumns } from './headers/read-columns.ts';
import { type Mapping, mappingOf } from './mapping.ts';
import type { Sheet } from './sheet.ts';

export interface MappingProposal {
  readonly mapping: Mapping;
  /** By column index. */
  readonly columns: readonly ColumnProposal[];
  /**
   * The sheet looks like a whole export: nothing is proposed to be written, so that a three-week-old export
   * does not revert everybody's newer values because one column was corrected.
   */
  readonly isWholeExport: boolean;
}

/** So many of the known fields make a sheet an export rather than a list of corrections. */
const MOST_FIELDS = KNOWN_FIELDS.length * 0.6;

/**
 * Proposes each column's role from its header and its first values. Proposing is all it does: people see what
 * will be written. The same sheet is always proposed the same, in the window as in the host.
 */
export function proposeMapping(sheet: Pick<Sheet, 'columns' | 'cells' | 'rowCount'>): MappingProposal {
  const readings = readColumns(sheet);
  const isWholeExport = looksLikeExport(readings, sheet.rowCount);
  const keyColumn = keyColumnOf(readings);
  const holders = holdersOf(readings, keyColumn, isWholeExport);
  const columns = readings.map((reading, column) =>
    column === keyColumn
      ? keyProposal(reading)
      : proposalFor(reading, column, holders, isWholeExport, keyColumn),
  );
  return { mapping: mappingOf(columns.map(({ role }) => role)), columns, isWholeExport };
}

/** A column that only exports have, or most fields; columns without a single value don't make an export. */
function looksLikeExport(readings: readonly ColumnReading[], rowCount: number): boolean {
  if (readings.some(({ meaning }) => meaning.kind === 'export_only')) return true;
  const filled = readings.filter(({ values }) => values.length > 0 || rowCount === 0);
  const fields = new Set(filled.flatMap(({ meaning }) => (meaning.kind === 'field' ? [meaning.field] : [])));
  return KNOWN_FIELDS.filter((field) => fields.has(field)).length >= MOST_FIELDS;
}

const isIdentifying = (field: Field): boolean => field === 'name' || field === 'email';

/** What a column that means a field can be for. */
type Use = 'write' | 'check' | 'none';

interface Holders {
  readonly useOf: (column: ColumnIndex) => Use;
  /** The one column that is proposed for a use of a field: “Name” and “Company” may both stand for the name. */
  readonly holderOf: (use: Use, field: Field) => ColumnIndex | undefined;
}

function holdersOf(
  readings: readonly ColumnReading[],
  keyColumn: ColumnIndex,
  isWholeExport: boolean,
): Holders {
  const renewed = new Set(
    readings.flatMap(({ meaning, header }) =>
      meaning.kind === 'field' && header.age === 'new' ? [meaning.field] : [],
    ),
  );
  const hasOtherFields = readings.some(
    ({ meaning }) => meaning.kind === 'field' && !isIdentifying(meaning.field),
  );
  const uses = readings.map(({ meaning, header }, column): Use => {
    if (meaning.kind !== 'field' || column === keyColumn) return 'none';
    // “E-mail” beside “New e-mail” is the old one.
    const isOld = header.age === 'old' || (renewed.has(meaning.field) && header.age !== 'new');
    if (!isIdentifying(meaning.field)) return isOld ? 'none' : 'write';
    // Valid ids beside wrong addresses, after an id column was sorted by itself: only a check can see it.
    const isCheck = isOld || ((hasOtherFields || isWholeExport) && header.age !== 'new');
    return isCheck ? 'check' : 'write';
  });
  const holders = new Map<string, ColumnIndex>();
  for (const evidence of STRENGTHS) {
    for (const [column, { meaning }] of readings.entries()) {
      const use = uses[column] ?? 'none';
      if (meaning.kind !== 'field' || meaning.by !== evidence || use === 'none') continue;
      const place = `${use} ${meaning.field}`;
      if (!holders.has(place)) holders.set(place, column);
    }
  }
  return {
    useOf: (column) => uses[column] ?? 'none',
    holderOf: (use, field) => holders.get(`${use} ${field}`),
  };
}

/** Where several columns mean a field, its own name comes before its other names; among those the first. */
const STRENGTHS = ['exact', 'alias_and_values', 'alias', 'values'] as const satisfies readonly Evidence[];

function keyProposal({ meaning }: ColumnReading): ColumnProposal {
  if (meaning.kind !== 'id' && meaning.kind !== 'field')
    throw new Error('A key column means an id or a field.');
  return { role: { kind: 'key', by: meaning.kind === 'id' ? 'id' : 'email' }, why: reasonFor(meaning.by) };
}

const notUsed = (why: Reason): ColumnProposal => ({ role: { kind: 'reference' }, why });

function proposalFor(
  { meaning }: ColumnReading,
  column: ColumnIndex,
  holders: Holders,
  isWholeExport: boolean,
  keyColumn: ColumnIndex,
): ColumnProposal {
  if (meaning.kind === 'id') return notUsed({ kind: 'taken', field: 'id', by: keyColumn });
  if (meaning.kind !== 'field') return notUsed(meaning);
  const { field } = meaning;
  const use = holders.useOf(column);
  if (use === 'none') return notUsed({ kind: 'old_value', field });
  const holder = holders.holderOf(use, field);
  if (holder !== undefined && holder !== column) return notUsed({ kind: 'taken', field, by: holder });
  const why = reasonFor(meaning.by);
  if (use === 'check') return { role: { kind: 'check', field }, why };
  return { role: { kind: isWholeExport ? 'reference' : 'write', field }, why };
}

function reasonFor(evidence: Evidence): Reason {
  switch (evidence) {
    case 'exact':
    case 'values':
      return { kind: evidence };
    case 'alias':
    case 'alias_and_values':
      return { kind: 'alias', valuesFit: evidence === 'alias_and_values' };
  }
}
