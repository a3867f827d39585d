import { assertNever } from '../assert-never.ts';
import type { Field } from '../fields.ts';
import type { NotUndone } from '../not-undone.ts';
import { emailBlockText } from './emails.ts';
import { fieldLabel } from './fields.ts';
import { quotedValue, valueText } from './values.ts';

/** The columns of an undo's sheet, and what it is called. */
export const UNDO_SHEET = {
  title: (fileName: string): string => `Undo of ${fileName}`,
  line: (fileName: string): string => `Line in ${fileName}`,
  customer: 'Customer id',
  name: 'Customer name',
  field: (field: Field): string => {
    const label = fieldLabel(field);
    return label.charAt(0).toUpperCase() + label.slice(1);
  },
} as const;

/** Why a cell of an undo's sheet can't be edited. */
export const UNDO_CELL_LOCKED =
  'This sheet takes a run back: it puts the values from before it back and no others. Rows can be left out.';

/** What an undo leaves alone in a row, and why. */
export const notUndoneText = (fields: readonly NotUndone[]): string =>
  fields.map((field) => `Not taken back: ${whyNot(field)}`).join(' ');

function whyNot(not: NotUndone): string {
  const label = fieldLabel(not.field);
  switch (not.why) {
    case 'changed_since':
      return `the ${label}, which was changed after the run from ${quotedValue(not.left)} to ${quotedValue(not.now)}.`;
    case 'not_seen':
      return `the ${label}, now ${quotedValue(not.now)}: whether the run or somebody else put it there is not known.`;
    case 'not_sendable':
      return valueText(not.before) === ''
        ? `the ${label}, which was empty and can’t be emptied again.`
        : `the ${label}, because Atlas would not take the old one, ${quotedValue(not.before)}.`;
    case 'before_unknown':
      return `the ${label}: the run could not read what it was before.`;
    case 'email_blocked':
      return `the ${label}. ${emailBlockText(not.reason)}`;
    default:
      return assertNever(not, 'field not undone');
  }
}
