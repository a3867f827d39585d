import { foldName } from '../../src/core/fold-name.ts';
import { installedJson } from './installed.ts';

/** Languages in which people head and fill their spreadsheets; the first that has a name keeps it. */
const LANGUAGES = 'en de fr es it nl pt pl sv da nb fi cs sk hu ro tr el ru uk ja zh ko'.split(' ');

interface LanguageData {
  readonly countries: Readonly<Record<string, string | readonly string[]>>;
}

/** Shorter ones are codes and abbreviations, which mean another country in another language. */
const isName = (name: string): boolean => name.length > 2 || (name.length === 2 && !/[a-z]/.test(name));

interface CountryNames {
  readonly alpha3: string;
  readonly names: string;
}

/** Each country's alpha-3 code and its names, folded and joined by `|`, by alpha-2 code. */
export function countryNamesData(): Readonly<Record<string, CountryNames>> {
  const codes = installedJson('i18n-iso-countries/codes.json') as readonly (readonly string[])[];
  const namesByCode = new Map<string, string[]>(codes.map(([code = '']) => [code, []]));
  const taken = new Set<string>();
  for (const [code, name] of LANGUAGES.flatMap(namesIn)) {
    const folded = foldName(name);
    if (!isName(folded) || taken.has(folded)) continue;
    taken.add(folded);
    namesByCode.get(code)?.push(folded);
  }
  const alpha3 = new Map(codes.map(([code = '', longer = '']) => [code, longer]));
  return Object.fromEntries(
    [...namesByCode.keys()]
      .sort()
      .map((code) => [
        code,
        { alpha3: alpha3.get(code) ?? '', names: namesByCode.get(code)?.join('|') ?? '' },
      ]),
  );
}

/** As the packages spell them: i18n-iso-countries with its official forms, Unicode's CLDR with the ones in use. */
function namesIn(language: string): readonly (readonly [code: string, name: string])[] {
  const { countries } = installedJson(`i18n-iso-countries/langs/${language}.json`) as LanguageData;
  const inUse = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  return Object.entries(countries).flatMap(([code, names]) =>
    [...[names].flat(), inUse.of(code) ?? ''].map((name) => [code, name] as const),
  );
}
