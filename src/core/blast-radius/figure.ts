import { assertNever } from '../assert-never.ts';
import type { RowId } from '../diagnostic.ts';
import type { AddressName, Field } from '../fields.ts';

/** What a figure about a plan's updates counts. */
export type FigureSubject =
  | { readonly kind: 'field'; readonly field: Field }
  /** Something was there, and nothing will be. */
  | { readonly kind: 'field_cleared'; readonly field: Field }
  | { readonly kind: 'cleared' }
  | { readonly kind: 'country'; readonly address: AddressName }
  /** `from` and `to` are empty where there was, or will be, none. */
  | {
      readonly kind: 'country_move';
      readonly address: AddressName;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'not_undoable'; readonly field: Field; readonly why: WhyNotUndoable }
  /** As a cell shows the value. */
  | { readonly kind: 'same_value'; readonly field: Field; readonly value: string }
  | { readonly kind: 'warned' }
  | { readonly kind: 'warning'; readonly code: string; readonly message: string };

/** What is there now is not known, or Atlas would not take it back: an e-mail can't be emptied. */
export type WhyNotUndoable = 'before_unknown' | 'not_sendable';

/** So many of a plan's rows, each a customer: those that the figure counts, in the order of the plan. */
export interface Figure {
  readonly id: string;
  readonly subject: FigureSubject;
  readonly rows: readonly RowId[];
}

/** Names a figure within its plan: the same subject has the same name. */
export function figureId(subject: FigureSubject): string {
  const { kind } = subject;
  switch (kind) {
    case 'field':
    case 'field_cleared':
      return `${kind} ${subject.field}`;
    case 'cleared':
    case 'warned':
      return kind;
    case 'country':
      return `${kind} ${subject.address}`;
    case 'country_move':
      return `${kind} ${JSON.stringify([subject.address, subject.from, subject.to])}`;
    case 'not_undoable':
      return `${kind} ${subject.why} ${subject.field}`;
    case 'same_value':
      return `${kind} ${JSON.stringify([subject.field, subject.value])}`;
    case 'warning':
      return `${kind} ${subject.code}`;
    default:
      return assertNever(subject, 'figure');
  }
}
