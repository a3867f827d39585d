import { fieldLabel } from '../fields.ts';
import { quoted } from '../text.ts';
import type { FindingWords } from './finding-words.ts';

/** Findings about the parts of an address beside each other. Atlas checks none of them. */
export const ADDRESS_FINDINGS = {
  country_not_code: {
    severity: 'warning',
    say: (p: { text: string; code: string }) =>
      `Countries are written as two-letter codes. ${quoted(p.text)} is ${quoted(p.code)}.`,
  },
  unknown_country: {
    severity: 'warning',
    say: (p: { text: string }) =>
      `${quoted(p.text)} is not a country. Countries are written as two-letter codes, like US or DE.`,
  },
  postal_zero_lost: {
    severity: 'warning',
    say: (p: { text: string; full: string; country: string }) =>
      `${quoted(p.text)} lost the zero at its beginning: as a postal code of ${p.country} it is ${quoted(p.full)}.`,
  },
  postal_code_unusual: {
    severity: 'warning',
    say: (p: { text: string; country: string; example: string }) =>
      `${quoted(p.text)} is not a postal code of ${p.country}; one looks like ${quoted(p.example)}.`,
  },
  postal_code_elsewhere: {
    severity: 'warning',
    say: (p: { text: string; state: string }) => `The postal code ${quoted(p.text)} is not in ${p.state}.`,
  },
  unknown_state: {
    severity: 'warning',
    say: (p: { text: string; country: string }) =>
      `${quoted(p.text)} is not a state or province of ${p.country}.`,
  },
  street_missing: {
    severity: 'warning',
    say: (p: { address: string }) =>
      `The ${fieldLabel(p.address)} would have a city and no street: the street is cleared.`,
  },
} as const satisfies FindingWords;
