import { type Field, fieldShape } from '../fields.ts';
import type { Sheet } from '../sheet.ts';
import { isClearToken, isExcelError, lookAlikeOf, parseBoolean } from '../tokens.ts';

/** The first values of a column, trimmed: no blanks, no clear tokens, nothing Excel left behind. */
export type Values = readonly string[];

/** Enough to tell, few enough that a thousand columns are looked at in no time. */
const MOST_VALUES = 100;
const MOST_ROWS = 2_000;

/** Of the first rows; a column may be blank for longer than that, and then has none. */
export function valuesOf({ cells, rowCount }: Pick<Sheet, 'cells' | 'rowCount'>, column: number): Values {
  const values: string[] = [];
  const texts = cells[column] ?? [];
  for (let row = 0; row < Math.min(rowCount, MOST_ROWS) && values.length < MOST_VALUES; row++) {
    const text = (texts[row] ?? '').trim();
    if (text !== '' && !isClearToken(text) && !isExcelError(text) && lookAlikeOf(text) === undefined)
      values.push(text);
  }
  return values;
}

/** What the values say of a meaning that was guessed from a header. */
export type Verdict = 'fit' | 'contradict' | 'silent';

/** Of one or two values a single typo would be half. */
const FEWEST_TO_CONTRADICT = 3;
const HALF = 0.5;
const ALMOST_ALL = 0.9;

const share = (values: Values, test: (text: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(test).length / values.length;
const mostAre = (values: Values, test: (text: string) => boolean): boolean => share(values, test) >= HALF;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const isUuid = (text: string): boolean => UUID.test(text);
const isNumber = (text: string): boolean => /^[\d\s.,+-]+$/.test(text);
const isAddressWithAt = (text: string): boolean => text.includes('@');
const hasDigit = (text: string): boolean => /\d/.test(text);

export const areUuids = (values: Values): boolean => share(values, isUuid) >= ALMOST_ALL;
export const areEmails = (values: Values): boolean => share(values, (text) => EMAIL.test(text)) >= ALMOST_ALL;
/** Another system's running numbers. */
export const areNumbers = (values: Values): boolean => mostAre(values, (text) => /^\d{1,12}$/.test(text));
/** No id has spaces in it, and an e-mail is one of its own. */
export const areNoIds = (values: Values): boolean =>
  values.length >= FEWEST_TO_CONTRADICT && mostAre(values, (text) => /[\s@]/.test(text));
/** Words rather than codes: people and companies. */
export const areNames = (values: Values): boolean =>
  mostAre(values, (text) => /^\p{L}.*[\s.].*\p{L}/u.test(text) && !isAddressWithAt(text));
export const areDatesOrTimes = (values: Values): boolean => values.length === 0 || mostAre(values, hasDigit);

/**
 * Whether a column's values can be those of a field. They contradict only where most of them can't be meant so:
 * damage of single cells is the business of validation, and a column that is not mapped is not validated.
 */
export function verdictOn(field: Field, values: Values): Verdict {
  if (values.length === 0) return 'silent';
  const { cannotBe, looksLike } = rulesOf(field);
  if (values.length >= FEWEST_TO_CONTRADICT && mostAre(values, cannotBe)) return 'contradict';
  return looksLike && mostAre(values, looksLike) ? 'fit' : 'silent';
}

interface FieldRules {
  readonly cannotBe: (text: string) => boolean;
  readonly looksLike?: (text: string) => boolean;
}

function rulesOf(field: Field): FieldRules {
  const shape = fieldShape(field);
  if (shape.kind === 'metadata') return NO_RULES;
  return shape.kind === 'plain' ? PLAIN_RULES[shape.name] : PART_RULES[shape.part];
}

const NO_RULES: FieldRules = { cannotBe: () => false };
const isNoText = (text: string): boolean =>
  isAddressWithAt(text) || isUuid(text) || isNumber(text) || parseBoolean(text) !== undefined;

const PLAIN_RULES = {
  email: { cannotBe: (text) => !isAddressWithAt(text), looksLike: (text) => EMAIL.test(text) },
  name: { cannotBe: isNoText, looksLike: (text) => /\p{L}{2}/u.test(text) },
  phone: {
    cannotBe: (text) => isAddressWithAt(text) || text.replaceAll(/\D/g, '').length < 4 || isUuid(text),
    looksLike: (text) => /^[+(\d][\d\s()./+-]{5,}/.test(text),
  },
  description: NO_RULES,
  // Ids of payment methods, not “Visa” or “bank transfer”.
  default_payment_method: {
    cannotBe: (text) => !/^\S*[\d_]\S*$/.test(text),
    looksLike: (text) => text.startsWith('pm_'),
  },
  tax_exempt: {
    cannotBe: (text) => parseBoolean(text) === undefined,
    looksLike: (text) => parseBoolean(text) !== undefined,
  },
} as const satisfies Record<string, FieldRules>;

/** What orders, invoices and accounts are in; no state or province is called so. */
const STATUS = new Set(
  `open closed paid unpaid pending active inactive shipped delivered processing processed completed complete done
  cancelled canceled refunded failed draft void overdue sent new won lost enabled disabled trialing trial past_due
  churned suspended archived approved rejected offen bezahlt geschlossen aktiv inaktiv storniert versendet
  actif inactif paye ouvert ferme activo inactivo pagado pendiente abierto cerrado ativo inativo pago aberto fechado
  attivo pagato aperto chiuso`.split(/\s+/),
);
const isStatus = (text: string): boolean => STATUS.has(text.toLowerCase());

/** A whole address in one cell: several lines, or several commas. */
const isWholeAddress = (text: string): boolean => /[\r\n]/.test(text) || /,.*,/.test(text);

const PART_RULES = {
  line1: {
    cannotBe: (text) => isNoText(text) || isWholeAddress(text) || /^https?:/i.test(text),
    looksLike: (text) => /\p{L}/u.test(text) && hasDigit(text),
  },
  line2: { cannotBe: (text) => isAddressWithAt(text) || isUuid(text) },
  city: { cannotBe: isNoText, looksLike: (text) => /^[\p{L}\s.'’()-]+$/u.test(text) },
  state: {
    cannotBe: (text) => isStatus(text) || isAddressWithAt(text) || /\d{3}/.test(text),
    looksLike: (text) => /^\p{Lu}{2,3}$/u.test(text),
  },
  postal_code: {
    cannotBe: (text) => !hasDigit(text) || text.length > 12 || isAddressWithAt(text),
    looksLike: hasDigit,
  },
  country: {
    cannotBe: (text) => hasDigit(text) || isAddressWithAt(text) || parseBoolean(text) === false,
    looksLike: (text) => /^[a-z]{2,3}$/i.test(text) || isCountryName(text),
  },
} as const satisfies Record<string, FieldRules>;

const COUNTRY_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'] as const;
const A = 'A'.charCodeAt(0);
const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCharCode(A + index));
const TWO_LETTERS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

const countryNames = new Map<string, ReadonlySet<string>>();

/** By the names that come with the language itself: a table of our own would be out of date one day. */
const isCountryName = (text: string): boolean =>
  COUNTRY_LANGUAGES.some((language) => namesIn(language).has(text.toLowerCase()));

/** Made when first asked for: most sheets need one language or none. */
function namesIn(language: string): ReadonlySet<string> {
  const known = countryNames.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const made = new Set(TWO_LETTERS.flatMap((code) => names.of(code)?.toLowerCase() ?? []));
  countryNames.set(language, made);
  return made;
}
