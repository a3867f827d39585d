import type { Diagnostic, Place } from '../diagnostic.ts';
import { exactDigits, isScientific } from '../excel-damage/numbers.ts';
import type { AddressPart } from '../fields.ts';
import { countryName } from '../words/countries.ts';
import { finding } from '../words/diagnostics.ts';
import { useInstead } from '../words/findings/fixes.ts';
import { countryNamed } from './country.ts';
import { type Country, countryWithCode, foldState, type State } from './places.ts';
import { isInState, postalCodeProblem, withZerosOfState } from './postal-code.ts';
import { stateNamed } from './state.ts';

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

function judgeState(
  written: string | undefined,
  country: Country | undefined,
  placeOf: PlaceOfPart,
  diagnostics: Diagnostic[],
): State | undefined {
  if (written === undefined || !country?.states) return undefined;
  const named = stateNamed(written, country);
  if (named.kind === 'known') return named.state;
  const place = named.kind === 'none' ? placeOf('state') : undefined;
  if (place) {
    const fix = named.kind === 'none' && named.meant !== undefined ? useInstead(named.meant) : undefined;
    const params = { text: written.trim(), country: countryName(country.code) };
    diagnostics.push(finding('unknown_state', place, params, fix));
  }
  return undefined;
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

const fitsState = (text: string, country: Country, state: State): boolean =>
  !country.postalCodes || !STATE_SHOWS.has(country.code) || isInState(text, country, state);
