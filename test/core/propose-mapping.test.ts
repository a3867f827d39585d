import { describe, expect, it } from 'vitest';
import { unedited } from '../../src/core/edited-sheet.ts';
import { KNOWN_FIELDS } from '../../src/core/fields.ts';
import type { ColumnRole } from '../../src/core/mapping.ts';
import { proposeMapping } from '../../src/core/propose-mapping.ts';
import { validateSheet } from '../../src/core/validate.ts';
import { ID, OTHER_ID, sheetFrom, typed } from './making.ts';

/** A role as a mapping file writes it. */
function written(role: ColumnRole): string {
  if (role.kind === 'key') return `key:${role.by}`;
  if (role.kind === 'reference') return role.field === undefined ? 'reference' : `reference (${role.field})`;
  return `${role.kind}:${role.field}`;
}
const proposed = (...headers: readonly string[]): readonly string[] =>
  proposeMapping(sheetFrom(headers, [])).mapping.roles.map(written);

describe('a header', () => {
  it.each([
    ['Zip', 'billing_address.postal_code'],
    ['ZIP Code', 'billing_address.postal_code'],
    ['PLZ', 'billing_address.postal_code'],
    ['Bill To Postcode', 'billing_address.postal_code'],
    ['billing_address[postal_code]', 'billing_address.postal_code'],
    ['billing_address.postal_code', 'billing_address.postal_code'],
    ['billingAddress.postalCode', 'billing_address.postal_code'],
    ['BILLING_ZIP', 'billing_address.postal_code'],
    ['Billing Address Line 1', 'billing_address.line1'],
    ['billing_address_line1', 'billing_address.line1'],
    ['Bill-to Street', 'billing_address.line1'],
    ['Invoice address: city', 'billing_address.city'],
    ['Customer Billing Country', 'billing_address.country'],
    ['New billing zip', 'billing_address.postal_code'],
    ['New Zip', 'billing_address.postal_code'],
    ['Address 2', 'billing_address.line2'],
    ['Suite', undefined],
    ['Billing suite', 'billing_address.line2'],
    ['Ship To Zip', 'shipping_address.postal_code'],
    ['shippingAddress[line2]', 'shipping_address.line2'],
    ['Delivery region', 'shipping_address.state'],
    ['Region', undefined],
    ['Phone Number', 'phone'],
    ['Tél.', 'phone'],
    ['taxExempt', 'tax_exempt'],
    ['Default Payment Method', 'default_payment_method'],
    ['metadata.cost_center', 'metadata.cost_center'],
    ['metadata[Cost Center]', 'metadata.Cost Center'],
    ['Metadata: plan', 'metadata.plan'],
    ['metadata.constructor', 'metadata.constructor'],
    ['Sales rep', undefined],
    ['Last order', undefined],
    ['', undefined],
  ] as const)('%j is proposed for %s', (header, field) => {
    expect(proposed('id', header)[1]).toBe(field === undefined ? 'reference' : `write:${field}`);
  });

  it.each(['id', 'ID', 'Customer ID', 'customerId', 'customer_id', 'CustomerID', 'Atlas customer id'])(
    '%j finds the customer',
    (header) => {
      expect(proposed('Zip', header)[1]).toBe('key:id');
    },
  );
});

describe('a proposed mapping', () => {
  it('checks name and e-mail beside an id: sorted ids would go unnoticed', () => {
    expect(proposed('id', 'Name', 'E-mail', 'Zip')).toStrictEqual([
      'key:id',
      'check:name',
      'check:email',
      'write:billing_address.postal_code',
    ]);
  });

  it('writes names where names are all there is', () => {
    expect(proposed('id', 'Name')).toStrictEqual(['key:id', 'write:name']);
  });

  it('finds customers by e-mail where there is no id', () => {
    expect(proposed('Zip', 'Email', 'Name')).toStrictEqual([
      'write:billing_address.postal_code',
      'key:email',
      'check:name',
    ]);
  });

  it.each([
    [
      ['New e-mail', 'E-mail'],
      ['write:email', 'key:email'],
    ],
    [
      ['id', 'E-mail', 'New e-mail'],
      ['key:id', 'check:email', 'write:email'],
    ],
    [
      ['id', 'New name', 'Name', 'Zip'],
      ['key:id', 'write:name', 'check:name', 'write:billing_address.postal_code'],
    ],
    [
      ['id', 'Zip', 'New zip'],
      ['key:id', 'reference', 'write:billing_address.postal_code'],
    ],
  ])('takes the new value, not the old one beside it: %j', (headers, roles) => {
    expect(proposed(...headers)).toStrictEqual(roles);
  });

  it('writes a field from one column only', () => {
    expect(proposed('id', 'Zip', 'Postcode', 'Name', 'Company')).toStrictEqual([
      'key:id',
      'write:billing_address.postal_code',
      'reference',
      'check:name',
      'reference',
    ]);
  });

  it('takes a field’s own name before another name for it, wherever it stands', () => {
    expect(proposed('id', 'Zip', 'billing_address.postal_code')).toStrictEqual([
      'key:id',
      'reference',
      'write:billing_address.postal_code',
    ]);
  });

  it('never writes what a column says was before', () => {
    expect(proposed('id', 'Old zip', 'Alte PLZ', 'Previous e-mail', 'City')).toStrictEqual([
      'key:id',
      'reference',
      'reference',
      'check:email',
      'write:billing_address.city',
    ]);
  });

  it.each([
    [['id', 'Vorname', 'Name', 'PLZ'], 'half of a German name'],
    [['id', 'Prénom', 'Nom', 'Ville'], 'half of a French name'],
    [['id', 'Apellidos', 'Nombre', 'Ciudad'], 'half of a Spanish name'],
  ])('does not check or write %j: it is %s', (headers) => {
    expect(proposed(...headers).slice(1, 3)).toStrictEqual(['reference', 'reference']);
  });

  it('takes a name for whole where both its parts stand beside it', () => {
    expect(proposed('id', 'First name', 'Last name', 'Name', 'Zip')[3]).toBe('check:name');
  });
});

