import { describe, expect, it } from 'vitest';
import type { Customer } from '../../src/core/atlas.ts';
import { applyOperation } from '../../src/core/edited-sheet.ts';
import type { Mapping } from '../../src/core/mapping.ts';
import { countActions } from '../../src/core/plan.ts';
import { planRows, type Resolution } from '../../src/core/plan-rows.ts';
import { validateSheet } from '../../src/core/validate.ts';
import { blockText, plannedRowText } from '../../src/core/words/plan.ts';
import { ANNA, ID, OTHER_ID, snapshot, validated } from './making.ts';

const found = (customer: Partial<Customer> = {}): Resolution => ({
  kind: 'found',
  snapshot: snapshot({ ...ANNA, ...customer } as Customer),
});

/** The only row of a sheet, planned. */
function planned(
  roles: readonly string[],
  cells: readonly string[],
  resolution: Resolution = found(),
  answers: Partial<Mapping> = {},
) {
  const [row] = planRows(
    validated(['key:id', ...roles], [[ID, ...cells]], answers),
    new Map([[0, resolution]]),
  );
  return row;
}

describe('a row that was left out', () => {
  it('says so, and which line is about the same customer, as after merging rows', () => {
    const sheet = validated(
      ['key:id', 'write:name'],
      [
        [ID, 'Anna'],
        [OTHER_ID, 'Ben'],
        [ID, 'Anna'],
      ],
    );
    const edited = applyOperation(sheet.edited, { kind: 'exclude_rows', rows: [1, 2] });
    const rows = planRows(validateSheet(edited, sheet.mapping), new Map([[0, found()]]));

    expect(rows.slice(1)).toStrictEqual([
      { row: 1, line: 3, action: 'excluded' },
      { row: 2, line: 4, action: 'excluded', sameAsLine: 2 },
    ]);
    expect(rows.slice(1).map(plannedRowText)).toStrictEqual([
      'Left out.',
      'Left out: the same customer as line 2.',
    ]);
  });
});

describe('a planned row', () => {
  it('changes what the sheet asks for and the customer has not', () => {
    expect(planned(['write:name', 'write:phone'], ['Anna', '+16175550100'])).toMatchObject({
      action: 'update',
      row: 0,
      line: 2,
      customerId: ID,
      body: { name: 'Anna' },
      changes: [{ field: 'name', before: 'Anna Fictional', after: 'Anna' }],
      warnings: [],
    });
  });

  it('is unchanged where the customer has it all', () => {
    const row = planned(['write:name', 'write:description'], ['Anna Fictional', '[clear]']);
    expect(row).toStrictEqual({ row: 0, line: 2, action: 'unchanged', customerId: ID });
    expect(planned(['write:name'], [''])).toHaveProperty('action', 'unchanged');
  });

  it.each<readonly [string, Resolution | undefined, object]>([
    ['not_found', { kind: 'not_found' }, { key: { by: 'id', text: ID } }],
    ['unread', { kind: 'unread', reason: 'server_error' }, { reason: 'server_error' }],
    ['update', { kind: 'denied' }, { snapshot: null, customerId: ID, body: { name: 'x' } }],
  ])('is %s', (action, resolution, rest) => {
    expect(planned(['write:name'], ['x'], resolution)).toMatchObject({ action, ...rest });
  });

  it('is unread where the dry run never came to it', () => {
    const [row] = planRows(validated(['key:id', 'write:name'], [[ID, 'x']]), new Map());
    expect(row).toMatchObject({ action: 'unread', reason: 'cancelled' });
  });

  it('has nothing to warn of where reading is denied', () => {
    expect(planned(['write:name'], ['x'], { kind: 'denied' })).toHaveProperty('warnings', []);
  });

  it('is blocked where its edits can’t be put on the customer', () => {
    expect(planned(['write:metadata.tags'], ['b'])).toStrictEqual({
      row: 0,
      line: 2,
      action: 'blocked',
      customerId: ID,
      reason: { code: 'nested_metadata', field: 'metadata.tags' },
    });
  });

  it('that is invalid says what is wrong, and not what only looks odd', () => {
    const row = planned(['write:email', 'write:name'], ['anna', '  ']);
    expect(row).toHaveProperty('action', 'invalid');
    expect(row).toHaveProperty('messages.length', 1);
  });

  it('changes the payment method, as far as a plan can tell', () => {
    expect(planned(['write:default_payment_method'], ['pm_2'])).toMatchObject({
      body: { default_payment_method: 'pm_2' },
    });
  });
});

