import { quoted } from '../text.ts';
import type { FindingWords } from './finding-words.ts';

/** Findings about what Excel and other programs do to a text on its way. */
export const DAMAGE_FINDINGS = {
  misread_characters: {
    severity: 'warning',
    say: (p: { text: string; recovered: string }) =>
      `${quoted(p.text)} is ${quoted(p.recovered)}, read in the wrong encoding by some program.`,
  },
  misread_and_lost: {
    severity: 'warning',
    say: (p: { text: string }) =>
      `${quoted(p.text)} was read in the wrong encoding by some program, and a part of it is lost.`,
  },
  lost_characters: {
    severity: 'error',
    say: (p: { text: string }) =>
      `${quoted(p.text)} lost characters in some program: � stands where they were.`,
  },
  invisible_characters: {
    severity: 'warning',
    say: () =>
      'The text holds characters that can’t be seen, or spaces that are not plain ones. They would be written too, and no search finds such a text.',
  },
  text_cut: {
    severity: 'warning',
    say: () => 'The text is exactly 255 characters long; it may have been cut off.',
  },
  rounded_number: {
    severity: 'error',
    say: (p: { text: string }) =>
      `${quoted(p.text)} is a number that Excel shortened; the digits that it left out are not in the file.`,
  },
  scientific_notation: {
    severity: 'warning',
    say: (p: { text: string }) => `${quoted(p.text)} looks like a longer number that Excel shortened.`,
  },
  number_with_decimals: {
    severity: 'warning',
    say: (p: { text: string }) =>
      `${quoted(p.text)} was taken for an amount: the decimals don’t belong here.`,
  },
  number_with_separators: {
    severity: 'warning',
    say: (p: { text: string }) =>
      `${quoted(p.text)} was taken for an amount: the separator between the digits doesn’t belong here.`,
  },
  became_a_date: {
    severity: 'warning',
    say: (p: { text: string }) =>
      `${quoted(p.text)} is a date. Excel makes dates of numbers like 3-5 or 3/5; check what it was.`,
  },
} as const satisfies FindingWords;
