import { between, pick, type Random } from '../../../src/practice/random.ts';
import type { RowColumn } from './check-rows.ts';
import type { ValidRow } from './valid-rows.ts';

/** One cell damaged as programs and people do it. */
export interface Damaged {
  readonly column: RowColumn;
  readonly text: string;
  /** What the cell held, where the damaged text still tells it. */
  readonly before?: string;
  /** The row, where the damage needed another one than was given. */
  readonly row?: ValidRow;
}

/** A kind of damage; `undefined` where the row has nothing that it could happen to. */
export type Damage = (row: ValidRow, random: Random) => Damaged | undefined;

const TEXTS = ['name', 'line1', 'city'] as const;
const ANY = ['name', 'line1', 'city', 'postal_code', 'phone', 'country'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const INVISIBLE = ['\u200b', '\u00ad', '\ufeff', '\u2060', '\u200e'] as const;
const SPACES = ['\u00a0', '\u202f', '\u2009'] as const;
const ERRORS = [
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#SPILL!',
  '########',
  'Err:502',
] as const;
const COUNTRY_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'cs', 'tr', 'ja'] as const;
const STATES = {
  US: ['MA', 'CA', 'TX', 'IL'],
  CA: ['ON', 'BC', 'QC'],
  AU: ['NSW', 'VIC', 'WA'],
  BR: ['SP', 'RJ', 'BA'],
};

const misread = (text: string): string =>
  new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

/** A cell of the row among these whose text can be damaged so. */
function cellWhere(row: ValidRow, random: Random, columns: readonly RowColumn[], fits: RegExp) {
  const fitting = columns.filter((column) => fits.test(row[column]));
  if (fitting.length === 0) return undefined;
  const column = pick(random, fitting);
  return { column, before: row[column] };
}

const inCell =
  (columns: readonly RowColumn[], fits: RegExp, damage: (text: string, random: Random) => string): Damage =>
  (row, random) => {
    const cell = cellWhere(row, random, columns, fits);
    return cell && { ...cell, text: damage(cell.before, random) };
  };

/** The same where nothing is left to recover the text from. */
const forGood =
  (damage: Damage): Damage =>
  (row, random) => {
    const damaged = damage(row, random);
    return damaged && { column: damaged.column, text: damaged.text };
  };

/** Excel keeps six digits and writes at least two of the exponent. */
const excelScientific = (value: number): string =>
  value
    .toExponential(5)
    .toUpperCase()
    .replace(/\+(\d)$/, '+0$1');

const putIn = (text: string, at: number, what: string): string => text.slice(0, at) + what + text.slice(at);

/** An address part like "3-5" as Excel shows it in several languages. */
const dateOfNumbers: Damage = (row, random) => {
  const month = between(random, 1, 9);
  const day = between(random, month, 28);
  const numbers = `${month}-${day}`;
  const two = (value: number): string => String(value).padStart(2, '0');
  const language = pick(random, ['de', 'fr', 'es', 'it', 'nl'] as const);
  const short = new Intl.DateTimeFormat(language, { month: 'short' }).format(Date.UTC(2024, month - 1, 15));
  const swapped = day <= 12 ? `${month}-${MONTHS[day - 1]}` : `${day}-${MONTHS[month - 1]}`;
  const text = pick(random, [
    `${day}-${MONTHS[month - 1]}`,
    swapped,
    `${two(day)}. ${short}`,
    `${two(day)}-${short}`,
    `${two(day)}.${short}`,
    `${MONTHS[month - 1]}-${two(day)}`,
    `2024-${two(month)}-${two(day)} 00:00:00`,
    `${two(day)}.${two(month)}.2024`,
    `${month}/${day}/2024`,
  ]);
  return { column: 'line2', text, before: numbers, row: { ...row, line2: numbers } };
};

const countryName: Damage = (row, random) => {
  if (!/^[A-Z]{2}$/.test(row.country)) return undefined;
  const language = pick(random, COUNTRY_LANGUAGES);
  const name = new Intl.DisplayNames([language], { type: 'region' }).of(row.country);
  return {
    column: 'country',
    before: row.country,
    text: pick(random, [name ?? '', name?.toUpperCase() ?? '']),
  };
};

const otherState: Damage = (row, random) => {
  const states = Object.entries(STATES).find(([code]) => code === row.country)?.[1];
  const others = states?.filter((state) => !row.state.startsWith(state)) ?? [];
  if (others.length === 0 || row.state.length > 3) return undefined;
  return { column: 'postal_code', text: row.postal_code, row: { ...row, state: pick(random, others) } };
};

