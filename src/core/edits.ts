import type { Diagnostic, Place } from './diagnostic.ts';
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

/** A cell, understood: `edit` is missing where it keeps, or where a finding says why it can't be used. */
export interface CellReading {
  readonly edit?: Edit;
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING: readonly Diagnostic[] = [];
const KEEP: CellReading = { diagnostics: NOTHING };
const CLEAR: Edit = { kind: 'clear' };

/** Reads one cell of a write column by the rules that decide what is written. The exact text is what is set. */
export function readCell(
  field: Field,
  text: string,
  lookAlikes: Mapping['lookAlikes'],
  place: Place,
): CellReading {
  if (text === '') return KEEP;
  if (text.trim() === '') return { diagnostics: [finding('only_spaces', place)] };
  if (isClearToken(text)) return readClear(field, place);
  if (isExcelError(text)) return { diagnostics: [finding('excel_error', place, { text })] };
  const lookAlike = lookAlikeOf(text);
  if (lookAlike !== undefined) {
    const meaning = lookAlikes[lookAlike];
    if (meaning === 'keep') return KEEP;
    if (meaning === 'clear') return readClear(field, place);
    if (meaning === undefined) {
      return {
        diagnostics: [
          finding('looks_like_clear', place, { text }, { label: 'Clear the field', text: '[clear]' }),
        ],
      };
    }
  }
  return field === 'tax_exempt' ? readBoolean(text, place) : readText(text, place);
}

function readClear(field: Field, place: Place): CellReading {
  return isClearable(field)
    ? { edit: CLEAR, diagnostics: NOTHING }
    : { diagnostics: [finding('cannot_be_cleared', place, { field })] };
}

function readBoolean(text: string, place: Place): CellReading {
  const value = parseBoolean(text);
  return value === undefined
    ? { diagnostics: [finding('not_yes_or_no', place, { text })] }
    : { edit: { kind: 'set', value }, diagnostics: NOTHING };
}

function readText(text: string, place: Place): CellReading {
  const trimmed = text.trim();
  const diagnostics =
    trimmed === text
      ? NOTHING
      : [finding('outer_spaces', place, undefined, { label: 'Remove the spaces', text: trimmed })];
  return { edit: { kind: 'set', value: text }, diagnostics };
}