/** A column's values beside an id and, where the rows are to be told apart, a city. */
function proposedFor(header: string, values: readonly string[]): readonly [string, string] {
  const { mapping, columns } = proposeMapping(
    sheetFrom(
      ['City', header],
      values.map((value) => ['Bonn', value]),
    ),
  );
  const role = mapping.roles[1];
  return [role ? written(role) : '', columns[1]?.why.kind ?? ''];
}

const uuids = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `6437f749-0c1e-4b5a-9a52-3f1d2c4b5a${10 + index}`);

describe('the values of a column', () => {
  it.each([
    ['Email', ['yes', 'no', 'yes'], 'contradicted'],
    ['Phone', ['yes', 'no', 'no'], 'contradicted'],
    ['State', ['open', 'Shipped', 'PAID', 'MA'], 'contradicted'],
    ['Estado', ['pagado', 'pendiente', 'cancelled'], 'contradicted'],
    ['Tax exempt', ['none', 'exempt', 'reverse', 'exempt'], 'contradicted'],
    ['Payment method', ['Visa', 'Bank transfer', 'Invoice'], 'contradicted'],
    ['Zip', ['application', 'archive', 'zip'], 'contradicted'],
    ['Country', ['12', '7', '3'], 'contradicted'],
    ['Land', ['1.200 m2', '800 m2', '950 m2'], 'contradicted'],
    ['City', ['1', '2', '3'], 'contradicted'],
    ['Name', ['1001', '1002', '1003'], 'contradicted'],
    ['Company', ['true', 'false', 'true'], 'contradicted'],
    ['Billing address', ['1 Main St\nCambridge', '2 Elm St\nBoston', '3 Oak St\nSalem'], 'contradicted'],
    [
      'Address',
      ['1 Main St, Cambridge, MA 02138', '2 Elm St, Boston, MA', '3 Oak St, Salem, MA'],
      'contradicted',
    ],
    ['Customer ID', ['Anna Fictional', 'Ben Invented', 'Cara Madeup'], 'contradicted'],
  ])('contradict a header: “%s” over %j is nothing that is sent', (header, values, why) => {
    expect(proposedFor(header, values)).toStrictEqual(['reference', why]);
  });

  it.each([
    ['Customer', ['Anna Fictional', 'Ben Invented', 'Cara Madeup'], 'check:name'],
    ['Customer', uuids(3), 'key:id'],
    ['Customer', ['a@b.example', 'c@d.example', 'e@f.example'], 'key:email'],
    ['Contact', ['a@b.example', 'c@d.example', 'e@f.example'], 'key:email'],
    ['Address', ['a@b.example', 'c@d.example', 'e@f.example'], 'key:email'],
    ['Reference', uuids(3), 'key:id'],
  ])('decide where the header leaves it open: “%s” over %j is %s', (header, values, role) => {
    expect(proposedFor(header, values)).toStrictEqual([role, 'values']);
  });

  it.each([
    ['State', ['MA', 'NY', 'Mass.'], true],
    ['Country', ['US', 'Germany', 'Österreich', 'XK'], true],
    ['Zip', ['2138', 'SW1A 1AA', '01067'], true],
    ['Tel.', ['+1 617 555 0100', '0221/1234567', '4.91771E+12'], true],
    ['City', ['Cambridge', 'Köln', "L'Haÿ-les-Roses"], true],
    ['Straße', ['Hauptstr. 5', 'Am Markt 1', 'Ringweg 12a'], true],
    ['Unit 5 address', ['x'], false],
  ] as const)('and the header “%s” over %j agree: %s', (header, values, fits) => {
    const { columns } = proposeMapping(
      sheetFrom(
        ['id', header],
        values.map((value) => [ID, value]),
      ),
    );
    expect(columns[1]?.why).toStrictEqual(fits ? { kind: 'alias', valuesFit: true } : { kind: 'unknown' });
  });

  it.each([
    ['a typo among few', 'Email', ['anna(at)b.example', 'c@d.example']],
    ['Excel’s errors', 'Zip', ['#N/A', '#REF!', '#N/A', '#N/A', '02138']],
    ['cells to be cleared', 'State', ['[clear]', '[clear]', '[CLEAR]']],
    ['what may mean “nothing”', 'Phone', ['n/a', '-', 'none', '+1 617 555 0100']],
    ['what is said to be new', 'New e-mail', ['anna', 'ben', 'cleo', 'dora']],
    ['damage of a minority', 'Country', ['US', '49', 'DE', 'FR']],
  ])('do not contradict for %s: what is not mapped is not validated either', (_, header, values) => {
    expect(proposedFor(header, values)[0]).toMatch(/^(write|key):/);
  });
});

