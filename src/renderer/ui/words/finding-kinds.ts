import type { AddressName } from '../../../core/fields.ts';
import type { PlanWarning } from '../../../core/plan.ts';
import type { DiagnosticCode } from '../../../core/words/diagnostics.ts';
import { fieldLabel } from '../../../core/words/fields.ts';
import { count, list, number, quoted } from '../../../core/words/text.ts';

/** Kinds of findings as headings; a kind without one is headed by what is said of one of its cells. */
export const KIND_TITLES: { readonly [code in DiagnosticCode]?: string } = {
  excel_error: 'Excel errors',
  looks_like_clear: 'Texts that may mean “empty”',
  only_spaces: 'Only spaces',
  outer_spaces: 'Spaces at the beginning or end',
  cannot_be_cleared: 'Fields that can’t be cleared',
  not_yes_or_no: 'Neither yes nor no',
  not_an_email: 'Not an e-mail address',
  nul_in_text: 'NUL characters',
  broken_character: 'Broken characters',
  key_missing: 'No customer given',
  key_not_an_id: 'Not a customer id',
  key_damaged_by_excel: 'Ids rounded by Excel',
  unusual_id: 'Unusual customer ids',
  value_not_allowed: 'Values that Atlas would refuse',
  misread_characters: 'Read in the wrong encoding',
  misread_and_lost: 'Read in the wrong encoding, with losses',
  lost_characters: 'Lost characters (�)',
  invisible_characters: 'Characters that can’t be seen',
  text_cut: 'Texts that may be cut off',
  rounded_number: 'Numbers shortened by Excel',
  scientific_notation: 'Numbers that Excel may have shortened',
  number_with_decimals: 'Numbers with decimals that don’t belong',
  number_with_separators: 'Numbers with separators that don’t belong',
  became_a_date: 'Numbers that Excel made dates of',
  country_not_code: 'Countries that are no two-letter codes',
  unknown_country: 'Unknown countries',
  postal_zero_lost: 'Postal codes without their leading zero',
  postal_code_unusual: 'Unusual postal codes',
  postal_code_elsewhere: 'Postal codes of another state',
  unknown_state: 'Unknown states and provinces',
  street_missing: 'A city without a street',
  phone_not_possible: 'Phone numbers that can’t be',
  email_domain_mistyped: 'E-mail domains that look mistyped',
  too_many_cells: 'Rows with too many cells',
  too_few_cells: 'Rows with too few cells',
  duplicate_customer: 'The same customer on several lines',
  email_used_twice: 'The same new e-mail on several lines',
};

/** The same of what only the dry run sees. */
export const PLAN_WARNING_TITLES: { readonly [code in PlanWarning['code']]: string } = {
  old_parts_kept: 'Old address parts beside a new street',
  postal_code_kept: 'Old postal code beside a new country',
  leading_zero_lost: 'Postal codes that lost their zero',
  email_not_checked: 'New e-mails that were not looked up',
  not_undone: 'Values that are not taken back',
};

export const FINDINGS = {
  title: 'Findings',
  close: 'Close the findings',
  counting: 'Counting…',
  total: (findings: number, kinds: number) => `${count(findings, 'finding')} of ${count(kinds, 'kind')}`,
  none: 'Nothing was found in this sheet.',
  rule: 'Rows with an error are left out of the dry run until they are corrected. A warning keeps no row out.',
  lookAlike: (text: string) => `${quoted(text)}: text, empty or keep?`,
  showKind: (title: string) => `Show only rows with: ${title}`,
  showColumn: (title: string, column: string) => `Show only rows with: ${title}, in ${column}`,
  only: (title: string) => `Only: ${title}`,
  onlyIn: (title: string, column: string) => `Only: ${title} in ${column}`,
  all: 'Show all rows again',
  fix: (findings: number) => `Fix ${number(findings)}…`,
  fixColumn: (findings: number) => `All ${number(findings)} in this column…`,
  fixKind: (findings: number) => `All ${number(findings)} of this kind…`,
  fixTitle: (title: string) => `Fix: ${title}`,
  fixLead: 'Nothing is changed yet. Untick what is to stay.',
  confirmFix: (cells: number) => `Fix ${count(cells, 'cell')}`,
  fixed: (cells: number) => `Fixed ${count(cells, 'cell')}. Undo takes it back in one step.`,
  fixedOfPlan: (cells: number) =>
    `Fixed ${count(cells, 'cell')}; ${cells === 1 ? 'its row waits' : 'their rows wait'} for the next dry run. Undo takes it back in one step.`,
  ofPlan: 'Seen by the dry run',
  merge: 'Merge…',
} as const;

const lines = (all: readonly number[]): string => list(all.map(number));

export const MERGE = {
  title: 'Merge rows about the same customer',
  lead: 'The first row takes what the others ask for; the others are left out. Nothing is changed yet.',
  collecting: 'Looking through the sheet…',
  nothing: 'There are no rows that could be merged.',
  mergeable: (customers: number) => `Can be merged: ${count(customers, 'customer')}`,
  refused: (customers: number) => `Can’t be merged: ${count(customers, 'customer')}`,
  refusedHint:
    'Decide which line is right: correct the others, or leave them out (right-click the row, “Leave row out of the sheet”).',
  more: (customers: number) => `and ${count(customers, 'more customer')}`,
  into: (line: number, others: readonly number[]) =>
    `Line ${number(line)} takes over line${others.length === 1 ? '' : 's'} ${lines(others)}`,
  asIs: 'They ask for nothing else.',
  contradicting: (all: readonly number[], columns: readonly string[]) =>
    `Lines ${lines(all)} differ in ${list(columns.map(quoted))}.`,
  hasErrors: (all: readonly number[], line: number) =>
    `Lines ${lines(all)}: line ${number(line)} has another error that has to be corrected first.`,
  blankQuestion: (all: readonly number[], address: AddressName) =>
    `Lines ${lines(all)} edit different parts of the ${fieldLabel(address)}. Say first, in the mapping, what a blank part means.`,
  tooMany: (rows: number) =>
    `${count(rows, 'line')} are about this customer. Look whether the right column says which customer a row is about.`,
  confirm: (customers: number) => (customers === 0 ? 'Merge' : `Merge ${count(customers, 'customer')}`),
  done: (customers: number) =>
    `Merged the rows of ${count(customers, 'customer')}. Undo takes it back in one step.`,
  cancel: 'Cancel',
  one: 'Merge these lines',
  sameAs: (line: number) => `same as line ${number(line)}`,
  goToFirst: (line: number) => `Go to line ${number(line)}`,
} as const;
