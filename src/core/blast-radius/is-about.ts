import type { Change } from '../change.ts';
import { addressField } from '../fields.ts';
import { valueText } from '../words/values.ts';
import type { FigureSubject } from './figure.ts';

/** Whether a change leaves nothing where something was, or may have been. */
export const isClear = ({ before, after }: Change): boolean =>
  (after === null || after === '') && before !== null && before !== '';

/** Whether a change is one of those for which its row counts in a figure; of figures about rows all are. */
export function isAbout(subject: FigureSubject, change: Change): boolean {
  switch (subject.kind) {
    case 'field':
    case 'not_undoable':
      return change.field === subject.field;
    case 'field_cleared':
      return change.field === subject.field && isClear(change);
    case 'cleared':
      return isClear(change);
    case 'same_value':
      return change.field === subject.field && valueText(change.after) === subject.value;
    case 'country':
    case 'country_move':
      return change.field === addressField(subject.address, 'country');
    case 'warned':
    case 'warning':
      return true;
  }
}
