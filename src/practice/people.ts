import { COUNTRIES, type Country } from './countries.ts';
import { between, pick, type Random, seedOf } from './random.ts';

/** The parts customers of one country are put together from. */
export interface People {
  readonly country: Country;
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  readonly companies: readonly string[];
  readonly streets: readonly string[];
}

/** "Now" for everything generated, so that no date in the practice data depends on the day. */
export const REFERENCE_DATE = '2026-01-01T00:00:00Z';

/** Letters that postal codes of all the countries in use allow. */
const LETTERS = 'ABEGHJLNPRTWXYZ'.split('');

/**
 * Faker makes a few hundred parts per country, and customers combine them: asking faker for each of a
 * million customers would take minutes.
 */
export function generatePeople(seed: number): readonly People[] {
  return COUNTRIES.map((country) => {
    const { faker } = country;
    faker.seed(seedOf(seed, country.code));
    faker.setDefaultRefDate(REFERENCE_DATE);
    return {
      country,
      firstNames: many(() => faker.person.firstName(), 60),
      lastNames: many(() => faker.person.lastName(), 120),
      companies: many(() => faker.company.name(), 120),
      streets: many(() => faker.location.streetAddress(), 250),
    };
  });
}

function many(make: () => string, count: number): readonly string[] {
  return Array.from({ length: count }, make);
}

export function fillPattern(random: Random, pattern: string): string {
  return pattern.replace(/[#?]/g, (sign) =>
    // A digit is never 0, so that no suite is "000" and no floor is 0.
    sign === '#' ? String(between(random, 1, 9)) : pick(random, LETTERS),
  );
}
