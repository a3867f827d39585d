import { type Field, KNOWN_FIELDS } from './fields.ts';
import { type HeaderMeaning, meaningOf } from './header-words.ts';
import { type ColumnRole, type Mapping, mappingOf } from './mapping.ts';
import type { Column } from './sheet.ts';

export interface MappingProposal {
  readonly mapping: Mapping;
  /**
   * The sheet looks like a whole export: nothing is proposed to be written, so that a three-week-old export
   * does not revert everybody's newer values because one column was corrected.
   */
  readonly isWholeExport: boolean;
}

const REFERENCE: ColumnRole = { kind: 'reference' };
/** So many of the known fields make a sheet an export rather than a list of corrections. */
const MOST_FIELDS = KNOWN_FIELDS.length * 0.6;

/** Proposes each column's role from its header. Proposing is all it does: people see what will be written. */
export function proposeMapping(columns: readonly Column[]): MappingProposal {
  const meanings = columns.map(({ header }) => meaningOf(header));
  const fields = new Set(meanings.flatMap((meaning) => (meaning?.kind === 'field' ? [meaning.field] : [])));
  const isWholeExport =
    meanings.some((meaning) => meaning?.kind === 'export_only') ||
    KNOWN_FIELDS.filter((field) => fields.has(field)).length >= MOST_FIELDS;
  const isNew = columns.map(({ header }) => saysNew(header));
  const keyColumn = keyColumnOf(meanings, isNew);
  const renewed = new Set(
    meanings.flatMap((meaning, column) =>
      meaning?.kind === 'field' && isNew[column] ? [meaning.field] : [],
    ),
  );
  const hasOtherFields = [...fields].some((field) => !isIdentifying(field));
  const checked = new Set<Field>();
  const written = new Set<Field>();
  const roles = meanings.map((meaning, column): ColumnRole => {
    if (column === keyColumn) return { kind: 'key', by: meaning?.kind === 'id' ? 'id' : 'email' };
    if (meaning?.kind !== 'field') return REFERENCE;
    const { field } = meaning;
    // “E-mail” beside “New e-mail” is the old one.
    const isOld = renewed.has(field) && !isNew[column];
    // Valid ids beside wrong addresses, after an id column was sorted by itself: only a check can see it.
    const isCheck = isIdentifying(field) && (isOld || ((hasOtherFields || isWholeExport) && !isNew[column]));
    if (isOld && !isCheck) return REFERENCE;
    // “Name” and “Company” may both stand for the name; the first one does.
    const taken = isCheck ? checked : written;
    if (taken.has(field)) return REFERENCE;
    taken.add(field);
    if (isCheck) return { kind: 'check', field };
    return isWholeExport ? { kind: 'reference', field } : { kind: 'write', field };
  });
  return { mapping: mappingOf(roles), isWholeExport };
}

const isIdentifying = (field: Field): boolean => field === 'name' || field === 'email';

const saysNew = (header: string): boolean => /^\s*(new|updated|correct(ed)?)(?![a-z])/i.test(header);

/** The first id column, else the first e-mail column; a new e-mail finds nobody. */
function keyColumnOf(meanings: readonly (HeaderMeaning | undefined)[], isNew: readonly boolean[]): number {
  const id = meanings.findIndex((meaning) => meaning?.kind === 'id');
  if (id >= 0) return id;
  return meanings.findIndex(
    (meaning, column) => meaning?.kind === 'field' && meaning.field === 'email' && !isNew[column],
  );
}
