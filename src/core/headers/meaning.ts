import type { Field } from '../fields.ts';
import { addressFieldOf } from './address-meaning.ts';
import {
  BARE_NAME_WORDS,
  CREATED_WORDS,
  CUSTOMER_WORDS,
  EXPORT_WORDS,
  FAMILY_NAME_WORDS,
  GIVEN_NAME_WORDS,
  ID_NUMBER_WORDS,
  ID_WORDS,
  PLAIN_WORDS,
} from './plain-words.ts';
import { wordsOf } from './words-of.ts';

/** What a header seems to name. */
export type HeaderMeaning =
  /** A number may be another system's. */
  | { readonly kind: 'id'; readonly isNumber: boolean }
  | { readonly kind: 'field'; readonly field: Field; readonly confidence: 'exact' | 'alias' }
  /** “Customer”: an id, a name or an e-mail; only the values tell. */
  | { readonly kind: 'customer' }
  /** A column that only an export of customers has; some of them have dates in them. */
  | { readonly kind: 'export_only'; readonly isDate: boolean }
  | { readonly kind: 'given_name' | 'family_name' }
  | { readonly kind: 'unknown' };

/** A header, read. */
export interface HeaderReading {
  readonly meaning: HeaderMeaning;
  /** “New ZIP”, “alte E-Mail”: which one of two. */
  readonly age: 'new' | 'old' | undefined;
  /** “Name”, which beside a given name is only the rest of it. */
  readonly isBareName: boolean;
  /** It names a thing that is no customer, so that ids and e-mails below it are not a customer's. */
  readonly isForeign: boolean;
}

const METADATA = /^\s*(?:customers?\s*[.[:_ ]\s*)?meta ?data\s*\]?\s*[.[:_ ]\s*(.+?)\s*\]?\s*$/i;

const NEW =
  '(?:new|updated|correct|corrected|neu|neue|neuer|neues|nouveau|nouvelle|nuevo|nueva|nuovo|nuova|nieuw|nieuwe|novo|nova)';
const OLD =
  '(?:old|previous|former|current|existing|alt|alte|alter|altes|bisherige|bisheriger|bisheriges|ancien|ancienne|actual|anterior|vecchio|vecchia|oud|oude|huidige|antigo|antiga)';
const AGES = [
  ['new', new RegExp(`^${NEW} (?=\\S)|(?<=\\S) ${NEW}$`)],
  ['old', new RegExp(`^${OLD} (?=\\S)|(?<=\\S) ${OLD}$`)],
] as const;

/** Words that say nothing about the field: `customer[email]`, `Customer billing ZIP`, `E-mail (required)`. */
const NOISE = /^(?:customers?|client|cust|kunden) (?=\S)|(?<=\S) (?:required|optional)$/g;
/** “Customer state” may be whether it is active. */
const NOT_WITHOUT_CUSTOMER = /^(?:customers?|client|cust|kunden) (?:state|status|id|type|group|region)$/;

const FOREIGN =
  /(?<!\S)(?:order|orders|invoice|invoices|payment|payments|subscription|subscriptions|transaction|charge|card|product|item|plan|price|session|event|request|parent|vendor|supplier|employee|sales|rep|owner|manager|agent|partner|referrer|external|internal|record|row|line|tenant|team|salesforce|hubspot|stripe|shopify|netsuite|sap|created|updated|modified|by|bestellung|auftrag|rechnungs|commande|pedido|ordine)(?!\S)/;

/** Reads a header: snake, camel, spaces, dots and brackets alike, in the languages that people export in. */
export function readHeader(header: string): HeaderReading {
  const metadata = METADATA.exec(header)?.[1];
  if (metadata !== undefined) {
    const meaning = { kind: 'field', field: `metadata.${metadata}`, confidence: 'exact' } as const;
    return { meaning, age: undefined, isBareName: false, isForeign: false };
  }
  const words = wordsOf(header);
  const [age, pattern] = AGES.find(([, words_]) => words_.test(words)) ?? [];
  const ageless = pattern === undefined ? words : words.replace(pattern, '');
  return {
    meaning: meaningOfWords(ageless, header),
    age,
    isBareName: BARE_NAME_WORDS.has(ageless),
    isForeign: FOREIGN.test(ageless),
  };
}

/** What a header seems to name, when nothing is known of what stands below it. */
export const meaningOf = (header: string): HeaderMeaning => readHeader(header).meaning;

function meaningOfWords(words: string, header: string): HeaderMeaning {
  if (ID_WORDS.has(words)) return { kind: 'id', isNumber: false };
  if (ID_NUMBER_WORDS.has(words)) return { kind: 'id', isNumber: true };
  if (CUSTOMER_WORDS.has(words)) return { kind: 'customer' };
  if (EXPORT_WORDS.has(words)) return { kind: 'export_only', isDate: false };
  if (CREATED_WORDS.has(words)) return { kind: 'export_only', isDate: true };
  if (GIVEN_NAME_WORDS.has(words)) return { kind: 'given_name' };
  if (FAMILY_NAME_WORDS.has(words)) return { kind: 'family_name' };
  const field = fieldOf(words) ?? fieldWithoutNoise(words);
  if (field === undefined) return { kind: 'unknown' };
  return { kind: 'field', field, confidence: header.trim().toLowerCase() === field ? 'exact' : 'alias' };
}

function fieldWithoutNoise(words: string): Field | undefined {
  if (NOT_WITHOUT_CUSTOMER.test(words)) return undefined;
  const bare = words.replaceAll(NOISE, '');
  return bare === words ? undefined : fieldOf(bare);
}

const fieldOf = (words: string): Field | undefined => PLAIN_WORDS.get(words) ?? addressFieldOf(words);
