import type { JsonObject } from '../core/json.ts';
import { fillPattern, type People } from './people.ts';
import { PLACES, type Place } from './places.ts';
import { between, pick, type Random } from './random.ts';
import { asStoredObject } from './stored-json.ts';

export interface Addresses {
  readonly billing: JsonObject | null;
  readonly shipping: JsonObject | null;
}

/** As untidy as grown data is: null and missing parts, a key Atlas does not document, no address at all. */
export function generateAddresses(random: Random, people: People): Addresses {
  const billing = random() < 0.05 ? null : generateAddress(random, people);
  const chance = random();
  if (chance < 0.2) return { billing, shipping: null };
  return { billing, shipping: chance < 0.6 && billing !== null ? billing : generateAddress(random, people) };
}

function generateAddress(random: Random, people: People): JsonObject {
  const { country } = people;
  const places: readonly Place[] = PLACES[country.code];
  const { city, state, postalCode } = pick(random, places);
  const second = random();
  return asStoredObject({
    line1: pick(random, people.streets),
    ...(second < 0.35 && { line2: fillPattern(random, pick(random, country.secondLines)) }),
    ...(second > 0.75 && { line2: null }),
    city,
    ...(state !== undefined && { state }),
    ...(state === undefined && random() < 0.3 && { state: null }),
    postal_code: fillPattern(random, postalCode),
    country: country.code,
    ...(random() < 0.12 && { attention: attention(random, people) }),
  });
}

/** Written by some other system: not a part of the documented address, and not to be lost. */
function attention(random: Random, people: People): string {
  return `${pick(random, people.firstNames)} ${pick(random, people.lastNames)}, AP-${between(random, 10, 99)}`;
}
