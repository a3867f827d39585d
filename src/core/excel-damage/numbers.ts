/** As Excel shows numbers too long for their cell: always with a sign behind the E, which house numbers don't have. */
const SCIENTIFIC = /^(\d)(?:[.,](\d+))?e\+(\d{1,3})$/i;
const MOST_DIGITS = 32;

export const isScientific = (text: string): boolean => text.length < MOST_DIGITS && SCIENTIFIC.test(text);

/**
 * The number behind a scientific notation, where every digit of it is shown: `4.917612345678E+12`. Excel shows six
 * digits and drops the others, which nothing brings back.
 */
export function exactDigits(text: string): string | undefined {
  const [, first = '', rest = '', exponent = ''] = SCIENTIFIC.exec(text) ?? [];
  return rest !== '' && rest.length === Number(exponent) ? first + rest : undefined;
}

/** A whole number that a program took for a decimal one. */
const DECIMALS = /^(\d+)[.,]0{1,2}$/;
/** With separators as Excel's number formats set them, in the languages that use a comma, dot, apostrophe or space. */
const THOUSANDS = /^\d{1,3}([,.'’ \u00a0\u202f])\d{3}(?:\1\d{3})*(?:[.,]0{1,2})?$/;
const DECIMALS_BEHIND = /[.,]0{1,2}$/;
const NOT_A_DIGIT = /\D/g;

/** `2138.0` → `2138`. */
export const withoutDecimals = (text: string): string | undefined => DECIMALS.exec(text)?.[1];

/** `2,138` → `2138`. */
export const withoutThousands = (text: string): string | undefined =>
  THOUSANDS.test(text) ? text.replace(DECIMALS_BEHIND, '').replace(NOT_A_DIGIT, '') : undefined;
