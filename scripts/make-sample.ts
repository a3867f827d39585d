import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { JsonObject } from '../src/core/json.ts';
import { generateCustomers } from '../src/practice/customers.ts';
import type { StoredCustomer } from '../src/practice/stored-customer.ts';

/**
 * The sample sheet: edits to the practice server's customers that show, in forty rows, what a real sheet of
 * corrections is like. `node scripts/make-sample.ts` writes it anew.
 */
export const SAMPLE_FILE = new URL('../resources/sample-edits.csv', import.meta.url);

const HEADERS = [
  'Customer ID',
  'Customer name',
  'New email',
  'Phone',
  'Bill To Street',
  'Bill To Street 2',
  'Bill To City',
  'Bill To State',
  'Bill To Zip',
  'Bill To Country',
  'metadata.cost_center',
  'Notes',
] as const;

type Cells = Partial<Record<(typeof HEADERS)[number], string>>;
type Named = StoredCustomer & { readonly name: string; readonly metadata: JsonObject };

export function sampleCsv(): string {
  const records = sampleRows().map((cells) => HEADERS.map((header) => cells[header] ?? ''));
  return [[...HEADERS], ...records].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function sampleRows(): readonly Cells[] {
  const take = dealer();
  const inCity = (city: string) => (customer: Named) =>
    part(customer, 'city') === city && has('phone')(customer);
  const duplicated = take(inCity('Newark'));
  return [
    ...Array.from({ length: 6 }, () => zipFix(take(inCity('Cambridge')), '02141')),
    ...Array.from({ length: 3 }, () => zipFix(take(inCity('Hartford')), '06183')),
    row(take(inCity('Cambridge')), { 'Bill To Zip': '2138', Notes: 'zip from the old system' }),
    zipFix(take(inCity('München')), '80331'),
    zipFix(take(inCity('Leeds')), 'LS1 4DY'),
    zipFix(take(inCity('Montréal')), 'H3B 2Y5'),
    wholeAddress(take(inCity('Chicago')), '233 S Wacker Drive', '60606'),
    wholeAddress(take(inCity('Köln')), 'Domkloster 4', '50667'),
    wholeAddress(take(inCity('Paris')), '14 rue de Rivoli', '75004'),
    wholeAddress(take(inCity('Utrecht')), 'Oudegracht 158', '3511 AZ'),
    row(
      take((customer) => part(customer, 'line2') !== '' && inCity('Boston')(customer)),
      {
        'Bill To Street': '1 Federal Street',
        'Bill To City': 'Boston',
        'Bill To State': 'MA',
        'Bill To Zip': '02110',
        'Bill To Country': 'US',
        Notes: 'moved in March, no suite any more',
      },
    ),
    row(take(inCity('Lyon')), {
      'Bill To City': 'Villeurbanne',
      'Bill To Zip': '69100',
      Notes: 'city was wrong',
    }),
    row(duplicated, { 'Bill To Zip': '07103', Notes: 'from the March list' }),
    row(duplicated, { 'Bill To Zip': '07105', Notes: 'from the April list' }),
    ...['0142', '0143', '0144', '0145'].map((end) =>
      row(take(inCity('Boston')), { Phone: `+1 617 555 ${end}` }),
    ),
    row(take(has('phone')), { Phone: '[clear]', Notes: 'number is no longer in service' }),
    ...['CC-2041', 'CC-2042'].map((center) =>
      row(
        take(({ metadata }) => typeof metadata['cost_center'] === 'string'),
        { 'metadata.cost_center': center },
      ),
    ),
    row(
      take(({ metadata }) => Object.keys(metadata).length === 0),
      { 'metadata.cost_center': 'CC-2043' },
    ),
    row(take(inCity('Denver')), { 'New email': 'accounts.payable@denver-office.example' }),
    row(take(inCity('Sydney')), { 'New email': 'invoices@sydney-office.example', Phone: '+61 2 5550 0155' }),
    // This e-mail belongs to a customer who is not in the sheet.
    row(take(inCity('Houston')), { 'New email': email(take(inCity('Houston'))), Notes: 'shared mailbox?' }),
    row(take(inCity('Seattle')), { 'New email': 'billing.seattle-office.example' }),
    row(take(inCity('Berlin')), { 'Bill To Zip': '#N/A', Notes: 'lookup' }),
    unchanged(take(inCity('Philadelphia'))),
    unchanged(take(inCity('Amsterdam'))),
    unchanged(take(inCity('千代田区'))),
    row(take(inCity('Atlanta')), {
      'Customer name': take(inCity('Atlanta')).name,
      'Bill To Zip': '30303',
      Notes: 'sorted again by id',
    }),
    {
      'Customer ID': '2b1f7c1e-5d0a-4c57-9a53-0d6a3f1c8e42',
      'Customer name': 'Fictional Freight Ltd',
      'Bill To Zip': '94105',
      Notes: 'new since April?',
    },
    wholeAddress(take(inCity('Madrid')), 'Calle de Alcalá 50', '28014'),
  ];
}

/** Deals out customers of whom name and billing address are known, newest first, each of them once. */
function dealer(): (isFit: (customer: Named) => boolean) => Named {
  const left = generateCustomers().filter(
    (customer): customer is Named => typeof customer.name === 'string' && customer.billing_address !== null,
  );
  return (isFit) => {
    const index = left.findIndex((customer) => isFit(customer));
    const [taken] = index < 0 ? [] : left.splice(index, 1);
    if (taken === undefined) throw new Error('No customer is left that fits.');
    return taken;
  };
}

function row(customer: Named, cells: Cells): Cells {
  return { 'Customer ID': customer.id, 'Customer name': customer.name, ...cells };
}

/** The postal code alone: the rest of the address has to stay as it is. */
function zipFix(customer: Named, zip: string): Cells {
  if (part(customer, 'postal_code') === zip) throw new Error(`${customer.id} has this postal code already.`);
  return row(customer, { 'Bill To Zip': zip });
}

function wholeAddress(customer: Named, street: string, zip: string): Cells {
  return row(customer, { ...addressCells(customer), 'Bill To Street': street, 'Bill To Zip': zip });
}

function unchanged(customer: Named): Cells {
  return row(customer, { ...addressCells(customer), Notes: 'checked, fine' });
}

function addressCells(customer: Named): Cells {
  return {
    'Bill To Street': part(customer, 'line1'),
    'Bill To Street 2': part(customer, 'line2'),
    'Bill To City': part(customer, 'city'),
    'Bill To State': part(customer, 'state'),
    'Bill To Zip': part(customer, 'postal_code'),
    'Bill To Country': part(customer, 'country'),
  };
}

function part(customer: Named, name: string): string {
  const value = customer.billing_address?.[name];
  return typeof value === 'string' ? value : '';
}

function has(field: 'phone'): (customer: Named) => boolean {
  return (customer) => typeof customer[field] === 'string';
}

function email({ email: taken }: Named): string {
  if (typeof taken !== 'string') throw new Error('This customer has no e-mail.');
  return taken;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(SAMPLE_FILE, sampleCsv());
