import type { Diagnostic, Fix, Place } from '../diagnostic.ts';
import { exactDigits, isScientific } from '../excel-damage/numbers.ts';
import type { AddressPart } from '../fields.ts';
import { isOneSlip } from '../one-slip.ts';
import { countryName } from '../words/countries.ts';
import { finding } from '../words/diagnostics.ts';
import { useInstead } from '../words/findings/fixes.ts';
import { countryNamed } from './country.ts';
import { type Country, countryWithCode, foldState, type State } from './places.ts';
import { postalCodeProblem, withZerosOfState } from './postal-code.ts';

/** What a row says of one address: of the written parts their texts, of the others what stands beside them. */
export interface AddressTexts {
  readonly postalCode: string | undefined;
  readonly state: string | undefined;
  readonly country: string | undefined;
}

/** Where findings about a part go; `undefined` for a part that this row does not write by a cell of its own. */
export type PlaceOfPart = (part: AddressPart) => Place | undefined;

/** Judges the parts of an address beside each other. All of it is warned about: Atlas stores any text. */
export function judgeAddress(texts: AddressTexts, placeOf: PlaceOfPart, diagnostics: Diagnostic[]): void {
  const country = judgeCountry(texts.country, placeOf, diagnostics);
  const state = judgeState(texts.state, country, placeOf, diagnostics);
  judgePostalCode(texts, { country, state }, placeOf, diagnostics);
}

function judgeCountry(
  written: string | undefined,
  placeOf: PlaceOfPart,
  diagnostics: Diagnostic[],
): Country | undefined {
  if (written === undefined) return undefined;
  const named = countryNamed(written);
  if (named?.isCode) return named.country;
  const place = placeOf('country');
  const text = written.trim();
  if (named && place && text !== named.country.code) {
    const { code } = named.country;
    diagnostics.push(finding('country_not_code', place, { text, code }, useInstead(code)));
  } else if (!named && place) diagnostics.push(finding('unknown_country', place, { text }));
  return named?.country;
}

/** Where every state is known, by names or abbreviations that people use, one that isn't is none. */
const ALL_STATES_KNOWN: ReadonlySet<string> = new Set(['US', 'CA', 'AU', 'BR']);
/** Where regions are written too, of which the data knows nothing; the two letters are provinces. */
const LETTERS_KNOWN: ReadonlySet<string> = new Set(['IT']);
const TWO_LETTERS = /^[A-Z]{2}$/;
const SHORTEST_ABBREVIATION = 4;

function judgeState(
  written: string | undefined,
  country: Country | undefined,
  placeOf: PlaceOfPart,
  diagnostics: Diagnostic[],
): State | undefined {
  if (written === undefined || !country?.states) return undefined;
  const state = country.states.get(written) ?? stateNamed(written, country.states);
  if (state) return state;
  const text = written.trim();
  const isJudged =
    ALL_STATES_KNOWN.has(country.code) || (LETTERS_KNOWN.has(country.code) && TWO_LETTERS.test(text));
  const place = isJudged ? placeOf('state') : undefined;
  if (place) {
    const fix = nearState(text, country.states);
    diagnostics.push(finding('unknown_state', place, { text, country: countryName(country.code) }, fix));
  }
  return undefined;
}

/** By name, ISO 3166-2 code (`US-MA`), or an abbreviation that is the beginning of one (`Mass.`, `Yukon Territory`). */
function stateNamed(text: string, states: ReadonlyMap<string, State>): State | undefined {
  const folded = foldState(text);
  const exact = states.get(folded) ?? states.get(foldState(text.replace(/^[A-Z]{2}-/, '')));
  if (exact || folded.length < SHORTEST_ABBREVIATION) return exact;
  const isBegun = (name: string): boolean =>
    name.startsWith(folded) || (name.length >= SHORTEST_ABBREVIATION && folded.startsWith(name));
  const begun = new Set([...states].filter(([name]) => isBegun(name)).map(([, found]) => found));
  const [only] = begun;
  return begun.size === 1 ? only : undefined;
}

function nearState(text: string, states: ReadonlyMap<string, State>): Fix | undefined {
  const folded = foldState(text);
  if (folded.length < SHORTEST_ABBREVIATION) return undefined;
  const near = new Set(
    [...states].filter(([name]) => isOneSlip(folded, name)).map(([, state]) => state.name),
  );
  const [only] = near;
  return near.size === 1 && only !== undefined ? useInstead(only) : undefined;
}

interface Whereabouts {
  readonly country: Country | undefined;
  readonly state: State | undefined;
}

function judgePostalCode(
  texts: AddressTexts,
  { country, state }: Whereabouts,
  placeOf: PlaceOfPart,
  diagnostics: Diagnostic[],
): void {
  if (texts.postalCode === undefined) return;
  const text = texts.postalCode.trim();
  const found = isScientific(text) ? roundedCode(text) : postalCodeFinding(text, country, texts);
  if (found) {
    const place = placeOf('postal_code');
    if (place) diagnostics.push(found(place));
  } else if (state && country && !fitsState(text, country, state)) {
    // The state is at fault as often; what is typed anew each time is the code.
    const place = placeOf('postal_code') ?? placeOf('state');
    if (place) diagnostics.push(finding('postal_code_elsewhere', place, { text, state: state.name }));
  }
}

type FindingAt = (place: Place) => Diagnostic;

function roundedCode(text: string): FindingAt {
  const exact = exactDigits(text);
  return (place) =>
    finding('rounded_number', place, { text }, exact === undefined ? undefined : useInstead(exact));
}

function postalCodeFinding(
  text: string,
  country: Country | undefined,
  { state }: AddressTexts,
): FindingAt | undefined {
  if (!country && state !== undefined) {
    const full = zerosByState(text, state);
    if (full !== undefined) return zeroLost(text, full, UNITED_STATES);
  }
  const problem = postalCodeProblem(text, country);
  switch (problem?.kind) {
    case undefined:
      return undefined;
    case 'zero_lost':
      return zeroLost(text, problem.full, country?.code ?? '');
    case 'decimals':
      return (place) => finding('number_with_decimals', place, { text }, useInstead(problem.recovered));
    case 'thousands':
      return (place) => finding('number_with_separators', place, { text }, useInstead(problem.recovered));
    case 'unusual': {
      const params = {
        text,
        country: countryName(country?.code ?? ''),
        example: country?.postalCodes?.example ?? '',
      };
      return (place) => finding('postal_code_unusual', place, params);
    }
  }
}

const UNITED_STATES = 'US';

const zeroLost =
  (text: string, full: string, country: string): FindingAt =>
  (place) =>
    finding('postal_zero_lost', place, { text, full, country: countryName(country) }, useInstead(full));

/** Without a country, a state of the United States stands for it, where the full code is one of that state. */
function zerosByState(text: string, state: string): string | undefined {
  const country = countryWithCode(UNITED_STATES);
  const known = country?.states?.get(foldState(state));
  return country && known && withZerosOfState(text, country, known);
}

/** Countries whose states own the beginnings of postal codes. In Italy provinces were redrawn, and the codes stayed. */
const STATE_SHOWS: ReadonlySet<string> = new Set(['US', 'CA', 'AU', 'BR', 'MX', 'IN', 'ES']);

const fitsState = (text: string, { code, postalCodes }: Country, state: State): boolean =>
  !postalCodes ||
  !STATE_SHOWS.has(code) ||
  state.postalCodes.test(text.toUpperCase().replace(/^[A-Z]{2}-/, ''));
