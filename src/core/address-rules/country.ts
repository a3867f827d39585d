import { foldName } from '../fold-name.ts';
import { isOneSlip } from '../one-slip.ts';
import { remembering } from '../remembering.ts';
import names from './country-names.json' with { type: 'json' };
import { type Country, countryWithCode } from './places.ts';

/**
 * Names that are no country's own: reserved codes in use (ISO 3166-1), parts of the United Kingdom
 * (ISO 3166-2:GB), and what everybody calls the Netherlands.
 */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  UK: 'GB',
  'U.K.': 'GB',
  EL: 'GR',
  England: 'GB',
  Scotland: 'GB',
  Wales: 'GB',
  'Northern Ireland': 'GB',
  Holland: 'NL',
};

/** A country as a cell names it. */
export interface NamedCountry {
  readonly country: Country;
  /** Spelled as Atlas' customers should have it. */
  readonly isCode: boolean;
}

const MOST_REMEMBERED = 1_000;

/** The country that a text names: by its code, its alpha-3 code, a name in one of many languages, or nearly so. */
export const countryNamed = remembering(MOST_REMEMBERED, (text): NamedCountry | undefined => {
  const country = countryWithCode(text);
  return country ? { country, isCode: true } : namedOtherwise(text.trim());
});

function namedOtherwise(text: string): NamedCountry | undefined {
  const code = codeOf(text);
  const country = code === undefined ? undefined : countryWithCode(code);
  return country && { country, isCode: false };
}

function codeOf(text: string): string | undefined {
  const capitals = text.toUpperCase();
  if (countryWithCode(capitals)) return capitals;
  codesByName ??= indexOfNames();
  const folded = foldName(text);
  return (
    codesByName.get(folded) ?? (folded.length >= SHORTEST_GUESSED ? nearly(folded, codesByName) : undefined)
  );
}

let codesByName: ReadonlyMap<string, string> | undefined;

function indexOfNames(): ReadonlyMap<string, string> {
  const index = new Map(Object.entries(ALSO_CALLED).map(([name, code]) => [foldName(name), code] as const));
  for (const [code, { alpha3, names: all }] of Object.entries(names)) {
    for (const name of [alpha3.toLowerCase(), ...all.split('|')]) if (name !== '') index.set(name, code);
  }
  return index;
}

/** One slip in a shorter name makes another country of it: Iran, Iraq. */
const SHORTEST_GUESSED = 6;

function nearly(name: string, codes: ReadonlyMap<string, string>): string | undefined {
  const near = new Set([...codes].filter(([other]) => isOneSlip(name, other)).map(([, code]) => code));
  const [only] = near;
  return near.size === 1 ? only : undefined;
}
