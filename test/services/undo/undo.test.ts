import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../src/core/atlas.ts';
import { sheetOfPlan } from '../../../src/core/plan-sheet.ts';
import { reportRows } from '../../../src/core/report.ts';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import { reportText } from '../../../src/services/report-text.ts';
import { connect, LIVE_KEY } from '../support/connect.ts';
import { ADDRESS, customer, customers, emailOf, idOf } from '../support/customers.ts';
import { practiceWith, writesTo } from '../support/practice.ts';
import { apply, outcomesOf, planOf, start } from '../support/running.ts';
import { undo, undoOf, undoPlanOf } from './undoing.ts';

const FIELDS = [
  'name',
  'description',
  'billing_address.line1',
  'billing_address.line2',
  'shipping_address.city',
  'tax_exempt',
  'metadata.cost_center',
  'metadata.seats',
  'metadata.added',
  'metadata.__proto__',
];
const EDITED = [
  ['id', ...FIELDS],
  [idOf(1), 'New', 'd', '9 New Street', '[clear]', 'Boston', 'yes', 'CC-9', '7', 'x', 'y'],
  [idOf(2), '[clear]', '', '', '', '', '', '', '', '', ''],
  [idOf(3), 'Third', '', '', '', '', '', '[clear]', '', '', ''],
];
/** The first customer gets another name. */
const RENAMED = [
  ['id', 'name'],
  [idOf(1), 'New'],
];
const SOME: readonly Customer[] = [
  customer(1, {
    billing_address: { ...ADDRESS, attention: 'Accounts payable' },
    metadata: { cost_center: 'CC-1', seats: 5, vip: true, deep: { a: [1] } },
  }),
  ...customers(9).slice(1),
];

const valuesOf = (practice: { customers(): readonly Customer[] }) =>
  practice.customers().toSorted((a, b) => a.id.localeCompare(b.id));

