import type { PhoneProblem } from '../../contact-rules/phone.ts';
import { quoted } from '../text.ts';
import type { FindingWords } from './finding-words.ts';

const PHONE_PROBLEMS: { readonly [kind in PhoneProblem['kind']]: string } = {
  no_number: 'it holds no number',
  too_short: 'digits are missing',
  too_long: 'it has too many digits',
  calling_code: 'no country’s numbers begin so',
};

/** Findings about phones and e-mails. */
export const CONTACT_FINDINGS = {
  phone_not_possible: {
    severity: 'warning',
    say: (p: { text: string; problem: PhoneProblem['kind'] }) =>
      `${quoted(p.text)} can’t be a phone number: ${PHONE_PROBLEMS[p.problem]}.`,
  },
  email_domain_mistyped: {
    severity: 'warning',
    say: (p: { domain: string; meant: string }) =>
      `${quoted(p.domain)} may be a slip of the keyboard for ${quoted(p.meant)}.`,
  },
} as const satisfies FindingWords;
