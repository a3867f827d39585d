import type { ColumnIndex, Diagnostic, Place, RowId } from './diagnostic.ts';
import { cleaningFix } from './excel-damage/cleaning-fix.ts';
import { findDamage, type TextUse } from './excel-damage/damage.ts';
import { damageFinding } from './excel-damage/damage-finding.ts';
import type { Field } from './fields.ts';
import { isClearable } from './fields.ts';
import type { Mapping } from './mapping.ts';
import { isClearToken, isExcelError, lookAlikeOf, parseBoolean } from './tokens.ts';
import { finding } from './words/diagnostics.ts';

/** What a cell in a write column asks for. A cell that keeps asks for nothing and makes no edit. */
export type Edit = { readonly kind: 'set'; readonly value: string | boolean } | { readonly kind: 'clear' };

export interface FieldEdit {
  readonly field: Field;
  readonly edit: Edit;
}

/** What a text is written to, and the column it stands in; a constant stands in none. */
export interface WriteTarget {
  readonly field: Field;
  readonly column?: ColumnIndex | undefined;
  /** What the text is for, where damage to it is looked for: a constant's is said once, of the mapping. */
  readonly use?: TextUse | undefined;
}

export const editOf = (edits: readonly FieldEdit[], field: Field): Edit | undefined =>
  edits.find((other) => other.field === field)?.edit;

const CLEAR: Edit = { kind: 'clear' };

/**
 * Reads one cell of a write column by the rules that decide what is written. The exact text is what is set.
 * Called for every cell of a sheet: what is not found is not made.
 *
 * @returns `undefined` where the cell keeps, or where a finding, added to the others, says why it can't be used
 */
export function readCell(
  target: WriteTarget,
  row: RowId,
  text: string,
  lookAlikes: Mapping['lookAlikes'],
  diagnostics: Diagnostic[],
): Edit | undefined {
  if (text === '') return undefined;
  const trimmed = text.trim();
  if (trimmed === '') {
    diagnostics.push(finding('only_spaces', placeOf(target, row)));
    return undefined;
  }
  if (isClearToken(trimmed)) return readClear(target, row, diagnostics);
  if (isExcelError(trimmed)) {
    diagnostics.push(finding('excel_error', placeOf(target, row), { text }));
    return undefined;
  }
  const lookAlike = lookAlikeOf(trimmed);
  if (lookAlike !== undefined) {
    const meaning = lookAlikes[lookAlike];
    if (meaning === 'keep') return undefined;
    if (meaning === 'clear') return readClear(target, row, diagnostics);
    if (meaning === undefined) {
      const fix = { label: 'Clear the field', text: '[clear]' };
      diagnostics.push(finding('looks_like_clear', placeOf(target, row), { text }, fix));
      return undefined;
    }
  }
  if (target.field === 'tax_exempt') return readBoolean(text, target, row, diagnostics);
  const damage = target.use === undefined ? undefined : findDamage(text, target.use);
  if (damage) diagnostics.push(damageFinding(damage, text, placeOf(target, row)));
  else if (trimmed !== text) {
    diagnostics.push(finding('outer_spaces', placeOf(target, row), undefined, cleaningFix(text)));
  }
  return { kind: 'set', value: text };
}

function readClear(target: WriteTarget, row: RowId, diagnostics: Diagnostic[]): Edit | undefined {
  if (isClearable(target.field)) return CLEAR;
  diagnostics.push(finding('cannot_be_cleared', placeOf(target, row), { field: target.field }));
  return undefined;
}

function readBoolean(
  text: string,
  target: WriteTarget,
  row: RowId,
  diagnostics: Diagnostic[],
): Edit | undefined {
  const value = parseBoolean(text);
  if (value !== undefined) return { kind: 'set', value };
  diagnostics.push(finding('not_yes_or_no', placeOf(target, row), { text }));
  return undefined;
}

const placeOf = ({ column }: WriteTarget, row: RowId): Place =>
  column === undefined ? { kind: 'row', row } : { kind: 'cell', row, column };