describe('a run that is undone', () => {
  it('leaves every customer as before it, types and absence included', async () => {
    const practice = await practiceWith({ customers: SOME });
    const connected = connect(practice);
    const before = structuredClone(valuesOf(practice));
    const ran = await apply(practice, EDITED, { connected });
    const after = structuredClone(valuesOf(practice));
    expect(after).not.toStrictEqual(before);

    const undone = await undo(ran, connected);
    expect(valuesOf(practice)).toStrictEqual(before);
    expect(outcomesOf(undone.plan, undone.state).map(({ state }) => state)).toStrictEqual([
      'applied',
      'applied',
      'applied',
    ]);
    expect(undone.plan).toMatchObject({ undoes: 'run-1', fileName: 'sheet.csv' });

    const redone = await undo(undone, connected);
    expect(valuesOf(practice)).toStrictEqual(after);
    await undo(redone, connected);
    expect(valuesOf(practice)).toStrictEqual(before);
  });

  it('is undone only as far as it was applied', async () => {
    const practice = await practiceWith({ customers: customers(6) });
    const connected = connect(practice);
    const before = structuredClone(valuesOf(practice));
    const plan = await planOf(
      [
        ['id', 'name', 'default_payment_method'],
        [idOf(1), 'One', 'pm_9'],
        [idOf(2), 'Two', ''],
        [idOf(3), 'Three', ''],
        [idOf(4), '', 'pm_9'],
      ],
      connected,
    );
    practice.writeDirectly(idOf(2), { name: 'Two' });
    practice.writeDirectly(idOf(3), { name: 'Somebody else’s' });
    const state = await start(plan, connected).done;
    expect(outcomesOf(plan, state).map((outcome) => outcome.state)).toStrictEqual([
      'partly_applied',
      'already_so',
      'conflict',
      'not_applied',
    ]);

    const undone = await undo({ plan, state }, connected);
    expect(undone.plan.rows).toMatchObject([
      { customerId: idOf(1), changes: [{ field: 'name', before: 'One', after: before[0]?.name }] },
    ]);
    expect(practice.customer(idOf(1))).toStrictEqual(before[0]);
    expect(practice.customer(idOf(2))?.name).toBe('Two');
    expect(practice.customer(idOf(3))?.name).toBe('Somebody else’s');
  });

  it('keeps what somebody changed since, field by field, and says so', async () => {
    const practice = await practiceWith({ customers: SOME });
    const connected = connect(practice);
    const ran = await apply(practice, EDITED, { connected });
    practice.writeDirectly(idOf(1), {
      name: 'Later',
      metadata: { ...practice.customer(idOf(1))?.metadata, seats: 8, later: 'kept' },
      billing_address: { ...practice.customer(idOf(1))?.billing_address, floor: '3' },
      shipping_address: { city: 'Boston', state: 'MA' },
    });
    practice.writeDirectly(idOf(2), { name: 'Later' });

    const undone = await undo(ran, connected);
    expect(practice.customer(idOf(1))).toMatchObject({
      name: 'Later',
      description: null,
      billing_address: { ...ADDRESS, attention: 'Accounts payable', floor: '3' },
      shipping_address: { state: 'MA' },
      metadata: { cost_center: 'CC-1', seats: 8, vip: true, deep: { a: [1] }, later: 'kept' },
    });
    expect(practice.customer(idOf(2))?.name).toBe('Later');
    const [first, second] = reportRows(undone.plan, undone.state);
    expect(first?.warnings.join(' ')).toContain(
      'Not taken back: the name, which was changed after the run from “New” to “Later”.',
    );
    expect(second).toMatchObject({ state: 'blocked', code: 'cant_undo' });
  });

  it('ends as conflict where somebody changes a customer between the review and the write', async () => {
    const practice = await practiceWith({ customers: customers(3) });
    const connected = connect(practice);
    const ran = await apply(practice, RENAMED, { connected });
    const plan = await undoPlanOf(ran, connected);
    practice.writeDirectly(idOf(1), { name: 'Later' });
    const state = await start(plan, connected).done;
    expect(outcomesOf(plan, state)).toMatchObject([{ state: 'conflict' }]);
    expect(practice.customer(idOf(1))?.name).toBe('Later');
  });

  it('is not taken back where nobody saw that it was written', async () => {
    const practice = await practiceWith({ customers: customers(3) });
    const connected = connect(practice);
    const plan = await planOf(
      [
        ['id', 'name'],
        [idOf(1), 'New'],
        [idOf(2), 'Same'],
      ],
      connected,
    );
    practice.scriptFaults([
      {
        name: 'died',
        match: { method: 'PATCH' },
        when: { kind: 'first', count: 2 },
        effect: recipes.serverErrorAfterCommit,
      },
      {
        name: 'unreadable',
        match: { method: 'GET', resource: 'customer' },
        when: { kind: 'nth', numbers: Array.from({ length: 30 }, (_, index) => index + 3) },
        effect: recipes.serverError,
      },
    ]);
    const state = await start(plan, connected, { settings: { concurrency: 2 } }).done;
    expect(outcomesOf(plan, state).map((outcome) => outcome.state)).toStrictEqual(['unknown', 'unknown']);
    practice.scriptFaults([]);
    practice.writeDirectly(idOf(2), { name: 'Fictional Company 2' });

    const undoing = await undoPlanOf({ plan, state }, connected);
    expect(undoing.rows).toMatchObject([
      { action: 'blocked', reason: { code: 'cant_undo', fields: [{ why: 'not_seen', now: 'New' }] } },
      { action: 'unchanged' },
    ]);
  });

  it('that died midway is undone as far as its journal shows what was seen', async () => {
    const practice = await practiceWith({ customers: customers(3) });
    const connected = connect(practice);
    const ran = await apply(
      practice,
      [
        ['id', 'name'],
        [idOf(1), 'A'],
        [idOf(2), 'B'],
      ],
      { connected },
    );
    const second = ran.state.rows.get(1);
    if (!second) throw new Error('There is no second row');
    const { outcome: _never, endedAt: _at, ...inFlight } = second;
    const rows = new Map([...ran.state.rows, [1, inFlight] as const]);
    const plan = await undoPlanOf({ plan: ran.plan, state: { ...ran.state, rows } }, connected);
    expect(plan.rows).toMatchObject([
      { action: 'update', body: { name: 'Fictional Company 1' } },
      { action: 'blocked', reason: { code: 'cant_undo', fields: [{ why: 'not_seen' }] } },
    ]);
  });
});

