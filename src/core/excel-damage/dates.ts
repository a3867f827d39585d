import { foldName } from '../fold-name.ts';

/** Languages of Excel in which months are looked for. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da'] as const;
/** Excel's own German abbreviation, which is in no standard. */
const MARCH_IN_EXCEL = 'mrz';
const ABBREVIATED = 3;

const DAY_MONTH = /^(\d{1,2})(?:-|\.|\. |\/)(\p{L}{3,10})\.?$/u;
const MONTH_NUMBER = /^(\p{L}{3,10})\.?[-.](\d{1,2})$/u;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?$/;
const NUMERIC = /^(\d{1,2})([./])(\d{1,2})\2\d{4}(?: 0?0:00(?::00)?)?$/;
const LONGEST = 23;

/** What a date was made of. */
export interface DateDamage {
  /** `3-5` of "5-Mar" or "3-May"; the smaller number first, as in a range of houses. */
  readonly numbers: string;
}

/**
 * A text that is a date and nothing else, in a cell that has no business holding one: Excel takes "3-5" for the
 * third of May or the fifth of March.
 */
export function dateDamage(text: string): DateDamage | undefined {
  if (text.length > LONGEST) return undefined;
  const [, day, name] = DAY_MONTH.exec(text) ?? [];
  if (day !== undefined && name !== undefined) return pair(Number(day), monthOf(name));
  const [, first, number] = MONTH_NUMBER.exec(text) ?? [];
  if (first !== undefined && number !== undefined) return pair(monthOf(first), Number(number));
  const [, , isoMonth, isoDay] = ISO.exec(text) ?? [];
  if (isoMonth !== undefined) return pair(Number(isoMonth), Number(isoDay));
  const [, one, , other] = NUMERIC.exec(text) ?? [];
  return one === undefined ? undefined : pair(Number(one), Number(other));
}

function pair(one: number | undefined, other: number | undefined): DateDamage | undefined {
  if (one === undefined || other === undefined || one === 0 || other === 0) return undefined;
  return { numbers: `${Math.min(one, other)}-${Math.max(one, other)}` };
}

let months: ReadonlyMap<string, number> | undefined;

function monthOf(name: string): number | undefined {
  months ??= monthNames();
  return months.get(foldName(name));
}

/** Months as Unicode's CLDR spells and abbreviates them, and their first three letters where no other month has them. */
function monthNames(): ReadonlyMap<string, number> {
  const found = new Map<string, number>([[MARCH_IN_EXCEL, 3]]);
  for (const language of LANGUAGES) {
    const names = (['long', 'short'] as const).flatMap((month) => namesIn(language, month));
    for (const [name, month] of names) if (!found.has(name)) found.set(name, month);
    for (const [name, month] of names) {
      const start = name.slice(0, ABBREVIATED);
      const isOnlyOne = names.every(([other, number]) => number === month || !other.startsWith(start));
      if (isOnlyOne && !found.has(start)) found.set(start, month);
    }
  }
  return found;
}

function namesIn(language: string, month: 'long' | 'short'): readonly (readonly [string, number])[] {
  const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => [
    foldName(format.format(Date.UTC(2024, index, 15))),
    index + 1,
  ]);
}
