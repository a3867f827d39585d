import { isOneSlip } from '../one-slip.ts';
import { remembering } from '../remembering.ts';
import providers from './email-domains.json' with { type: 'json' };

/** Slips of the keyboard for `.com` that are no ending of any domain; `.co`, `.cm` and `.om` are. */
const MISTYPED_COM: ReadonlySet<string> = new Set(['con', 'comm', 'cim', 'vom', 'xom', 'cpm', 'ocm', 'cmo']);
/** Short names are one slip away from many: aol, me, live, mail. */
const SHORTEST_GUESSED = 5;
/** Real names one slip away from a provider's. */
const REAL: ReadonlySet<string> = new Set(['mail', 'email', 'gail', 'cloud']);
/** Providers called by a word that companies have in their names as well. */
const WORDS: ReadonlySet<string> = new Set(['charter', 'rogers', 'titan']);

interface Provider {
  readonly name: string;
  readonly ending: string;
}

const PROVIDERS: readonly Provider[] = [
  ...providers.domains.map(split),
  ...providers.names.flatMap((name) => providers.endings.map((ending) => ({ name, ending }))),
];
const KNOWN: ReadonlySet<string> = new Set(PROVIDERS.map(({ name, ending }) => `${name}.${ending}`));
const NAMES: ReadonlySet<string> = new Set(PROVIDERS.map(({ name }) => name));

const MOST_REMEMBERED = 10_000;

/** The provider's domain that somebody meant to type; `undefined` for a domain that may be what it says. */
export const meantDomain = remembering(MOST_REMEMBERED, (domain): string | undefined => {
  const lower = domain.toLowerCase();
  return KNOWN.has(lower) ? undefined : guess(split(lower));
});

function guess({ name, ending }: Provider): string | undefined {
  const hasMistypedEnding = MISTYPED_COM.has(ending) || ending === '';
  const meantEnding = hasMistypedEnding ? 'com' : ending;
  const meantName = NAMES.has(name) ? name : nearName(name, meantEnding);
  const meant = `${meantName}.${meantEnding}`;
  return (hasMistypedEnding || meantName !== name) && KNOWN.has(meant) ? meant : undefined;
}

/** People seldom miss the first letter, and other providers differ by it: ymail and gmail. */
function nearName(name: string, ending: string): string {
  if (REAL.has(name)) return name;
  const near = new Set(
    PROVIDERS.filter(
      (provider) =>
        provider.ending === ending &&
        provider.name.length >= SHORTEST_GUESSED &&
        !WORDS.has(provider.name) &&
        (provider.name[0] === name[0] || provider.name[0] === name[1]) &&
        isOneSlip(name, provider.name),
    ).map((provider) => provider.name),
  );
  const [only] = near;
  return near.size === 1 && only !== undefined ? only : name;
}

function split(domain: string): Provider {
  const dot = domain.indexOf('.');
  return dot < 0
    ? { name: domain, ending: '' }
    : { name: domain.slice(0, dot), ending: domain.slice(dot + 1) };
}
