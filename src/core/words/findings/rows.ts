import { list } from '../text.ts';
import type { FindingWords } from './finding-words.ts';

/** Findings about a row as a whole, and about rows beside each other. */
export const ROW_FINDINGS = {
  too_many_cells: {
    severity: 'error',
    say: (p: { found: number; expected: number }) =>
      `This row has ${p.found} cells where the header has ${p.expected}; a value may be in the wrong column.`,
  },
  too_few_cells: {
    severity: 'error',
    say: (p: { found: number; expected: number }) =>
      `This row has only ${p.found} of ${p.expected} cells; a value may be in the wrong column.`,
  },
  key_missing: { severity: 'error', say: (p: { field: string }) => `The ${p.field} is missing.` },
  duplicate_customer: {
    severity: 'error',
    say: (p: { lines: readonly number[] }) =>
      `The same customer is also on line ${list(p.lines.map(String))}.`,
  },
  email_used_twice: {
    severity: 'error',
    say: (p: { lines: readonly number[] }) =>
      `The same new e-mail is also on line ${list(p.lines.map(String))}.`,
  },
} as const satisfies FindingWords;
