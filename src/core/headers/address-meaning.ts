import { type AddressName, type AddressPart, addressField, type Field } from '../fields.ts';
import { ADDRESS_ABBREVIATIONS, ADDRESS_PHRASES, ONLY_OF_AN_ADDRESS, PART_WORDS } from './address-words.ts';

/** The part of an address that a header names, in words; one that does not say whose address it is means billing. */
export function addressFieldOf(words: string): Field | undefined {
  const found = ADDRESS_PHRASES.flatMap(({ address, phrase, isWhole }) => {
    const match = phrase.exec(words);
    return match ? [{ address, phrase: match[0], isWhole: isWhole.test(match[0]) }] : [];
  });
  const [named, other] = found;
  // “Billing same as shipping” is neither.
  if (other) return undefined;
  if (named) return partOfAddress(words, named);
  for (const [prefix, address] of ADDRESS_ABBREVIATIONS) {
    const part = prefix.test(words) ? partOf(words.replace(prefix, '')) : undefined;
    if (part) return addressField(address, part);
  }
  const part = ONLY_OF_AN_ADDRESS.has(words) ? undefined : partOf(words.replace(GENERAL, ''));
  return part && addressField('billing_address', part);
}

/** “Default address city”, “Mailing ZIP”, “Address 1: City”: an address that is nobody's in particular. */
const GENERAL = /^(?:(?:default|primary|main|mailing) (?:address )?|address 1 (?=\p{L}))/u;
const CONNECTOR =
  /^(?:de|du|d|da|do|di|del|della|van|der|the|of|for|to) | (?:de|du|d|da|do|di|del|della|van|der|of|for)$/g;

interface NamedAddress {
  readonly address: AddressName;
  readonly phrase: string;
  readonly isWhole: boolean;
}

function partOfAddress(words: string, { address, phrase, isWhole }: NamedAddress): Field | undefined {
  const rest = words.replace(phrase, ' ').replaceAll(/\s+/g, ' ').trim().replaceAll(CONNECTOR, '').trim();
  if (rest === '') return isWhole ? addressField(address, 'line1') : undefined;
  // An invoice has a state of its own: open, paid.
  if (phrase === 'invoice' && rest === 'state') return undefined;
  // “Billing address 2”: the noun went with the phrase.
  const part = partOf(/^\d/.test(rest) ? `line ${rest}` : rest);
  return part && addressField(address, part);
}

function partOf(words: string): AddressPart | undefined {
  return PART_WORDS.get(words) ?? PART_WORDS.get(withoutNoun(words)) ?? allSamePart(words.split(' '));
}

const withoutNoun = (words: string): string =>
  words.replace(/^(?:address|addr|adresse|adres) (?=\p{L})/u, '').replace(/ (?:address|addr)$/, '');

const MOST_WORDS_A_PART = 4;

/** “State/Province/Region”, “ZIP/Postal code”: several words for one part. “City, state, ZIP” is none. */
function allSamePart(words: readonly string[]): AddressPart | undefined {
  let part: AddressPart | undefined;
  for (let at = 0; at < words.length; ) {
    let next: AddressPart | undefined;
    let length = Math.min(MOST_WORDS_A_PART, words.length - at);
    for (; length > 0; length--) {
      next = PART_WORDS.get(words.slice(at, at + length).join(' '));
      if (next !== undefined) break;
    }
    if (next === undefined || (part !== undefined && part !== next)) return undefined;
    part = next;
    at += length;
  }
  return part;
}
