import type { Field } from './fields.ts';
import { type ColumnRole, checkMapping, type Mapping, mappingOf } from './mapping.ts';
import type { MappingProposal } from './propose-mapping.ts';
import type { Column } from './sheet.ts';
import type { DiagnosticCode } from './words/diagnostics.ts';

/**
 * What is kept of a mapping that a person confirmed, for the next sheet with the same headers: headers and roles.
 * Answers are kept to be shown beside the question, never as answered: what blank cells of this sheet mean, nobody
 * has said yet. Values of constants and meanings of look-alikes are not kept at all.
 */
export interface RememberedMapping {
  readonly columns: readonly { readonly name: string; readonly role: ColumnRole }[];
  readonly answers: LastAnswers;
}

export interface LastAnswers {
  readonly blanks: Mapping['blanks'];
  readonly copyBillingToShipping: boolean;
  /** Fields that had a constant. */
  readonly constants: readonly Field[];
}

/** Kept by the host with its time. */
export interface LastTime extends RememberedMapping {
  /** ISO 8601. */
  readonly savedAt: string;
}

/** What identifies a set of headers: their exact texts, in any order. */
export const headerSetOf = (names: readonly string[]): string => JSON.stringify(names.toSorted());

/** Findings that are about this sheet or are asked again anyway. */
const NO_FAULT_OF_THE_ROLES: ReadonlySet<DiagnosticCode> = new Set(['nothing_to_write']);

/** @returns `undefined` for what is not to be kept: roles that contradict each other, headers that are a row of data */
export function rememberedOf(columns: readonly Column[], mapping: Mapping): RememberedMapping | undefined {
  if (columns.length === 0 || isDataRow(columns.map(({ header }) => header))) return undefined;
  const faults = checkMapping(mapping, columns).filter(({ code }) => !NO_FAULT_OF_THE_ROLES.has(code));
  if (faults.length > 0) return undefined;
  return {
    columns: columns.map(({ name, index }) => ({
      name,
      role: mapping.roles[index] ?? { kind: 'reference' },
    })),
    answers: {
      blanks: mapping.blanks,
      copyBillingToShipping: mapping.copyBillingToShipping,
      constants: mapping.constants.map(({ field }) => field),
    },
  };
}

/** SECURITY: no customer's data is kept. A file without headers has its first customer where they would be. */
export const isDataRow = (headers: readonly string[]): boolean => headers.some(isData);

const isData = (header: string): boolean =>
  /\S@\S+\.\S/.test(header) ||
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i.test(header) ||
  /^[+\d][\d\s()./-]{6,}$/.test(header.trim());

/**
 * The mapping of last time, for a sheet with the same headers. Only roles: every answer is asked for again. A whole
 * export is written to no field even where it was last time, as that one is proposed to be.
 */
export function recalledMapping(
  { columns: kept }: RememberedMapping,
  columns: readonly Column[],
  { isWholeExport }: MappingProposal,
): Mapping {
  const roleByName = new Map(kept.map(({ name, role }) => [name, role] as const));
  return mappingOf(
    columns.map(({ name }): ColumnRole => {
      const role = roleByName.get(name) ?? { kind: 'reference' };
      return isWholeExport && role.kind === 'write' ? { kind: 'reference', field: role.field } : role;
    }),
  );
}
