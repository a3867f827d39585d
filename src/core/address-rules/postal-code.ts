import { withoutDecimals, withoutThousands } from '../excel-damage/numbers.ts';
import type { Country, State } from './places.ts';

/**
 * Countries some of whose postal codes begin with 0, so that Excel loses digits of them. Source: the addressing
 * guides of the Universal Postal Union; the data of the post offices says how long a code is, not how it begins.
 */
const BEGIN_WITH_ZERO: ReadonlySet<string> = new Set(
  `US PR VI DE FR IT ES MX FI AX NO SK RO LT PL TR UA AM GE KZ KR CN JP BR SG MY ZA NZ AU DK
  PH DZ LK KE EC PE GT CO MM LA VA ET CV`.split(/\s+/),
);

/** What is wrong with a postal code, by itself and in its country. */
export type PostalCodeProblem =
  | { readonly kind: 'zero_lost'; readonly full: string }
  | { readonly kind: 'decimals' | 'thousands'; readonly recovered: string }
  | { readonly kind: 'unusual' };

/** The text has no spaces around it. Without a country only what no country writes is wrong. */
export function postalCodeProblem(text: string, country: Country | undefined): PostalCodeProblem | undefined {
  if (country && fits(text, country)) return undefined;
  const whole = withoutDecimals(text);
  if (whole !== undefined) return { kind: 'decimals', recovered: asPostalCode(whole, country) };
  const joined = country || !text.includes(' ') ? withoutThousands(text) : undefined;
  if (joined !== undefined) return { kind: 'thousands', recovered: asPostalCode(joined, country) };
  if (!country?.postalCodes) return undefined;
  const full = withLostZeros(text, country);
  return full === undefined ? { kind: 'unusual' } : { kind: 'zero_lost', full };
}

/** A postal code that lost its zeros as one of this state, which stands for a country that the row doesn't say. */
export function withZerosOfState(text: string, country: Country, state: State): string | undefined {
  if (fits(text, country)) return undefined;
  const full = withLostZeros(text, country);
  return full !== undefined && state.postalCodes.test(full) ? full : undefined;
}

const asPostalCode = (digits: string, country: Country | undefined): string =>
  country && !fits(digits, country) ? (withLostZeros(digits, country) ?? digits) : digits;

const SEPARATORS = /[\s.‐-―-]/g;
/** Brazil sets a dot after the second digit; elsewhere a dot is Excel's. */
const SEPARATORS_BUT_DOTS = /[\s‐-―-]/g;
/** The letters that cars carry abroad, before the code and a hyphen: an old custom, and no mistake. */
const OF_A_CAR = /^[A-Z]{1,3}-(?=\d)/;

const compact = (text: string, { code }: Country): string =>
  text.replace(code === 'BR' ? SEPARATORS : SEPARATORS_BUT_DOTS, '').toUpperCase();

/** Whether a postal code begins as those of a state do. */
export const isInState = (text: string, country: Country, state: State): boolean =>
  state.postalCodes.test(compact(text, country).replace(OWN_CODE, ''));

const OWN_CODE = /^[A-Z]{2}(?=\d)/;

function fits(text: string, country: Country): boolean {
  const pattern = country.postalCodes?.pattern;
  if (!pattern || pattern.test(text)) return true;
  return pattern.test(compact(text, country)) || pattern.test(compact(text.replace(OF_A_CAR, ''), country));
}

const DIGITS = /^\d+(-\d+)?$/;
const ZEROS = ['0', '00', '000'] as const;
/** Nobody's code is all zeros but its last digit where codes are longer. */
const LENGTH_WITH_THREE_ZEROS = 4;

function withLostZeros(text: string, country: Country): string | undefined {
  if (!BEGIN_WITH_ZERO.has(country.code) || !DIGITS.test(text)) return undefined;
  const full = ZEROS.map((zeros) => zeros + text).find((candidate) => fits(candidate, country));
  if (full === undefined) return undefined;
  return full.startsWith('000') && full.length > LENGTH_WITH_THREE_ZEROS ? undefined : full;
}
