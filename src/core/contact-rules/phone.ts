import { NORTH_AMERICA, type NumberingPlan, planOf, planWith } from './dialling.ts';

/** Why a text can't be a phone number. */
export type PhoneProblem =
  | { readonly kind: 'no_number' }
  | { readonly kind: 'too_short' }
  | { readonly kind: 'too_long' }
  /** No country has numbers that begin so. */
  | { readonly kind: 'calling_code' };

/** Source: ITU-T E.164; shorter ones are service numbers. */
const MOST_DIGITS = 15;
const FEWEST_DIGITS = 4;

const EXTENSION = /\s*(?:ext\.?|extension|x|app\.?|poste|durchwahl|dw|#|;ext=)[\s.:]*\d{1,7}$/i;
const SEVERAL = /[/;,|\n]|\s(?:or|und|and|oder|ou)\s/;
const TRUNK = /\(0\)/g;
const NOT_A_DIGIT = /\D/g;
const INTERNATIONAL = /^\+[1-9]\d{6,14}$/;
const LETTER = /\p{L}/u;
/** The keys of a telephone: 1-800-FLOWERS. */
const FEWEST_DIGITS_WITH_LETTERS = 3;

/**
 * What speaks against a text being a phone number: only what can't be one. Whether a number of the right length is
 * anybody's is no business of ours, and people write numbers in every way.
 *
 * @param countryOf alpha-2 code, where the row says it; asked for only by numbers that are dialled inside it
 */
export function phoneProblem(text: string, countryOf: () => string | undefined): PhoneProblem | undefined {
  if (INTERNATIONAL.test(text)) return internationalProblem(text.slice(1));
  const country = countryOf();
  const problem = problemOfOne(text, country);
  if (!problem || !SEVERAL.test(text)) return problem;
  return text.split(SEVERAL).some((part) => !problemOfOne(part, country)) ? undefined : problem;
}

function problemOfOne(written: string, country: string | undefined): PhoneProblem | undefined {
  const text = written.trim().replace(EXTENSION, '').replace(TRUNK, '');
  const digits = text.replace(NOT_A_DIGIT, '');
  if (LETTER.test(text))
    return digits.length < FEWEST_DIGITS_WITH_LETTERS ? { kind: 'no_number' } : undefined;
  if (digits === '') return { kind: 'no_number' };
  if (PLUS.test(text)) return internationalProblem(digits.replace(ABROAD, ''));
  if (ABROAD.test(digits) && !internationalProblem(digits.replace(ABROAD, ''))) return undefined;
  if (digits.length < FEWEST_DIGITS) return { kind: 'too_short' };
  if (digits.length > MOST_DIGITS) return { kind: 'too_long' };
  const plan = country === undefined ? undefined : planOf(country);
  return plan && nationalProblem(digits, plan);
}

const PLUS = /^[(\s]*\+/;
/** Dialled to get abroad from most of the world, and from North America. */
const ABROAD = /^(?:00|011)/;
/** North America dials 10 digits, with or without the 1, or 7 within an area. */
const WITH_AREA = 10;
const WITHIN_AN_AREA = 7;

const LONGEST_CALLING_CODE = 3;

function internationalProblem(digits: string): PhoneProblem | undefined {
  for (let length = 1; length <= LONGEST_CALLING_CODE; length++) {
    const plan = planWith(digits.slice(0, length));
    if (plan) return lengthProblem(digits.slice(length), plan);
  }
  return { kind: 'calling_code' };
}

/** With or without the prefix dialled inside the country: "+44 020 …" reaches London all the same. */
function lengthProblem(digits: string, { lengths, nationalPrefix }: NumberingPlan): PhoneProblem | undefined {
  if (lengths.includes(digits.length)) return undefined;
  const hasPrefix = nationalPrefix !== undefined && digits.startsWith(nationalPrefix);
  if (hasPrefix && lengths.includes(digits.length - nationalPrefix.length)) return undefined;
  return { kind: digits.length < Math.max(...lengths) ? 'too_short' : 'too_long' };
}

/** Elsewhere than in North America, areas may be left out, and other companies' prefixes be dialled, at will. */
function nationalProblem(digits: string, plan: NumberingPlan): PhoneProblem | undefined {
  if (plan.callingCode !== NORTH_AMERICA || digits.length === WITHIN_AN_AREA) return undefined;
  const withoutCode = digits.startsWith(NORTH_AMERICA) ? digits.slice(1) : digits;
  if (!lengthProblem(digits, plan) || !lengthProblem(withoutCode, plan)) return undefined;
  return { kind: digits.length < WITH_AREA ? 'too_short' : 'too_long' };
}
