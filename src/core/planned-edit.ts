import type { Edit } from './edits.ts';
import type { Field } from './fields.ts';
import type { JsonValue } from './json.ts';

/** What a plan does to a field: what a cell asks for, or a value put back exactly as it was, in its own type. */
export type PlannedEdit = Edit | Restore;

/** Of undo only: no cell can ask for it, so that what sheets write keeps its rules. */
export interface Restore {
  readonly kind: 'restore';
  readonly value: JsonValue;
}

export interface PlannedFieldEdit {
  readonly field: Field;
  readonly edit: PlannedEdit;
}

/** The value that an edit asks for, `null` for none. Metadata has its own, because a number stays one. */
export const askedValue = (edit: PlannedEdit): JsonValue => (edit.kind === 'clear' ? null : edit.value);