describe('a check column', () => {
  it('that disagrees blocks its row, and says with what', () => {
    const row = planned(['check:email', 'write:phone'], ['ben@fictional.example', '1']);
    expect(row).toMatchObject({ action: 'blocked', customerId: ID, reason: { code: 'check_failed' } });
    expect(row?.action === 'blocked' && blockText(row.reason)).toBe(
      'The e-mail in the sheet is “ben@fictional.example”, the customer’s is “anna@fictional.example”. The id may belong to somebody else.',
    );
  });

  it.each([
    ['check:name', ' Anna Fictional '],
    ['check:tax_exempt', 'FALSE'],
    ['check:metadata.seats', '5'],
    ['check:metadata.vip', 'yes'],
    ['check:billing_address.city', 'Cambridge'],
    ['check:description', ''],
  ])('%s agrees with %j', (role, text) => {
    expect(planned([role, 'write:phone'], [text, '1'])).toHaveProperty('action', 'update');
  });

  it.each([
    ['check:name', 'anna fictional'],
    ['check:description', 'something'],
    ['check:metadata.tags', 'a'],
    ['check:tax_exempt', 'perhaps'],
  ])('%s does not agree with %j', (role, text) => {
    expect(planned([role, 'write:phone'], [text, '1'])).toHaveProperty('action', 'blocked');
  });

  it('does not see spaces around what the customer has', () => {
    const customer = found({ name: ' Anna Fictional ' });
    expect(planned(['check:name', 'write:phone'], ['Anna Fictional', '1'], customer)).toHaveProperty(
      'action',
      'update',
    );
  });

  it('blocks where nothing would change, too: the id may belong to somebody else', () => {
    expect(planned(['check:name'], ['Ben'])).toHaveProperty('action', 'blocked');
  });
});

describe('several rows of one customer', () => {
  it('are all blocked, judged by the id that Atlas answers with', () => {
    const sheet = validated(
      ['key:id', 'write:name'],
      [
        [ID, 'a'],
        [OTHER_ID, 'b'],
        [ID.toUpperCase(), 'c'],
      ],
    );
    const rows = planRows(
      sheet,
      new Map([
        [0, found()],
        [1, found({ id: OTHER_ID })],
        [2, found()],
      ]),
    );
    expect(rows.map(({ action }) => action)).toStrictEqual(['blocked', 'update', 'blocked']);
    expect(rows[0]).toHaveProperty('reason', { code: 'same_customer', lines: [4] });
    expect(rows[2]).toHaveProperty('reason', { code: 'same_customer', lines: [2] });
  });

  const actionsOfTwo = (first: Resolution, second: Resolution) => {
    const cells = [
      [ID, 'a'],
      [ID.toUpperCase(), 'c'],
    ];
    const resolutions = [first, second].map((resolution, row) => [row, resolution] as const);
    const rows = planRows(validated(['key:id', 'write:name'], cells), new Map(resolutions));
    return rows.map(({ action }) => action);
  };

  it('are seen without reading, as far as capitals go', () => {
    expect(actionsOfTwo({ kind: 'denied' }, { kind: 'denied' })).toStrictEqual(['blocked', 'blocked']);
    expect(actionsOfTwo(found(), { kind: 'denied' })).toStrictEqual(['blocked', 'blocked']);
  });

  it('are none where only one of them reaches a customer', () => {
    expect(actionsOfTwo(found(), { kind: 'not_found' })).toStrictEqual(['update', 'not_found']);
    expect(actionsOfTwo({ kind: 'denied' }, { kind: 'unread', reason: 'cancelled' })).toStrictEqual([
      'update',
      'unread',
    ]);
  });
});

