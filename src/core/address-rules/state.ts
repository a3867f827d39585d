import { isOneSlip } from '../one-slip.ts';
import { remembering } from '../remembering.ts';
import { type Country, foldState, type State } from './places.ts';

/** A state as a cell names it. */
export type NamedState =
  | { readonly kind: 'known'; readonly state: State }
  /** Not a state of the country; one it may have been meant for. */
  | { readonly kind: 'none'; readonly meant: string | undefined }
  /** It may be one by a name that is not in the data. */
  | { readonly kind: 'unsure' };

/** Where every state is known, by names or abbreviations that people use, one that isn't is none. */
const ALL_STATES_KNOWN: ReadonlySet<string> = new Set(['US', 'CA', 'AU', 'BR']);
/** Where regions are written too, of which the data knows nothing; the two letters are provinces. */
const LETTERS_KNOWN: ReadonlySet<string> = new Set(['IT']);
const TWO_LETTERS = /^[A-Z]{2}$/;
const SHORTEST_ABBREVIATION = 4;
const MOST_REMEMBERED = 1_000;

type States = ReadonlyMap<string, State>;
const namedIn = new Map<string, (text: string) => NamedState>();

/** The state of a country that a text names. */
export function stateNamed(text: string, country: Country): NamedState {
  let find = namedIn.get(country.code);
  if (!find) {
    find = remembering(MOST_REMEMBERED, (written) => findState(written.trim(), country));
    namedIn.set(country.code, find);
  }
  return find(text);
}

function findState(text: string, { code, states }: Country): NamedState {
  if (!states) return { kind: 'unsure' };
  const state = states.get(text) ?? knownAs(text, states);
  if (state) return { kind: 'known', state };
  const isNone = ALL_STATES_KNOWN.has(code) || (LETTERS_KNOWN.has(code) && TWO_LETTERS.test(text));
  return isNone ? { kind: 'none', meant: nearName(text, states) } : { kind: 'unsure' };
}

const COUNTRY_CODE = /^[A-Z]{2}-/;

/** By name, ISO 3166-2 code (`US-MA`), or an abbreviation that is the beginning of one (`Mass.`, `Yukon Territory`). */
function knownAs(text: string, states: States): State | undefined {
  const folded = foldState(text);
  const exact = states.get(folded) ?? states.get(foldState(text.replace(COUNTRY_CODE, '')));
  if (exact || folded.length < SHORTEST_ABBREVIATION) return exact;
  const isBegun = (name: string): boolean =>
    name.startsWith(folded) || (name.length >= SHORTEST_ABBREVIATION && folded.startsWith(name));
  return onlyOne([...states].filter(([name]) => isBegun(name)).map(([, state]) => state));
}

function nearName(text: string, states: States): string | undefined {
  const folded = foldState(text);
  if (folded.length < SHORTEST_ABBREVIATION) return undefined;
  return onlyOne([...states].filter(([name]) => isOneSlip(folded, name)).map(([, state]) => state.name));
}

function onlyOne<T>(list: readonly T[]): T | undefined {
  const different = new Set(list);
  const [only] = different;
  return different.size === 1 ? only : undefined;
}
