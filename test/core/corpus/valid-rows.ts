import { getExampleNumber } from 'libphonenumber-js/core';
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import metadata from 'libphonenumber-js/min/metadata';
import { EMAILS, NAMES, PLACES_BY_COUNTRY } from './places.ts';

/** A customer who is as he should be. */
export interface ValidRow {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly state: string;
  readonly postal_code: string;
  readonly country: string;
}

const ROWS_PER_COUNTRY = 12;
const SECOND_LINES = [
  '',
  'Suite 400',
  '',
  '3rd floor',
  '',
  'c/o Null & Sons',
  '2-3',
  '',
  '1/2',
  'Bldg. 5-A',
] as const;

/** At least ten rows from each of more than forty countries. */
export const VALID_ROWS: readonly ValidRow[] = PLACES_BY_COUNTRY.trim().split('\n').flatMap(rowsOf);

export const VALID_COUNTRIES: ReadonlySet<string> = new Set(VALID_ROWS.map(({ country }) => country));

function rowsOf(line: string, index: number): readonly ValidRow[] {
  const [country = '', streets = '', places = ''] = line.split(';').map((part) => part.trim());
  return Array.from({ length: ROWS_PER_COUNTRY }, (_, row) => {
    const [city = '', postalCode = '', state = ''] = turn(places.split('|'), row).split(',');
    return {
      name: turn(NAMES, index + row),
      email: turn(EMAILS, index * 5 + row),
      phone: phoneOf(country, row),
      line1: turn(streets.split('|'), row),
      line2: turn(SECOND_LINES, index + row),
      city,
      state,
      postal_code: postalCode,
      country,
    };
  });
}

/** As people write them: for the world, for their own country, with an extension, with the zero that is not dialled. */
function phoneOf(country: string, row: number): string {
  const number = getExampleNumber(country as keyof typeof examples, examples, metadata);
  if (!number) throw new Error(`No phone number for ${country}`);
  const ways = [
    number.number,
    number.formatInternational(),
    number.formatNational(),
    `${number.formatInternational()} ext. 12`,
    number.number.replace('+', '00'),
    `+${number.countryCallingCode} (0) ${number.nationalNumber}`,
    number.formatNational().replaceAll(' ', '.'),
    number.nationalNumber,
  ];
  return turn(ways, row);
}

function turn<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}
