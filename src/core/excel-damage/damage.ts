import { type DateDamage, dateDamage } from './dates.ts';
import { withoutInvisible } from './invisible.ts';
import { mojibake } from './mojibake.ts';
import { exactDigits, isScientific, withoutDecimals, withoutThousands } from './numbers.ts';

/**
 * What a cell's text is for, as far as it matters to what may have damaged it. Postal codes are judged with their
 * country: `judge-address.ts`. E-mails that can't be any are the schema's: `asked-body.ts`.
 */
export type TextUse = 'street' | 'place' | 'postal_code' | 'phone' | 'email' | 'text';

/** What programs on the way do to a text. Where a text comes with it, that is what it was before. */
export type Damage =
  | { readonly kind: 'misread'; readonly recovered: string | undefined }
  | { readonly kind: 'lost_characters' }
  | { readonly kind: 'invisible'; readonly recovered: string }
  | { readonly kind: 'cut' }
  | { readonly kind: 'rounded_phone'; readonly recovered: string | undefined }
  | { readonly kind: 'scientific'; readonly recovered: string | undefined }
  | { readonly kind: 'decimals'; readonly recovered: string }
  | { readonly kind: 'thousands'; readonly recovered: string }
  | { readonly kind: 'date'; readonly recovered: string };

const NOT_PLAIN = /[^\x20-\x7e]/;
const REPLACEMENT = '\ufffd';
/** Old databases and forms keep so many characters and drop the rest. */
const OFTEN_CUT_AT = 255;

/** What happened to a text, if anything. Called for every written cell: almost all are done after three looks. */
export function findDamage(text: string, use: TextUse): Damage | undefined {
  if (NOT_PLAIN.test(text)) {
    const damage = characterDamage(text, use);
    if (damage) return damage;
  }
  if (text.length === OFTEN_CUT_AT) return { kind: 'cut' };
  return mayBeNumber(text) ? numberDamage(text, use) : undefined;
}

function characterDamage(text: string, use: TextUse): Damage | undefined {
  if (text.includes(REPLACEMENT)) return { kind: 'lost_characters' };
  const misread = mojibake(text);
  if (misread) return { kind: 'misread', recovered: misread.kind === 'recovered' ? misread.text : undefined };
  // Nothing invisible can be in an e-mail: the schema of the body says so, and offers the same.
  if (use === 'email') return undefined;
  const visible = withoutInvisible(text);
  return visible === text ? undefined : { kind: 'invisible', recovered: visible.trim() };
}

const NINE = 0x39;
const ZERO = 0x30;
const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;
const LONGEST_NUMBER = 32;
const LONGEST_WITH_MONTH = 14;
/** What stands behind the first digits of a damaged number or date, and before the last ones of a date. */
const AFTER_DIGITS = "-./,'’Ee";
const BEFORE_DIGITS = '-.';

/** Whether a text begins like a number with something in it, or ends like a month with a day: hardly any does. */
function mayBeNumber(text: string): boolean {
  const end = text.length;
  if (end > LONGEST_NUMBER) return false;
  let at = 0;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at > 0) return at < end && AFTER_DIGITS.includes(text.charAt(at));
  if (end > LONGEST_WITH_MONTH) return false;
  let last = end;
  while (isDigit(text.charCodeAt(last - 1))) last--;
  return last < end && BEFORE_DIGITS.includes(text.charAt(last - 1));
}

/** People set dots and spaces between the digits of a phone number; Excel sets commas as well. */
const BETWEEN_PHONE_DIGITS = /[. ]/;

function numberDamage(text: string, use: TextUse): Damage | undefined {
  switch (use) {
    case 'email':
    case 'postal_code':
      return undefined;
    case 'phone':
      return isScientific(text)
        ? { kind: 'rounded_phone', recovered: exactDigits(text) }
        : (decimals(text) ?? (BETWEEN_PHONE_DIGITS.test(text) ? undefined : thousands(text)));
    case 'street':
    case 'place':
      return scientific(text) ?? decimals(text) ?? thousands(text) ?? date(text);
    case 'text':
      return scientific(text);
  }
}

const scientific = (text: string): Damage | undefined =>
  isScientific(text) ? { kind: 'scientific', recovered: exactDigits(text) } : undefined;

function decimals(text: string): Damage | undefined {
  const recovered = withoutDecimals(text);
  return recovered === undefined ? undefined : { kind: 'decimals', recovered };
}

/** With a space between, it may be a phone number as people write it. */
function thousands(text: string): Damage | undefined {
  const recovered = text.includes(' ') ? undefined : withoutThousands(text);
  return recovered === undefined ? undefined : { kind: 'thousands', recovered };
}

function date(text: string): Damage | undefined {
  const found: DateDamage | undefined = dateDamage(text);
  return found && { kind: 'date', recovered: found.numbers };
}
