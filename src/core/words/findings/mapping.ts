import { fieldLabel } from '../fields.ts';
import { count, list, quoted } from '../text.ts';
import type { FindingWords } from './finding-words.ts';

/** Findings about the mapping. */
export const MAPPING_FINDINGS = {
  no_key: {
    severity: 'error',
    say: () => 'No column says which customer a row is about. Map one to the customer id or the e-mail.',
  },
  several_keys: { severity: 'error', say: () => 'Several columns are mapped to the key; only one can be.' },
  nothing_to_write: { severity: 'error', say: () => 'No column is mapped to a field that will be written.' },
  field_written_twice: {
    severity: 'error',
    say: (p: { field: string; headers: readonly string[] }) =>
      `${list(p.headers.map(quoted))} are all written to ${fieldLabel(p.field)}; only one can be.`,
  },
  blank_question: {
    severity: 'error',
    say: (p: { address: string; rows: number }) =>
      `${count(p.rows, 'row')} set some parts of the ${fieldLabel(p.address)} and leave others blank. Say whether blank keeps the old part or clears it.`,
  },
  copy_and_columns: {
    severity: 'error',
    say: () =>
      'The shipping address can be copied from the billing address or written from columns, not both.',
  },
  constant_not_writable: {
    severity: 'error',
    say: (p: { field: string; why: string }) =>
      `The constant for ${fieldLabel(p.field)} can’t be used: ${p.why}`,
  },
  constant_doubtful: {
    severity: 'warning',
    say: (p: { field: string; why: string }) => `The constant for ${fieldLabel(p.field)}: ${p.why}`,
  },
} as const satisfies FindingWords;
