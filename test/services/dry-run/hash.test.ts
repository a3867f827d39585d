import { expect, it } from 'vitest';
import { connect } from '../support/connect.ts';
import { customers, idOf } from '../support/customers.ts';
import { practiceWith } from '../support/practice.ts';
import { dryRunOf, planOf } from '../support/running.ts';
import { sheetOf } from '../support/sheet.ts';

const zips = (...texts: readonly string[]) => [
  ['id', 'billing_address.postal_code'],
  ...texts.map((text, index) => [idOf(index + 1), text]),
];

it('a plan’s hash stays while nothing changes, and changes with anything that would be sent', async () => {
  const practice = await practiceWith({ customers: customers(9) });
  const hashOf = async (...texts: readonly string[]) =>
    (await planOf(zips(...texts), connect(practice))).hash;
  const first = await hashOf('02139', '02140');
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(await hashOf('02139', '02140')).toBe(first);
  const others = [
    await hashOf('02139', '02141'),
    await hashOf('02139'),
    await hashOf('02140', '02139'),
    (await planOf(zips('02139', '02140'), connect(practice, { key: 'sk_live_practice' }))).hash,
  ];
  expect(new Set([first, ...others]).size).toBe(5);

  // A sibling that somebody else changed would be sent too.
  practice.writeDirectly(idOf(2), { billing_address: { line1: 'Elsewhere' } });
  expect(await hashOf('02139', '02140')).not.toBe(first);
});

it('a row whose customer has the values already, and one that fails its check, send nothing', async () => {
  const practice = await practiceWith({ customers: customers(9) });
  const plan = await planOf(
    [
      ['id', 'check name', 'billing_address.postal_code'],
      [idOf(1), 'Fictional Company 1', '02138'],
      [idOf(2), 'Fictional Company 1', '02139'],
    ],
    connect(practice),
  );
  expect(plan.rows).toMatchObject([
    { action: 'unchanged' },
    { action: 'blocked', reason: { code: 'check_failed', field: 'name' } },
  ]);
});

it('a sheet without a key column says so and asks nothing', async () => {
  const practice = await practiceWith({ customers: customers(9) });
  const plan = await dryRunOf(sheetOf([['phone'], ['+1']]), connect(practice));
  expect(plan).toMatchObject({ ok: false, error: { code: 'sheet_invalid' } });
  expect(practice.requests()).toStrictEqual([]);
});
