import { describe, expect, it } from 'vitest';
import { countActions } from '../../../src/core/plan.ts';
import { connectionInfo } from '../../../src/services/connection.ts';
import { type DryRun, readAndPlan } from '../../../src/services/dry-run/dry-run.ts';
import { KnownCustomers } from '../../../src/services/dry-run/known-customers.ts';
import { type Connected, connect } from '../support/connect.ts';
import { customer, customers, emailOf, idOf } from '../support/customers.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { practiceWith } from '../support/practice.ts';
import { sheetOf } from '../support/sheet.ts';

type Rows = readonly (readonly string[])[];

/** A dry run which, after another one, reads only what is not known any more of the rows that are kept. */
async function planned(rows: Rows, connected: Connected, known?: KnownCustomers): Promise<DryRun> {
  const { client, clock, connection } = connected;
  const made = await readAndPlan({
    validated: sheetOf(rows),
    connection: connectionInfo(connection),
    fileName: 'sheet.csv',
    newId: () => 'plan-1',
    client,
    concurrency: 4,
    patience: { clock, random: () => 0.5, tries: 5 },
    known,
  });
  if (!made.ok) throw new Error(`No plan: ${JSON.stringify(made.error)}`);
  return made.value;
}

const knownOf = ({ readings }: DryRun, edited: readonly number[] = [], notBefore = 0): KnownCustomers =>
  new KnownCustomers(readings, { notBefore, isKept: (row) => !edited.includes(row) });

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const phones = (count: number): Rows => [
  ['id', 'phone'],
  ...numbers(count).map((number) => [idOf(number), `+1617555${1000 + number}`]),
];

describe('what a dry run before has read', () => {
  it('is not asked for again: the requests are those of the edited rows alone', async () => {
    const practice = await practiceWith({ customers: customers(3_000) });
    const connected = connect(practice);
    const before = await planned(phones(300), connected);
    const rows = phones(300).with(8, [idOf(8), '+16175550199']);
    const asked = practice.requests().length;

    const after = await planned(rows, connected, knownOf(before, [7]));

    const requests = practice.requests().slice(asked);
    expect(requests.map(({ path }) => path)).toEqual(['/customers', `/customers/${idOf(8)}`]);
    expect(countActions(after.plan.rows).update).toBe(300);
    expect(after.readings).toMatchObject({ read: 1, known: 299 });
    // The same as if everything had been read.
    expect(after.plan.hash).toBe((await planned(rows, connected)).plan.hash);
  });

  it('costs no request at all where no row was edited', async () => {
    const practice = await practiceWith({ customers: customers(20) });
    const connected = connect(practice);
    const before = await planned(phones(5), connected);
    const asked = practice.requests().length;
    expect((await planned(phones(5), connected, knownOf(before))).plan.hash).toBe(before.plan.hash);
    expect(practice.requests()).toHaveLength(asked);
  });

  it('keeps the time of its reading, and is read again when that is too long ago', async () => {
    const practice = await practiceWith({ customers: customers(3_500) });
    const clock = new FakeClock();
    const connected = connect(practice, { clock });
    const before = await planned(phones(2), connected);
    const readAt = before.readings.snapshots.get(0)?.readAt ?? Number.NaN;
    await clock.sleep(60_000);
    const after = await planned(phones(3), connected, knownOf(before, [], readAt));
    expect(after.readings).toMatchObject({ read: 1, known: 2, knownSince: readAt });
    expect(after.readings.snapshots.get(0)?.readAt).toBe(readAt);
    const later = await planned(phones(3), connected, knownOf(after, [], readAt + 1));
    expect(later.readings).toMatchObject({ read: 2, known: 1 });
  });

  it('is never taken for the customer of another key', async () => {
    const practice = await practiceWith({ customers: customers(20) });
    const connected = connect(practice);
    const before = await planned(phones(2), connected);
    const rows: Rows = [
      ['id', 'phone'],
      [idOf(1).toUpperCase(), '+1617555'],
      [idOf(9), '+1617555'],
    ];
    const { plan, readings } = await planned(rows, connected, knownOf(before));
    expect(plan.rows).toMatchObject([{ customerId: idOf(1) }, { customerId: idOf(9) }]);
    expect(readings).toMatchObject({ read: 1, known: 1 });
  });

  it('proves the account: mistyped ids alone are not taken for the wrong one', async () => {
    const practice = await practiceWith({ customers: customers(3_500) });
    const connected = connect(practice);
    const before = await planned(phones(5), connected);
    const rows: Rows = [...phones(2), ...[9_001, 9_002, 9_003].map((number) => [idOf(number), '+1617555'])];
    const { plan, readings } = await planned(rows, connected, knownOf(before, [2, 3, 4]));
    expect(countActions(plan.rows)).toMatchObject({ update: 2, not_found: 3 });
    expect(readings).toMatchObject({ read: 3, known: 2 });
  });
});

describe('e-mails after a dry run before', () => {
  const rows: Rows = [
    ['id', 'email'],
    [idOf(1), 'new@fictional.example'],
    [idOf(2), emailOf(3)],
  ];

  it('that were nobody’s are not looked up again; those that somebody had are', async () => {
    const practice = await practiceWith({ customers: customers(3_000) });
    const connected = connect(practice);
    const before = await planned(rows, connected);
    expect(before.plan.rows.map(({ action }) => action)).toEqual(['update', 'blocked']);
    practice.writeDirectly(idOf(3), { email: 'moved@fictional.example' });
    const asked = practice.requests().length;

    const after = await planned(rows, connected, knownOf(before, [1]));

    expect(after.plan.rows.map(({ action }) => action)).toEqual(['update', 'update']);
    const emails = practice
      .requests()
      .slice(asked)
      .map(({ query }) => new URLSearchParams(query).get('email'));
    expect(emails.filter((email) => email !== null)).toEqual([emailOf(3)]);
  });

  it('are looked up where they were free too long ago', async () => {
    const practice = await practiceWith({ customers: customers(3_000) });
    const connected = connect(practice);
    const before = await planned(rows.slice(0, 2), connected);
    practice.writeDirectly(idOf(3), { email: 'new@fictional.example' });
    const later = knownOf(before, [], connected.clock.now() + 1);
    const { plan } = await planned(rows.slice(0, 2), connected, later);
    expect(plan.rows).toMatchObject([{ action: 'blocked', reason: { code: 'email_taken' } }]);
  });

  it('still move along a chain of which only one row was read again', async () => {
    const practice = await practiceWith({ customers: [customer(1), customer(2), customer(3)] });
    const connected = connect(practice);
    const chain: Rows = [
      ['id', 'email'],
      [idOf(1), emailOf(2)],
      [idOf(2), 'free@fictional.example'],
    ];
    const before = await planned(chain, connected);
    const { plan } = await planned(chain, connected, knownOf(before, [0]));
    expect(plan.rows[0]).toMatchObject({ action: 'update', after: 1 });
    expect(plan.hash).toBe(before.plan.hash);
  });
});
