import type { ColumnIndex, Diagnostic } from './diagnostic.ts';
import type { AddressName, Field } from './fields.ts';
import { fieldShape } from './fields.ts';
import type { Column } from './sheet.ts';
import type { LookAlike, LookAlikeMeaning } from './tokens.ts';
import { finding } from './words/diagnostics.ts';

/** What a column is for. */
export type ColumnRole =
  /** Finds the customer. */
  | { readonly kind: 'key'; readonly by: KeyKind }
  /** Its cells are edits of a field. */
  | { readonly kind: 'write'; readonly field: Field }
  /** Must equal the field's current value, or the row is blocked. */
  | { readonly kind: 'check'; readonly field: Field }
  /** Kept, shown, reported, never sent. One that names a field becomes *write* when a cell of it is edited. */
  | { readonly kind: 'reference'; readonly field?: Field };

export type KeyKind = 'id' | 'email';
/** What a blank cell of an address means in a row that sets other parts of it. */
export type BlankRule = 'keep' | 'clear';

/** A value for the blank cells of a field. */
export interface Constant {
  readonly field: Field;
  /** As a cell would hold it: `[clear]` clears. */
  readonly text: string;
}

/** Each column's role, and the answers that hold for all rows. */
export interface Mapping {
  /** By column index. */
  readonly roles: readonly ColumnRole[];
  /** Answers to the blank question; unanswered where missing. */
  readonly blanks: { readonly [name in AddressName]?: BlankRule };
  readonly lookAlikes: { readonly [kind in LookAlike]?: LookAlikeMeaning };
  readonly constants: readonly Constant[];
  /** In rows that edit the billing address, the merged billing address becomes the shipping address, whole. */
  readonly copyBillingToShipping: boolean;
}

export const mappingOf = (roles: readonly ColumnRole[]): Mapping => ({
  roles,
  blanks: {},
  lookAlikes: {},
  constants: [],
  copyBillingToShipping: false,
});

/** The mapping with reference columns that name a field promoted to *write* where a cell was edited in the app. */
export function withEditedColumns(mapping: Mapping, edited: ReadonlySet<ColumnIndex>): Mapping {
  if (edited.size === 0) return mapping;
  const roles = mapping.roles.map(
    (role, column): ColumnRole =>
      role.kind === 'reference' && role.field !== undefined && edited.has(column)
        ? { kind: 'write', field: role.field }
        : role,
  );
  return { ...mapping, roles };
}

export const isSameRole = (a: ColumnRole | undefined, b: ColumnRole | undefined): boolean =>
  a?.kind === b?.kind && partOf(a) === partOf(b);

const partOf = (role: ColumnRole | undefined): string | undefined =>
  role?.kind === 'key' ? role.by : role?.field;

/**
 * What a person chose, when they chose it looking at a mapping in force: a column they left as it is stays as it
 * was chosen. Otherwise a column that one edited cell promoted would stay *write* when that edit is taken back, and
 * every row of an old export would be sent.
 */
export function asChosen(next: Mapping, chosen: Mapping, inForce: Mapping): Mapping {
  const roles = next.roles.map((role, column) =>
    isSameRole(role, inForce.roles[column]) ? (chosen.roles[column] ?? role) : role,
  );
  return { ...next, roles };
}

/** Findings about the mapping itself; an error keeps the whole sheet out of the dry run. */
export function checkMapping(mapping: Mapping, columns: readonly Column[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const keys = mapping.roles.flatMap((role, column) => (role.kind === 'key' ? [column] : []));
  if (keys.length === 0) found.push(finding('no_key', { kind: 'file' }));
  for (const column of keys.slice(1)) found.push(finding('several_keys', { kind: 'column', column }));

  const writers = writersByField(mapping);
  if (writers.size === 0 && mapping.constants.length === 0) {
    found.push(finding('nothing_to_write', { kind: 'file' }));
  }
  for (const [field, writing] of writers) {
    if (writing.length < 2) continue;
    const headers = writing.map((column) => columns[column]?.name ?? String(column + 1));
    for (const column of writing) {
      found.push(finding('field_written_twice', { kind: 'column', column }, { field, headers }));
    }
  }
  if (mapping.copyBillingToShipping && writesShipping(mapping)) {
    found.push(finding('copy_and_columns', { kind: 'file' }));
  }
  return found;
}

function writersByField(mapping: Mapping): ReadonlyMap<Field, readonly ColumnIndex[]> {
  const writers = new Map<Field, ColumnIndex[]>();
  for (const [column, role] of mapping.roles.entries()) {
    if (role.kind === 'write') writers.set(role.field, [...(writers.get(role.field) ?? []), column]);
  }
  return writers;
}

function writesShipping({ roles, constants }: Mapping): boolean {
  const written = roles.flatMap((role) => (role.kind === 'write' ? [role.field] : []));
  return [...written, ...constants.map(({ field }) => field)].some((field) => {
    const shape = fieldShape(field);
    return shape.kind === 'address' && shape.address === 'shipping_address';
  });
}
