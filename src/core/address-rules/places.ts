import { foldName } from '../fold-name.ts';
import places from './places.json' with { type: 'json' };

/** What the rules know of a country; made by scripts/make-rule-data.ts. */
interface PlaceData {
  readonly zip?: string;
  readonly example?: string;
  readonly prefix?: string;
  readonly states?: readonly StateData[];
}

interface StateData {
  readonly key: string;
  readonly names: readonly string[];
  readonly zips: string;
}

export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** `undefined` where the country has no postal codes, or none that are known. */
  readonly postalCodes: PostalCodes | undefined;
  /** By each of their names, as they are and folded; `undefined` where they are no matter of right and wrong. */
  readonly states: ReadonlyMap<string, State> | undefined;
}

export interface PostalCodes {
  /** In capitals, without spaces and hyphens. */
  readonly pattern: RegExp;
  readonly example: string;
}

export interface State {
  readonly name: string;
  /** Beginning of its postal codes. */
  readonly postalCodes: RegExp;
}

const PLACES: Readonly<Record<string, PlaceData>> = places;
/** Regular expressions are made for the countries that a sheet has. */
const known = new Map<string, Country>();

/** The country with this alpha-2 code, in capitals. */
export function countryWithCode(code: string): Country | undefined {
  const found = known.get(code);
  if (found) return found;
  const data = Object.hasOwn(PLACES, code) ? PLACES[code] : undefined;
  if (!data) return undefined;
  const country = { code, postalCodes: postalCodesOf(code, data), states: statesOf(data) };
  known.set(code, country);
  return country;
}

/** A country's own code may stand before its postal codes, as may what its post office writes there, or be left out. */
function postalCodesOf(code: string, { zip, prefix, example }: PlaceData): PostalCodes | undefined {
  if (zip === undefined) return undefined;
  const prefixes = [...new Set([code, prefix ?? code])].join('|');
  const digits = zip.startsWith(code) ? zip.slice(code.length) : zip;
  return { pattern: new RegExp(`^(?:${prefixes})?(?:${digits})$`), example: example ?? '' };
}

function statesOf({ states }: PlaceData): Country['states'] {
  if (!states) return undefined;
  const byName = new Map<string, State>();
  for (const { key, names, zips } of states) {
    // Abbreviations are shorter than names.
    const [name = key] = [key, ...names].toSorted((one, other) => other.length - one.length);
    const state = { name, postalCodes: new RegExp(`^(?:${zips})`) };
    for (const called of [key, ...names]) byName.set(called, state).set(foldState(called), state);
  }
  return byName;
}

/** `N.Y.`, `NY` and `ny`; `Newfoundland & Labrador`. */
export const foldState = (text: string): string =>
  foldName(text.replaceAll('&', ' and ')).replaceAll(' ', '');
