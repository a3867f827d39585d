import type { Customer } from '../../src/core/atlas.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { RowState } from '../../src/core/row-state.ts';
import * as recipes from '../../src/practice/fault-recipes.ts';
import type { FaultEffect, FaultRule, PracticeServer } from '../../src/practice/server.ts';
import { ADDRESS, customer, emailOf, idOf } from '../services/support/customers.ts';

/** What a row asks for, what others do to its customer after the dry run, and what must have come of it in the end. */
interface TaskRow {
  readonly cells: Partial<Record<Header, string>>;
  readonly meanwhile?: JsonObject;
  /** How its customer differs from the one at the beginning when all is over. */
  readonly expected: JsonObject;
  readonly mayEnd: readonly RowState[];
}

const HEADERS = [
  'email',
  'phone',
  'billing_address.postal_code',
  'metadata.cost_center',
  'default_payment_method',
] as const;
type Header = (typeof HEADERS)[number];

const PHONE = '+16175550199';
const OTHER_PHONE = '+16175550111';
/** Free at the dry run; then a customer without a row takes it. */
const TAKEN_EMAIL = 'taken@fictional.example';
const TAKER = 21;

/** Written by hand and not computed by the code under test. */
const plain: TaskRow = {
  cells: { phone: PHONE, 'billing_address.postal_code': '02139', 'metadata.cost_center': 'CC-2' },
  expected: {
    phone: PHONE,
    billing_address: { ...ADDRESS, postal_code: '02139' },
    metadata: { cost_center: 'CC-2' },
  },
  mayEnd: ['applied'],
};

const withSibling: TaskRow = {
  cells: { 'metadata.cost_center': 'CC-2' },
  meanwhile: { metadata: { cost_center: 'CC-1', owner: 'Robin' } },
  expected: { metadata: { cost_center: 'CC-2', owner: 'Robin' } },
  mayEnd: ['applied'],
};

const email = (wanted: string): TaskRow => ({
  cells: { email: wanted, phone: PHONE },
  expected: { email: wanted, phone: PHONE },
  mayEnd: ['applied'],
});

const conflicting: TaskRow = {
  cells: { phone: PHONE },
  meanwhile: { phone: OTHER_PHONE },
  expected: { phone: OTHER_PHONE },
  mayEnd: ['conflict'],
};

const alreadySo: TaskRow = {
  cells: { phone: PHONE },
  meanwhile: { phone: PHONE },
  expected: { phone: PHONE },
  mayEnd: ['already_so'],
};

const refused: TaskRow = { cells: { email: TAKEN_EMAIL }, expected: {}, mayEnd: ['rejected'] };
/** Wants the e-mail that the refused row keeps. */
const waiting = (number: number): TaskRow => ({
  cells: { email: emailOf(number) },
  expected: {},
  mayEnd: ['not_attempted'],
});
/** Source: Atlas answers 200 to a new payment method and keeps the old one. */
const ignored: TaskRow = { cells: { default_payment_method: 'pm_2' }, expected: {}, mayEnd: ['not_applied'] };
const halfIgnored: TaskRow = {
  cells: { default_payment_method: 'pm_2', phone: PHONE },
  expected: { phone: PHONE },
  // Where its answer was lost nobody can tell half ignored from half written.
  mayEnd: ['partly_applied', 'unknown'],
};

/** Row n is customer n + 1. A chain and a dependent come before the row they wait for, as in a file that is not sorted. */
const TASK_ROWS: readonly TaskRow[] = [
  plain,
  plain,
  email(emailOf(4)),
  email('moved4@fictional.example'),
  withSibling,
  conflicting,
  plain,
  alreadySo,
  waiting(10),
  refused,
  ignored,
  halfIgnored,
  email(emailOf(14)),
  email(emailOf(15)),
  email('moved15@fictional.example'),
  withSibling,
  plain,
  plain,
  plain,
  plain,
];

/** The customers before the dry run; one of them has no row. */
export const customersAtFirst = (): readonly Customer[] =>
  Array.from({ length: TAKER }, (_, index) => customer(index + 1));

export const taskSheet = (): readonly (readonly string[])[] => [
  ['id', ...HEADERS],
  ...TASK_ROWS.map(({ cells }, row) => [idOf(row + 1), ...HEADERS.map((header) => cells[header] ?? '')]),
];

/** What others do between the dry run and the run. */
export function meddle(practice: PracticeServer): void {
  for (const [row, { meanwhile }] of TASK_ROWS.entries())
    if (meanwhile) practice.writeDirectly(idOf(row + 1), meanwhile);
  practice.writeDirectly(idOf(TAKER), { email: TAKEN_EMAIL });
}

/** The customers when the run is over, however it went. */
export const customersAtLast = (): readonly Customer[] =>
  customersAtFirst().map((first, index) => ({
    ...first,
    ...(index + 1 === TAKER ? { email: TAKEN_EMAIL } : TASK_ROWS[index]?.expected),
  }));

export const statesAllowed = (row: number): readonly RowState[] => TASK_ROWS[row]?.mayEnd ?? [];

const WRITE_FAULTS: readonly FaultEffect[] = [
  recipes.serverError,
  recipes.serverErrorAfterCommit,
  recipes.tooManyRequests({ kind: 'seconds', seconds: 2 }),
  recipes.wrongShape,
  { kind: 'reset_before_commit' },
  { kind: 'reset_after_commit' },
  { kind: 'truncated_body' },
];

/** Requests go wrong besides, in every way that leaves a write in doubt. */
export const faultsFor = (seed: number): readonly FaultRule[] => [
  ...WRITE_FAULTS.map(
    (effect, index): FaultRule => ({
      name: `write ${index}`,
      match: { method: 'PATCH' },
      when: { kind: 'chance', probability: 0.04, seed },
      effect,
    }),
  ),
  {
    name: 'read',
    match: { method: 'GET' },
    when: { kind: 'chance', probability: 0.02, seed },
    effect: recipes.serverError,
  },
];
