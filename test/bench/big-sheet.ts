const HEADER = [
  'Customer ID',
  'Name',
  'E-mail',
  'Bill To Street',
  'Bill To Line 2',
  'Bill To City',
  'Bill To State',
  'Bill To Zip',
  'Bill To Country',
  'Phone',
  'metadata.cost_center',
  'Sales rep',
  'Notes',
] as const;

const STREETS = ['Main Street', 'Königsallee', 'Rue de la Paix', 'Broadway', 'Calle Mayor'];
const CITIES = ['Cambridge', 'Düsseldorf', 'Paris', 'Bengaluru', 'Valladolid'];
const COUNTRIES = ['US', 'DE', 'FR', 'IN', 'ES'];
/** Beginnings of postal codes of these cities; two digits follow. */
const POSTAL_CODES = ['021', '402', '750', '5600', '470'];

/** Corrections as finance would keep them: 13 columns, most rows good, a few of every kind of finding. */
export function bigSheet(rows: number): readonly (readonly string[])[] {
  return [HEADER, ...Array.from({ length: rows }, (_, row) => sheetRow(row))];
}

function sheetRow(row: number): readonly string[] {
  const hex = row.toString(16).padStart(12, '0');
  const place = row % 5;
  return [
    `6437f749-0c1e-4b5a-9a52-${hex}`,
    `Fictional Company ${row} Ltd`,
    row % 500 === 0 ? 'not an e-mail' : `billing${row}@fictional.example`,
    `${row % 300} ${STREETS[place]}`,
    row % 3 === 0 ? `Suite ${row % 900}` : '',
    CITIES[place] ?? '',
    place === 0 ? 'MA' : '',
    row % 400 === 0 ? '#N/A' : `${POSTAL_CODES[place]}${String(row % 100).padStart(2, '0')}`,
    COUNTRIES[place] ?? '',
    row % 2 === 0 ? `+1617555${String(row % 10000).padStart(4, '0')}` : '',
    `CC-${row % 97}`,
    'Robin Fictional',
    row % 10 === 0 ? 'asked twice,\nthen "confirmed"' : 'called in March',
  ];
}
