import { assertNever } from '../assert-never.ts';
import type { BlastRadius } from '../blast-radius/blast-radius.ts';
import { fieldTotals } from '../blast-radius/field-totals.ts';
import type { FigureSubject } from '../blast-radius/figure.ts';
import type { Surprise } from '../blast-radius/surprises.ts';
import { ADDRESS_NAMES, type AddressName, addressField, type Field } from '../fields.ts';
import { fieldLabel } from './fields.ts';
import { PRINTED } from './printed-report.ts';
import { number, quoted } from './text.ts';

/** Changes of these are told one by one: they decide where invoices go and what is charged. */
export const SENSITIVE_FIELDS: readonly Field[] = ['email', 'default_payment_method', 'tax_exempt'];

const countryText = (country: string): string => (country === '' ? 'none' : country);

/** `US → CA` */
export const moveText = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  `${countryText(from)} → ${countryText(to)}`;

/** What a figure counts, after a number of rows or customers and a colon: `12: billing city cleared`. */
export function figureText(subject: FigureSubject): string {
  switch (subject.kind) {
    case 'field':
      return `${fieldLabel(subject.field)} changes`;
    case 'field_cleared':
      return `${fieldLabel(subject.field)} cleared`;
    case 'cleared':
      return 'a value cleared';
    case 'country':
      return `${countryLabel(subject.address)} changes`;
    case 'country_move':
      return `${countryLabel(subject.address)} ${moveText(subject)}`;
    case 'not_undoable':
      return `${fieldLabel(subject.field)} can’t be undone`;
    case 'same_value':
      return `${fieldLabel(subject.field)} becomes ${quoted(subject.value)}`;
    case 'warned':
      return 'with a warning';
    case 'warning':
      return subject.message;
    default:
      return assertNever(subject, 'figure');
  }
}

/** Why a change of a field can't be taken back later. */
export const WHY_NOT_UNDOABLE = {
  not_sendable: 'Atlas would not take back what is there now',
  before_unknown: 'this key can’t read what is there now',
} as const;

/** A sentence, for paper. */
export function surpriseText({ kind, field, value, customers, of }: Surprise): string {
  const label = fieldLabel(field);
  const share = customers === of ? `all ${number(of)}` : `${number(customers)} of ${number(of)}`;
  switch (kind) {
    case 'same_value':
      return `The ${label} becomes ${quoted(value)} in ${share} changes.`;
    case 'in_nearly_all':
      return `The ${label} changes in ${share} customers.`;
    case 'mostly_cleared':
      return `The ${label} is cleared in ${share} customers.`;
    default:
      return assertNever(kind, 'surprise');
  }
}

/** What of a plan deserves a second look, a sentence each. */
export function looksText({ figures, ...radius }: BlastRadius): readonly string[] {
  const totals = fieldTotals({ figures });
  const clears = totals.reduce((sum, total) => sum + total.clears, 0);
  return [
    ...radius.surprises.map(surpriseText),
    ...(clears === 0 ? [] : [PRINTED.clears(clears)]),
    ...ADDRESS_NAMES.flatMap((address) => countryMovesText(address, figures)),
    ...SENSITIVE_FIELDS.flatMap((field) => {
      const changes = totals.find((total) => total.field === field)?.changes ?? 0;
      return changes === 0 ? [] : [PRINTED.sensitive(fieldLabel(field), changes)];
    }),
    ...figures.flatMap(({ subject, rows }) =>
      subject.kind === 'not_undoable'
        ? [PRINTED.notUndoable(fieldLabel(subject.field), rows.length, WHY_NOT_UNDOABLE[subject.why])]
        : [],
    ),
  ];
}

function countryMovesText(address: AddressName, figures: BlastRadius['figures']): readonly string[] {
  const moves = figures.flatMap(({ subject, rows }) =>
    subject.kind === 'country_move' && subject.address === address
      ? [{ text: `${moveText(subject)} (${number(rows.length)})`, customers: rows.length }]
      : [],
  );
  if (moves.length === 0) return [];
  const customers = moves.reduce((sum, move) => sum + move.customers, 0);
  return [
    PRINTED.countryMoves(
      fieldLabel(address),
      customers,
      moves.map(({ text }) => text),
    ),
  ];
}

const countryLabel = (address: AddressName): string => fieldLabel(addressField(address, 'country'));
