import { describe, expect, it } from 'vitest';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import { ADDRESS, customer, customers, idOf } from '../support/customers.ts';
import { expectFaultsMet, practiceWith, writesTo } from '../support/practice.ts';
import { apply } from '../support/running.ts';

const ZIP = [
  ['id', 'billing_address.postal_code'],
  [idOf(1), '02139'],
];

describe('a row is applied', () => {
  it('when Atlas shows the new value, and the rest of the address is as it was', async () => {
    const practice = await practiceWith({ customers: customers(3) });
    const { outcomes, state } = await apply(practice, ZIP);
    expect(outcomes).toStrictEqual([
      { state: 'applied', seen: [{ field: 'billing_address.postal_code', value: '02139' }] },
    ]);
    expect(practice.customer(idOf(1))).toStrictEqual(
      customer(1, { billing_address: { ...ADDRESS, postal_code: '02139' } }),
    );
    expect(practice.customer(idOf(2))).toStrictEqual(customer(2));
    expect(writesTo(practice)).toHaveLength(1);
    expect(state.end).toMatchObject({ how: 'completed' });
  });

  it('with keys of the address that nobody knows still in it', async () => {
    const odd = customer(1, { billing_address: { ...ADDRESS, geo: { lat: 1.5 }, note: 'back door' } });
    const practice = await practiceWith({ customers: [odd] });
    await apply(practice, ZIP);
    expect(practice.customer(idOf(1))?.billing_address).toStrictEqual({
      ...odd.billing_address,
      postal_code: '02139',
    });
  });

  it('with a customer read at most a minute before, when that is what is asked for', async () => {
    const practice = await practiceWith({ customers: customers(3) });
    const { outcomes } = await apply(practice, ZIP, {
      settings: { freshness: { kind: 'within', ms: 60_000 } },
    });
    expect(outcomes).toMatchObject([{ state: 'applied' }]);
    // Sizing, reading, writing: nothing was read again.
    expect(practice.requests()).toHaveLength(3);
  });
});

describe('a 200 is not believed', () => {
  it('when the one value it was about is not there', async () => {
    const practice = await practiceWith({ customers: customers(1) });
    const { outcomes } = await apply(practice, [
      ['id', 'default_payment_method'],
      [idOf(1), 'pm_2'],
    ]);
    expect(outcomes).toStrictEqual([
      {
        state: 'not_applied',
        seen: [{ field: 'default_payment_method', value: 'pm_1' }],
        missing: ['default_payment_method'],
      },
    ]);
    expect(writesTo(practice)).toHaveLength(1);
  });

  it('further than it shows', async () => {
    const practice = await practiceWith({ customers: customers(1) });
    const { outcomes } = await apply(practice, [
      ['id', 'default_payment_method', 'billing_address.postal_code'],
      [idOf(1), 'pm_2', '02139'],
    ]);
    expect(outcomes).toMatchObject([{ state: 'partly_applied', missing: ['default_payment_method'] }]);
    expect(practice.customer(idOf(1))?.billing_address).toHaveProperty('postal_code', '02139');
  });
});

describe('a row is refused', () => {
  it('for an e-mail that another customer took since the dry run, in Atlas’ words, and the others go on', async () => {
    const practice = await practiceWith({ customers: customers(9) });
    const rows = [
      ['id', 'email'],
      [idOf(1), 'taken@fictional.example'],
      [idOf(2), 'new@fictional.example'],
    ];
    const { outcomes, state } = await apply(practice, rows, {
      between: () => practice.writeDirectly(idOf(9), { email: 'taken@fictional.example' }),
    });
    expect(outcomes).toMatchObject([
      { state: 'rejected', refusal: { status: 400, error: { code: 'email_exists' } } },
      { state: 'applied' },
    ]);
    expect(writesTo(practice)).toHaveLength(2);
    expect(state.end).toMatchObject({ how: 'completed' });
  });

  it.each([
    ['before it is read again', 'GET', { state: 'failed', reason: 'customer_gone' }],
    ['before it is written', 'PATCH', { state: 'rejected', refusal: { status: 404 } }],
  ])('when its customer was deleted %s', async (_when, method, outcome) => {
    const practice = await practiceWith({ customers: customers(9) });
    const { outcomes } = await apply(practice, ZIP, {
      between: () =>
        practice.scriptFaults([
          {
            name: 'gone',
            when: { kind: 'always' },
            match: { method, customerId: idOf(1) },
            effect: { kind: 'answer', status: 404, json: { error: { code: 'not_found', message: 'no' } } },
          },
        ]),
    });
    expect(outcomes).toMatchObject([outcome]);
    expectFaultsMet(practice);
  });

  it.each([400, 404, 409, 413, 422])('%i is about this row only', async (status) => {
    const practice = await practiceWith({ customers: customers(9) });
    const { outcomes } = await apply(
      practice,
      [
        ['id', 'phone'],
        [idOf(1), '+1'],
        [idOf(2), '+1'],
      ],
      {
        between: () =>
          practice.scriptFaults([
            {
              name: 'refused',
              match: { method: 'PATCH', customerId: idOf(1) },
              effect: { kind: 'answer', status, text: '' },
            },
          ]),
      },
    );
    expect(outcomes).toMatchObject([{ state: 'rejected', refusal: { status } }, { state: 'applied' }]);
    expectFaultsMet(practice);
  });
});

it('what can’t be read before writing is not written', async () => {
  const practice = await practiceWith({ customers: customers(9) });
  const { outcomes } = await apply(practice, ZIP, {
    between: () =>
      practice.scriptFaults([
        {
          name: 'unreadable',
          when: { kind: 'always' },
          match: { method: 'GET' },
          effect: recipes.serverError,
        },
      ]),
  });
  expect(outcomes).toStrictEqual([{ state: 'failed', reason: 'not_readable_before' }]);
  expect(writesTo(practice)).toStrictEqual([]);
  expectFaultsMet(practice);
});