describe('the key', () => {
  const keyOf = (headers: readonly string[], row: readonly string[]): string | undefined => {
    const { roles } = proposeMapping(sheetFrom(headers, [row, row, row])).mapping;
    return headers[roles.findIndex(({ kind }) => kind === 'key')];
  };

  it.each([
    [['Customer number', 'Atlas ref', 'Zip'], ['10023', ID, '02138'], 'Atlas ref'],
    [['Kundennummer', 'E-Mail', 'PLZ'], ['10023', 'a@b.example', '02138'], 'E-Mail'],
    [['Kundennummer', 'PLZ'], ['10023', '02138'], 'Kundennummer'],
    [['Kundennummer', 'E-Mail'], [ID, 'a@b.example'], 'Kundennummer'],
    [['id', 'E-Mail', 'Zip'], ['cus_9s6XKzkNRiz8i3', 'a@b.example', '02138'], 'id'],
    [['Order ID', 'E-Mail', 'Zip'], [ID, 'a@b.example', '02138'], 'E-Mail'],
    [['Account Owner ID', 'id', 'Zip'], [OTHER_ID, ID, '02138'], 'id'],
  ])('of %j is the column that can find the customer', (headers, row, key) => {
    expect(keyOf(headers, row)).toBe(key);
  });
});

describe('a whole export', () => {
  it.each([
    ['has a column that only an export has', ['id', 'object', 'email', 'phone']],
    ['says when customers were created', ['Customer ID', 'Created', 'Phone']],
    ['has most of the fields', ['id', ...KNOWN_FIELDS.slice(0, 12)]],
  ])('is seen by what it holds: it %s', (_, headers) => {
    const { mapping, isWholeExport } = proposeMapping(sheetFrom(headers, []));
    expect(isWholeExport).toBe(true);
    expect(mapping.roles.filter(({ kind }) => kind === 'write')).toStrictEqual([]);
  });

  it('is not a form with a column for everything and values in few', () => {
    const headers = ['id', ...KNOWN_FIELDS.slice(0, 14)];
    const filled: readonly string[] = headers.map((header) => (header === 'id' ? ID : ''));
    const list = sheetFrom(headers, [filled.with(2, 'Anna Fictional'), filled.with(3, '+1 617 555 0100')]);
    expect(proposeMapping(list).isWholeExport).toBe(false);
    const whole = sheetFrom(headers, [headers.map((header) => (header === 'id' ? ID : 'x'))]);
    expect(proposeMapping(whole).isWholeExport).toBe(true);
  });

  it('has dates where it says when: “Created” over names is something else', () => {
    const by = (created: string): boolean =>
      proposeMapping(sheetFrom(['id', 'Created', 'Zip'], [[ID, created, '02138']])).isWholeExport;
    expect(['2026-01-31', '1700000000', '31. Jan 2026 10:00', ''].map(by)).toStrictEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(by('by Anna')).toBe(false);
  });

  it('is not a list of address corrections', () => {
    const headers = ['id', 'name', 'email', 'line1', 'line2', 'city', 'state', 'zip', 'country', 'phone'];
    expect(proposeMapping(sheetFrom(headers, [])).isWholeExport).toBe(false);
  });

  it('writes nothing until a cell is edited, then only that column', () => {
    const headers = ['id', 'created', 'phone', 'description', 'metadata.plan'];
    const sheet = sheetFrom(headers, [
      [ID, '1700000000', '+1 617 555 0100', 'old words', 'old plan'],
      [OTHER_ID, '1700000000', '+1 617 555 0101', 'other words', 'other plan'],
    ]);
    const { mapping } = proposeMapping(sheet);
    const untouched = validateSheet(unedited(sheet), mapping);
    expect(untouched.read(0).edits).toStrictEqual([]);
    expect(untouched.mappingFindings.map(({ code }) => code)).toStrictEqual(['nothing_to_write']);

    const edited = validateSheet(typed(unedited(sheet), 0, 2, '+1'), mapping);
    expect(edited.mappingFindings).toStrictEqual([]);
    expect(edited.mapping.roles.map(({ kind }) => kind)).toStrictEqual([
      'key',
      'reference',
      'write',
      'reference',
      'reference',
    ]);
    expect(edited.read(0).edits).toStrictEqual([{ field: 'phone', edit: { kind: 'set', value: '+1' } }]);
  });
});