describe('a street that changes', () => {
  const move = (roles: readonly string[], cells: readonly string[]) => {
    const row = planned(['write:billing_address.line1', ...roles], ['2 New Street', ...cells], found(), {
      blanks: { billing_address: 'keep' },
    });
    return row?.action === 'update' ? row.warnings : row;
  };

  it('warns where the old suite, state or postal code stays', () => {
    expect(move([], [])).toStrictEqual([
      {
        code: 'old_parts_kept',
        fields: ['billing_address.line2', 'billing_address.state', 'billing_address.postal_code'],
      },
    ]);
    expect(move(['write:billing_address.postal_code'], [''])).toHaveLength(1);
  });

  it('does not warn of parts that the row gives, though they are the same as before', () => {
    const roles = ['line2', 'state', 'postal_code'].map((part) => `write:billing_address.${part}`);
    expect(move(roles, ['[clear]', 'MA', '02138'])).toStrictEqual([]);
  });

  it('does not warn where nothing was there to stay', () => {
    const row = planned(['write:shipping_address.line1'], ['a']);
    expect(row).toMatchObject({ action: 'update', warnings: [] });
  });

  it('does not warn of a copy, which keeps nothing', () => {
    const shipping_address = { line1: 'x', postal_code: '02138' };
    const roles = ['line1', 'line2', 'state', 'postal_code'].map((part) => `write:billing_address.${part}`);
    const cells = ['1 New Street', 'a', 'NY', '02138'];
    const row = planned(roles, cells, found({ shipping_address }), { copyBillingToShipping: true });
    expect(row).toMatchObject({
      action: 'update',
      body: { shipping_address: { line1: '1 New Street', line2: 'a', state: 'NY', postal_code: '02138' } },
      warnings: [],
    });
  });
});

describe('a country that changes', () => {
  const abroad = (roles: readonly string[], cells: readonly string[], before = 'US') => {
    const resolution = found({ billing_address: { line1: 'a', postal_code: '02138', country: before } });
    const row = planned(['write:billing_address.country', ...roles], cells, resolution, {
      blanks: { billing_address: 'keep' },
    });
    return row?.action === 'update' ? row.warnings.map(({ code }) => code) : row;
  };

  it('warns where the old postal code stays', () => {
    expect(abroad([], ['DE'])).toStrictEqual(['postal_code_kept']);
    expect(abroad(['write:billing_address.postal_code'], ['DE', ''])).toStrictEqual(['postal_code_kept']);
  });

  it('does not warn where the row gives a postal code, or clears it', () => {
    for (const code of ['02138', '[clear]'])
      expect(abroad(['write:billing_address.postal_code'], ['DE', code])).toStrictEqual([]);
  });

  it('does not warn where it was only spelled otherwise, or not known', () => {
    expect(abroad([], ['US'], 'United States')).toStrictEqual([]);
    expect(abroad([], ['US'], 'somewhere')).toStrictEqual([]);
  });

  it('says it once, where the street changes too', () => {
    expect(abroad(['write:billing_address.line1'], ['DE', '2 New Street'])).toStrictEqual(['old_parts_kept']);
  });
});

describe('the rows of a plan', () => {
  it('are those of the sheet, each in one state', () => {
    const sheet = validated(
      ['key:id', 'write:phone', 'check:name'],
      [
        [ID, '1', ''],
        ['', '2', ''],
        [OTHER_ID, '3', ''],
        ['c', '4', 'Ben'],
        ['d', '5', ''],
        ['e', '6', ''],
        ['f', '', ''],
      ],
    );
    const edited = applyOperation(sheet.edited, { kind: 'exclude_rows', rows: [5] });
    const resolutions = new Map<number, Resolution>([
      [0, found()],
      [2, { kind: 'not_found' }],
      [3, found({ id: 'c' })],
      [6, found({ id: 'f' })],
    ]);
    const rows = planRows(validateSheet(edited, sheet.mapping), resolutions);
    expect(rows.map(({ row, line }) => [row, line])).toStrictEqual(rows.map((_, row) => [row, row + 2]));
    const counts = countActions(rows);
    expect(counts).toStrictEqual({
      update: 1,
      unchanged: 1,
      not_found: 1,
      blocked: 1,
      unread: 1,
      invalid: 1,
      excluded: 1,
    });
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(rows.length);
    expect(rows[1]).toHaveProperty('messages', ['The customer id is missing.']);
  });
});
