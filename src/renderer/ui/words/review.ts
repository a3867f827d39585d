import { assertNever } from '../../../core/assert-never.ts';
import type { FigureSubject } from '../../../core/blast-radius/figure.ts';
import type { Surprise } from '../../../core/blast-radius/surprises.ts';
import { figureText, moveText, WHY_NOT_UNDOABLE } from '../../../core/words/blast-radius.ts';
import { fieldLabel } from '../../../core/words/fields.ts';
import { count, number, quoted } from '../../../core/words/text.ts';
import { capitalized, fieldTitle } from './app.ts';

export const REVIEW = {
  toUpdate: (customers: number) => (customers === 1 ? 'customer to update' : 'customers to update'),
  nothing: 'No customer would be changed.',
  at: (name: string) => `at “${name}”. Nothing is written until you apply.`,
  takes: (text: string) => `Applying takes ${text}.`,
  stale: (rows: number) =>
    `${count(rows, 'row')} edited since the dry run ${rows === 1 ? 'is' : 'are'} left out; the figures still count ${rows === 1 ? 'it' : 'them'}.`,
  surprises: 'Did you expect this?',
  changes: 'What changes',
  wanted: 'What was to change',
  outcomes: 'What became of the rows',
  clears: 'cleared',
  delicate: 'Delicate changes',
  notUndoable: 'Can’t be undone later',
  undoLimit: 'An undo puts values back. It does not recall invoices or e-mails sent meanwhile.',
  warnings: 'Worth a look',
  left: 'Left alone',
  otherMoves: (moves: number) => `and ${count(moves, 'rarer move')}`,
  allWarned: 'All rows with a warning',
  cleared: 'Values cleared',
  hint: 'Click a figure to see its rows; click it again to see all rows.',
  showing: (shown: number, of: number, subject: FigureSubject) =>
    `Showing ${shown < of ? `${number(shown)} of ` : ''}${count(of, 'row')}: ${figureText(subject)}`,
  showAll: 'Show all rows again',
} as const;

/** A figure's words beside its number, in a list that says what the numbers are. */
export function figureLabel(subject: FigureSubject): string {
  switch (subject.kind) {
    case 'field':
      return fieldTitle(subject.field);
    case 'cleared':
      return REVIEW.cleared;
    case 'country_move':
      return moveText(subject);
    case 'not_undoable':
      return `${fieldTitle(subject.field)}: ${WHY_NOT_UNDOABLE[subject.why]}`;
    case 'warned':
      return REVIEW.allWarned;
    case 'country':
      return fieldTitle(`${subject.address}.country`);
    case 'field_cleared':
    case 'same_value':
    case 'warning':
      return capitalized(figureText(subject));
  }
}

/** The same of a surprise. */
export function surpriseLabel({ kind, field, value, customers, of }: Surprise): string {
  switch (kind) {
    case 'same_value':
      return `Get the same ${fieldLabel(field)}: ${quoted(value)} (of ${count(of, 'change')})`;
    case 'in_nearly_all':
      return `${fieldTitle(field)} changes in ${customers === of ? 'every customer' : 'nearly every customer'}`;
    case 'mostly_cleared':
      return `${fieldTitle(field)} cleared in ${customers === of ? 'every customer' : 'most customers'}`;
    default:
      return assertNever(kind, 'surprise');
  }
}

/** What a screen reader says of the number beside a field. */
export const clearsLabel = (rows: number, field: string): string =>
  `${number(rows)} cleared: ${fieldLabel(field)}`;