describe('e-mails', () => {
  const chain = [
    ['id', 'email', 'name'],
    [idOf(1), emailOf(2), 'One'],
    [idOf(2), emailOf(3), 'Two'],
    [idOf(3), 'new@fictional.example', 'Three'],
  ];

  it('that moved along a chain go back the other way round', async () => {
    const practice = await practiceWith({ customers: customers(5) });
    const connected = connect(practice);
    const before = structuredClone(valuesOf(practice));
    const ran = await apply(practice, chain, { connected });
    const writes = writesTo(practice).length;
    await undo(ran, connected);
    expect(valuesOf(practice)).toStrictEqual(before);
    const order = writesTo(practice).slice(writes);
    expect(order.map(({ path }) => path.slice(-1))).toStrictEqual(['1', '2', '3']);
  });

  it('that somebody else has by now stay, and the row’s other fields go back', async () => {
    const practice = await practiceWith({ customers: customers(5) });
    const connected = connect(practice);
    const ran = await apply(practice, chain, { connected });
    practice.writeDirectly(idOf(5), { email: emailOf(1) });
    const undone = await undo(ran, connected);
    expect(undone.plan.rows).toMatchObject([
      {
        action: 'update',
        body: { name: 'Fictional Company 1' },
        warnings: [{ fields: [{ why: 'email_blocked', reason: { code: 'email_taken' } }] }],
      },
      { warnings: [{ fields: [{ reason: { code: 'email_not_freed', line: 2 } }] }] },
      { warnings: [{ fields: [{ reason: { code: 'email_not_freed', line: 3 } }] }] },
    ]);
    expect(outcomesOf(undone.plan, undone.state).every(({ state }) => state === 'applied')).toBe(true);
    expect(practice.customer(idOf(1))).toMatchObject({ email: emailOf(2), name: 'Fictional Company 1' });
  });

  it.each([
    ['empty', '', 'which was empty and can’t be emptied again'],
    ['none', 'not an e-mail', 'because Atlas would not take the old one, “not an e-mail”'],
  ])('that were %s can’t go back; the other fields do', async (_what, email, words) => {
    const practice = await practiceWith({ customers: [customer(1, { email }), customer(2)] });
    const connected = connect(practice);
    const ran = await apply(
      practice,
      [
        ['id', 'email', 'name'],
        [idOf(1), 'a@b.example', 'New'],
      ],
      { connected },
    );
    const undone = await undo(ran, connected);
    expect(practice.customer(idOf(1))).toMatchObject({ email: 'a@b.example', name: 'Fictional Company 1' });
    expect(reportRows(undone.plan, undone.state)[0]?.warnings.join(' ')).toContain(words);
  });
});

describe('there is no undo', () => {
  it('of a run that wrote nothing', async () => {
    const practice = await practiceWith({ customers: customers(3) });
    const connected = connect(practice);
    const ran = await apply(practice, RENAMED, {
      connected,
      between: () => practice.writeDirectly(idOf(1), { name: 'New' }),
    });
    expect(await undoOf(ran, connected)).toStrictEqual({ ok: false, error: { code: 'nothing_written' } });
  });

  it('with a key of the other mode, and nothing is asked', async () => {
    const practice = await practiceWith({ customers: customers(3) });
    const ran = await apply(practice, RENAMED);
    const asked = practice.requests().length;
    const undoing = await undoOf(ran, connect(practice, { key: LIVE_KEY }));
    expect(undoing).toMatchObject({ ok: false, error: { code: 'other_connection', made: { mode: 'TEST' } } });
    expect(practice.requests()).toHaveLength(asked);
  });

  it('where the run could not read what was there before', async () => {
    const practice = await practiceWith({ customers: customers(3), reading: { list: 403, byId: 403 } });
    const connected = connect(practice);
    const ran = await apply(practice, RENAMED, { connected });
    const blind = await undoPlanOf(ran, connected);
    expect(blind.rows).toMatchObject([{ action: 'blocked', reason: { code: 'undo_unreadable' } }]);
    practice.setReading({ list: 'allowed', byId: 'allowed' });
    const seeing = await undoPlanOf(ran, connected);
    expect(seeing.rows).toMatchObject([
      { action: 'blocked', reason: { code: 'cant_undo', fields: [{ why: 'before_unknown' }] } },
    ]);
  });
});

describe('the report of an undo', () => {
  it('has the customers and what they go back to where a sheet would be', async () => {
    const practice = await practiceWith({ customers: SOME });
    const connected = connect(practice);
    const ran = await apply(practice, EDITED, { connected });
    const { plan, state } = await undo(ran, connected);
    const sheet = sheetOfPlan(plan);
    const rows = reportRows(plan, state);
    const lines = reportText('csv', sheet, { plan, run: state, rows }, 'UTC').split('\r\n');
    expect(lines[0]).toMatch(/^\ufeff"customer_id","name",.*"metadata\.seats".*,"Line","Status"/);
    // A spreadsheet would take the id, digits alone, for a number and write FALSE for false.
    expect(lines[1]).toContain(
      `"'${idOf(1)}","Fictional Company 1","[clear]","'false","1 Main Street","Suite 400","[clear]","CC-1","5"`,
    );
    expect(lines[1]).toContain('"applied"');
    expect(lines[3]).toContain('"4","applied"');
    expect(reportText('failed', sheet, { plan, run: state, rows }, 'UTC').trim().split('\r\n')).toHaveLength(
      1,
    );
  });
});
