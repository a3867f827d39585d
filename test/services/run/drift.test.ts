import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import { connect } from '../support/connect.ts';
import { ADDRESS, customer, idOf } from '../support/customers.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { practiceWith, writesTo } from '../support/practice.ts';
import { apply } from '../support/running.ts';

const ZIP = [
  ['id', 'billing_address.postal_code'],
  [idOf(1), '02139'],
];
const COST_CENTER = [
  ['id', 'metadata.cost_center'],
  [idOf(1), 'CC-2'],
];

/** Another writer changes the customer between the dry run and the run. */
async function applyAfter(rows: readonly (readonly string[])[], written: JsonObject) {
  const practice = await practiceWith({ customers: [customer(1)] });
  const { outcomes } = await apply(practice, rows, {
    between: () => practice.writeDirectly(idOf(1), written),
  });
  return { practice, outcome: outcomes[0], now: practice.customer(idOf(1)) };
}

describe('a change somebody else made since the dry run', () => {
  it('to a touched field is a conflict, with the three values', async () => {
    const theirs = { billing_address: { ...ADDRESS, postal_code: '99999' } };
    const { practice, outcome, now } = await applyAfter(ZIP, theirs);
    expect(outcome).toStrictEqual({
      state: 'conflict',
      fields: [{ field: 'billing_address.postal_code', planned: '02138', now: '99999', wanted: '02139' }],
      seen: [{ field: 'billing_address.postal_code', value: '99999' }],
    });
    expect(writesTo(practice)).toStrictEqual([]);
    expect(now?.billing_address).toStrictEqual(theirs.billing_address);
  });

  it.each([
    ['another part', { line1: '9 Other Street' }, 'billing_address.line1'],
    ['a part that is gone', { line2: '' }, 'billing_address.line2'],
    ['a part nobody knows', { note: 'back door' }, 'billing_address.note'],
  ])('to %s of the same address is a conflict', async (_what, part, field) => {
    const { practice, outcome } = await applyAfter(ZIP, { billing_address: { ...ADDRESS, ...part } });
    expect(outcome).toMatchObject({ state: 'conflict', fields: [{ field, wanted: null }] });
    expect(writesTo(practice)).toStrictEqual([]);
  });

  it('to one of two touched fields is a conflict that knows the other one too', async () => {
    const rows = [
      ['id', 'phone', 'name'],
      [idOf(1), '+16175550199', 'Another name'],
    ];
    const { outcome } = await applyAfter(rows, { phone: '+49' });
    expect(outcome).toMatchObject({
      state: 'conflict',
      fields: [{ field: 'phone', planned: '+16175550100', now: '+49', wanted: '+16175550199' }],
      seen: [
        { field: 'phone', value: '+49' },
        { field: 'name', value: 'Fictional Company 1' },
      ],
    });
  });

  it('to something else is none, and stays', async () => {
    const theirs = { phone: '+49', shipping_address: { line1: 'Elsewhere' }, metadata: { a: 1 } };
    const { outcome, now } = await applyAfter(ZIP, theirs);
    expect(outcome).toMatchObject({ state: 'applied' });
    expect(now).toMatchObject({ ...theirs, billing_address: { ...ADDRESS, postal_code: '02139' } });
  });

  it('to other metadata is carried over', async () => {
    const { practice, outcome, now } = await applyAfter(COST_CENTER, {
      metadata: { cost_center: 'CC-1', owner: 'Robin', level: 3 },
    });
    expect(outcome).toMatchObject({ state: 'applied' });
    expect(now?.metadata).toStrictEqual({ cost_center: 'CC-2', level: 3, owner: 'Robin' });
    expect(writesTo(practice)).toHaveLength(1);
  });

  it('that is the same as ours leaves nothing to send', async () => {
    const { practice, outcome } = await applyAfter(ZIP, {
      billing_address: { ...ADDRESS, postal_code: '02139' },
    });
    expect(outcome).toStrictEqual({ state: 'already_so' });
    expect(writesTo(practice)).toStrictEqual([]);
  });

  it('that is part of ours leaves the rest to send', async () => {
    const practice = await practiceWith({ customers: [customer(1)] });
    const { outcomes } = await apply(
      practice,
      [
        ['id', 'phone', 'name'],
        [idOf(1), '+49', 'New Name'],
      ],
      { between: () => practice.writeDirectly(idOf(1), { phone: '+49' }) },
    );
    expect(outcomes).toMatchObject([{ state: 'applied' }]);
    expect(writesTo(practice).map(({ body }) => body)).toStrictEqual([{ name: 'New Name' }]);
  });

  it('is seen when what was read is older than a minute, and only then', async () => {
    for (const [ageMs, state] of [
      [59_000, 'applied'],
      [61_000, 'conflict'],
    ] as const) {
      const practice = await practiceWith({ customers: [customer(1)] });
      const clock = new FakeClock();
      const { outcomes } = await apply(practice, ZIP, {
        connected: connect(practice, { clock }),
        settings: { freshness: { kind: 'within', ms: 60_000 } },
        between: () => {
          practice.writeDirectly(idOf(1), { billing_address: { ...ADDRESS, postal_code: '99999' } });
          clock.advance(ageMs);
        },
      });
      expect(outcomes[0]?.state).toBe(state);
    }
  });
});
