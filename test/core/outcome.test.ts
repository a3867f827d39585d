import { describe, expect, it } from 'vitest';
import type { Customer } from '../../src/core/atlas.ts';
import type { Change } from '../../src/core/change.ts';
import { judgeAccepted, judgeAnswer, judgeReading } from '../../src/core/outcome.ts';
import { ANNA } from './making.ts';

const PHONE: Change = { field: 'phone', before: '+16175550100', after: '1' };
const ZIP: Change = { field: 'billing_address.postal_code', before: '02138', after: '02139' };
const GONE: Change = { field: 'billing_address.line2', before: 'Suite 400', after: null };
const METHOD: Change = { field: 'default_payment_method', before: 'pm_1', after: 'pm_2' };
const SEATS: Change = { field: 'metadata.seats', before: 5, after: 6 };

const anna = (change: Partial<Customer>): Customer => ({ ...ANNA, ...change }) as Customer;
const zipAt = (postal_code: string) => anna({ billing_address: { line2: '', postal_code } });

describe('an answer of 200', () => {
  it.each<readonly [string, readonly Change[], Customer, string, readonly string[]]>([
    ['shows all that was sent', [PHONE], anna({ phone: '1' }), 'applied', []],
    [
      'shows it in another order, cleared as null, "" or not at all',
      [ZIP, GONE],
      zipAt('02139'),
      'applied',
      [],
    ],
    ['shows a number as a number', [SEATS], anna({ metadata: { seats: 6 } }), 'applied', []],
    [
      'shows a number as a text',
      [SEATS],
      anna({ metadata: { seats: '6' } }),
      'not_applied',
      ['metadata.seats'],
    ],
    ['ignored the payment method', [METHOD], ANNA, 'not_applied', ['default_payment_method']],
    [
      'ignored the payment method only',
      [METHOD, PHONE],
      anna({ phone: '1' }),
      'partly_applied',
      ['default_payment_method'],
    ],
    ['shows something else', [PHONE], anna({ phone: '2' }), 'not_applied', ['phone']],
    [
      'shows no address any more',
      [ZIP],
      anna({ billing_address: null }),
      'not_applied',
      ['billing_address.postal_code'],
    ],
  ])('that %s', (_, changes, answered, state, missing) => {
    const outcome = judgeAnswer(changes, answered);
    expect(outcome.state).toBe(state);
    expect('missing' in outcome ? outcome.missing : []).toStrictEqual(missing);
  });

  it('is kept as far as the row is concerned', () => {
    expect(judgeAnswer([GONE, METHOD], anna({ billing_address: {} }))).toStrictEqual({
      state: 'partly_applied',
      seen: [
        { field: 'billing_address.line2', value: null },
        { field: 'default_payment_method', value: 'pm_1' },
      ],
      missing: ['default_payment_method'],
    });
  });
});

describe('a customer read some time after a 200 whose own customer was lost', () => {
  it.each<readonly [string, readonly Change[], Customer, string]>([
    ['has all of it', [PHONE], anna({ phone: '1' }), 'applied'],
    ['has some of it, and the rest as before', [PHONE, METHOD], anna({ phone: '1' }), 'partly_applied'],
    ['is as before', [PHONE, METHOD], ANNA, 'not_applied'],
  ])('%s', (_, changes, now, state) => {
    expect(judgeAccepted(changes, now)).toStrictEqual(judgeAnswer(changes, now));
    expect(judgeAccepted(changes, now)).toHaveProperty('state', state);
  });

  it.each<readonly [string, readonly Change[], Customer, readonly unknown[]]>([
    ['has something else', [PHONE], anna({ phone: '2' }), ['2']],
    ['has something else besides', [METHOD, PHONE, SEATS], anna({ phone: '2' }), ['pm_1', '2', 5]],
    ['had values nobody knows', [{ field: 'phone', after: '1' }], ANNA, ['+16175550100']],
  ])('%s: nobody can say what the row did', (_, changes, now, values) => {
    expect(judgeAccepted(changes, now)).toStrictEqual({
      state: 'unknown',
      reason: 'other_values_found',
      seen: changes.map(({ field }, index) => ({ field, value: values[index] })),
    });
  });
});

describe('a customer read after a request that nobody answered', () => {
  it.each<readonly [string, readonly Change[], Customer, string]>([
    ['has all of it', [PHONE, SEATS], anna({ phone: '1', metadata: { seats: 6 } }), 'written'],
    ['has none of it', [PHONE, ZIP], ANNA, 'not_written'],
    ['has none of it, as null for ""', [{ ...PHONE, before: null }], anna({ phone: '' }), 'not_written'],
    ['has some of it', [PHONE, SEATS], anna({ phone: '1' }), 'other'],
    ['has something else', [PHONE], anna({ phone: '2' }), 'other'],
    ['has something else besides', [PHONE, SEATS], anna({ phone: '1', metadata: { seats: 7 } }), 'other'],
    ['had values nobody knows', [{ field: 'phone', after: '1' }], ANNA, 'other'],
    [
      'had values nobody knows, and has the wanted ones',
      [{ field: 'phone', after: '1' }],
      anna({ phone: '1' }),
      'written',
    ],
  ])('%s', (_, changes, now, finding) => {
    expect(judgeReading(changes, now)).toBe(finding);
  });
});