/** One letter swapped, doubled or dropped, but not the first. */
function slip(text: string, random: Random): string {
  const at = between(random, 1, text.length - 2);
  const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
  const kinds = [text.slice(0, at) + text.slice(at + 1), putIn(text, at, text.charAt(at)), swapped];
  return pick(
    random,
    kinds.filter((kind) => kind !== text),
  );
}

const mistypedEmail: Damage = (_, random) => {
  const domain = pick(random, [
    'gmail.com',
    'hotmail.com',
    'yahoo.com',
    'outlook.com',
    'icloud.com',
    'googlemail.com',
    'hotmail.fr',
    'yahoo.co.uk',
    'comcast.net',
  ]);
  const [name = '', ...ending] = domain.split('.');
  const isEnding = domain.endsWith('.com') && random() < 0.3;
  const wrong = isEnding
    ? `${name}.${pick(random, ['con', 'comm', 'cmo'])}`
    : [slip(name, random), ...ending].join('.');
  return { column: 'email', text: `first.last@${wrong}`, before: `first.last@${domain}` };
};

const MAY_BEGIN_WITH_ZERO = /^0\d*[1-9]\d*(-\d+)?$/;

/** Every kind, by name. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  'leading zero lost': inCell(['postal_code'], MAY_BEGIN_WITH_ZERO, (text) => text.replace(/^0+/, '')),
  'postal code as 2138.0': inCell(['postal_code'], /^[\d]{4,6}$/, (text) => `${Number(text)}.0`),
  'postal code as 2,138': inCell(['postal_code'], /^\d{4,6}$/, (text) =>
    Number(text).toLocaleString('en-US'),
  ),
  'phone as 1.23E+11': forGood(inCell(['phone'], /^\d{9,}$/, (text) => excelScientific(Number(text)))),
  'phone as 6,175,550,100': inCell(['phone'], /^[1-9]\d{7,}$/, (text) =>
    Number(text).toLocaleString('en-US'),
  ),
  'phone as 6175550100.0': inCell(['phone'], /^\d{7,}$/, (text) => `${text}.0`),
  'Excel error': forGood(inCell(ANY, /./, (_, random) => pick(random, ERRORS))),
  'house numbers as a date': dateOfNumbers,
  mojibake: inCell(TEXTS, /[^\p{ASCII}]/u, misread),
  'mojibake twice': inCell(TEXTS, /[^\p{ASCII}]/u, (text) => misread(misread(text))),
  'other spaces': inCell(TEXTS, /\S \S/, (text, random) => text.replace(' ', pick(random, SPACES))),
  'nothing visible': inCell([...TEXTS, 'postal_code', 'phone'], /.{3}/, (text, random) =>
    putIn(text, between(random, 1, text.length - 1), pick(random, INVISIBLE)),
  ),
  'nothing visible in an e-mail': inCell(['email'], /.{3}/, (text, random) =>
    putIn(text, between(random, 0, text.length), pick(random, [...INVISIBLE, ...SPACES])),
  ),
  'cut at 255': forGood(inCell(TEXTS, /./, (text) => text.padEnd(300, ` ${text}`).slice(0, 255))),
  'lost characters': forGood(
    inCell(TEXTS, /[^\p{ASCII}]/u, (text) => text.replace(/[^\p{ASCII}]/gu, '\ufffd')),
  ),
  'country by name': countryName,
  'country in small letters': inCell(['country'], /./, (text) => text.toLowerCase()),
  'UK for GB': inCell(['country'], /^GB$/, () => 'UK'),
  'no country': forGood(
    inCell(['country'], /./, (_, random) => pick(random, ['XX', 'QQ', 'Atlantis', 'n.n.'])),
  ),
  'digit lost from a postal code': forGood(
    inCell(['postal_code'], /^[1-9]\d{4}$/, (text, random) => {
      const at = between(random, 1, text.length - 1);
      return text.slice(0, at) + text.slice(at + 1);
    }),
  ),
  'state of another place': otherState,
  'state mistyped': (row, random) =>
    ['US', 'CA', 'AU', 'BR'].includes(row.country)
      ? inCell(['state'], /^\p{L}{6,}$/u, slip)(row, random)
      : undefined,
  'phone too short': forGood(inCell(['phone'], /^\+[17]\d{10}$/, (text) => text.slice(0, -3))),
  'phone of no country': forGood(inCell(['phone'], /^\+/, (text) => text.replace(/^\+/, '+21001'))),
  'e-mail mistyped': mistypedEmail,
};
