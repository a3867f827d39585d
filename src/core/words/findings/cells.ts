import { fieldLabel } from '../fields.ts';
import { quoted } from '../text.ts';
import type { FindingWords } from './finding-words.ts';

/** Findings about what a cell holds. */
export const CELL_FINDINGS = {
  excel_error: {
    severity: 'error',
    say: (p: { text: string }) =>
      `${quoted(p.text)} is an Excel error, not a value. Correct the formula or empty the cell.`,
  },
  looks_like_clear: {
    severity: 'error',
    say: (p: { text: string }) =>
      `${quoted(p.text)} could mean a text, an empty field or “leave as it is”. Say which for all such cells, or write [clear].`,
  },
  only_spaces: { severity: 'warning', say: () => 'Only spaces: the field keeps its value.' },
  outer_spaces: { severity: 'warning', say: () => 'Spaces at the beginning or end would be written too.' },
  cannot_be_cleared: {
    severity: 'error',
    say: (p: { field: string }) => `The ${fieldLabel(p.field)} can’t be cleared.`,
  },
  not_yes_or_no: {
    severity: 'error',
    say: (p: { text: string }) => `${quoted(p.text)} is neither yes nor no. Use TRUE or FALSE.`,
  },
  not_an_email: {
    severity: 'error',
    say: (p: { text: string }) => `${quoted(p.text)} can’t be an e-mail address.`,
  },
  nul_in_text: { severity: 'error', say: () => 'The text holds a NUL character, which Atlas refuses.' },
  broken_character: {
    severity: 'error',
    say: () => 'The text holds half a character; it was damaged on the way.',
  },
  key_not_an_id: {
    severity: 'error',
    say: (p: { text: string }) =>
      `${quoted(p.text)} can’t be a customer id: it is only dots, or holds spaces or control characters.`,
  },
  key_damaged_by_excel: {
    severity: 'error',
    say: (p: { text: string }) =>
      `${quoted(p.text)} is a number that Excel has rounded; the id can’t be recovered from it.`,
  },
  unusual_id: {
    severity: 'warning',
    say: (p: { text: string }) => `${quoted(p.text)} does not look like a customer id of Atlas.`,
  },
  value_not_allowed: {
    severity: 'error',
    say: (p: { why: string }) => `Atlas would refuse this value: ${p.why}`,
  },
} as const satisfies FindingWords;
