import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer } from '../../src/core/atlas.ts';
import { reconsider } from '../../src/core/drift.ts';
import type { FieldEdit } from '../../src/core/edits.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { mergeEdits } from '../../src/core/merge.ts';
import type { PlannedUpdate } from '../../src/core/plan.ts';
import { ADDRESS, ANNA, ID, set, snapshot } from './making.ts';
import { customers, patched, rowEdits } from './random-customers.ts';

const NO_COPY = { copyBillingToShipping: false };

function planned(edits: readonly FieldEdit[], customer: Customer = ANNA): PlannedUpdate | undefined {
  const merge = mergeEdits(snapshot(customer), edits, NO_COPY);
  if (!merge.ok || merge.value.changes.length === 0) return undefined;
  const { body, changes } = merge.value;
  const place = { row: 0, line: 2, action: 'update', customerId: ID } as const;
  return { ...place, edits, changes, body, snapshot: snapshot(customer), warnings: [] };
}

/** The row, planned for Anna, and reconsidered after somebody changed her. */
function after(edits: readonly FieldEdit[], change: Partial<Customer>) {
  const row = planned(edits);
  if (!row) throw new Error('The row should change something');
  return reconsider(row, snapshot({ ...ANNA, ...change } as Customer, 1), NO_COPY);
}
const zip = set('billing_address.postal_code', '02139');

describe('a customer that changed since the dry run', () => {
  it('in nothing that matters gets what was reviewed', () => {
    expect(after([zip], { phone: 'other', description: 'x' })).toStrictEqual({
      kind: 'send',
      merge: {
        body: { billing_address: { ...ADDRESS, attention: 'Accounts payable', postal_code: '02139' } },
        changes: [{ field: 'billing_address.postal_code', before: '02138', after: '02139' }],
      },
    });
  });

  it('in a touched field is a conflict that says what was, is and was wanted', () => {
    expect(after([set('phone', '1')], { phone: '2' })).toStrictEqual({
      kind: 'conflict',
      fields: [{ field: 'phone', planned: '+16175550100', now: '2', wanted: '1' }],
    });
  });

  it('in another part of the same address is a conflict, unknown keys included', () => {
    const billing_address = { ...ADDRESS, city: 'Boston', attention: 'Legal' };
    expect(after([zip], { billing_address })).toStrictEqual({
      kind: 'conflict',
      fields: [
        { field: 'billing_address.city', planned: 'Cambridge', now: 'Boston', wanted: null },
        { field: 'billing_address.attention', planned: 'Accounts payable', now: 'Legal', wanted: null },
      ],
    });
    expect(after([zip], { billing_address: null })).toHaveProperty('kind', 'conflict');
  });

  it('in the other address is none', () => {
    expect(after([zip], { shipping_address: { city: 'Boston' } })).toHaveProperty('kind', 'send');
  });

  it('in another metadata key keeps that change', () => {
    const metadata = { cost_center: 'CC-1', seats: 6, added: 'x' };
    expect(after([set('metadata.cost_center', 'CC-2')], { metadata })).toMatchObject({
      kind: 'send',
      merge: { body: { metadata: { cost_center: 'CC-2', seats: 6, added: 'x' } } },
    });
  });

  it('in the touched metadata key is a conflict', () => {
    const metadata = { ...ANNA.metadata, cost_center: 'CC-9' };
    expect(after([set('metadata.cost_center', 'CC-2')], { metadata })).toHaveProperty('kind', 'conflict');
  });

  it('to all wanted values is already so, whatever else moved', () => {
    const billing_address = { ...ADDRESS, postal_code: '02139', city: 'Boston' };
    expect(after([zip], { billing_address })).toStrictEqual({ kind: 'already_so' });
  });

  it('to some of them still gets the rest', () => {
    expect(after([zip, set('phone', '1')], { phone: '1' })).toMatchObject({
      kind: 'send',
      merge: { changes: [{ field: 'billing_address.postal_code' }] },
    });
  });

  it.each<readonly [string, FieldEdit, Partial<Customer>]>([
    ['a field', set('name', 'Anna Fictional'), { name: 'Anna Married' }],
    ['an address', set('shipping_address.city', 'Paris'), { shipping_address: { city: 'Lyon' } }],
    ['metadata', set('metadata.seats', '5'), { metadata: { ...ANNA.metadata, seats: 9 } }],
  ])('in %s that was so at the dry run is a conflict: nobody reviewed that change', (_, edit, change) => {
    const customer = { ...ANNA, shipping_address: { city: 'Paris' } };
    const row = planned([set('phone', '1'), edit], customer);
    expect(row?.changes).toHaveLength(1);
    for (const phone of ['+16175550100', '1']) {
      const fresh = snapshot({ ...customer, ...change, phone });
      expect(row && reconsider(row, fresh, NO_COPY)).toMatchObject({
        kind: 'conflict',
        fields: [{ field: edit.field }],
      });
    }
  });

  it('in a field that was so at the dry run says what it was, is and should be', () => {
    const row = planned([set('phone', '1'), set('name', 'Anna Fictional')]);
    const fresh = snapshot({ ...ANNA, name: 'Anna Married' });
    expect(row && reconsider(row, fresh, NO_COPY)).toStrictEqual({
      kind: 'conflict',
      fields: [{ field: 'name', planned: 'Anna Fictional', now: 'Anna Married', wanted: 'Anna Fictional' }],
    });
  });

  it('in one of two parts of an address, to what was wanted, still gets the other', () => {
    const billing_address = { ...ADDRESS, attention: 'Accounts payable', postal_code: '02139' };
    const decision = after([zip, set('billing_address.line1', '2 Main Street')], { billing_address });
    expect(decision).toMatchObject({
      kind: 'send',
      merge: { body: { billing_address: { ...billing_address, line1: '2 Main Street' } } },
    });
  });

  it('so that a field that was so can no more be compared is a conflict, though all changes are there', () => {
    const row = planned([set('phone', '1'), set('metadata.seats', '5')]);
    const fresh = snapshot({ ...ANNA, phone: '1', metadata: { ...ANNA.metadata, seats: [1] } });
    expect(row && reconsider(row, fresh, NO_COPY)).toStrictEqual({ kind: 'conflict', fields: [] });
  });

  it('so that it can no more be merged is a conflict', () => {
    const metadata = { ...ANNA.metadata, seats: [1] };
    expect(after([set('metadata.seats', '6')], { metadata })).toHaveProperty('kind', 'conflict');
    const fresh = { ...snapshot(ANNA), lossyObjects: ['metadata'] } as const;
    const row = planned([set('metadata.seats', '6')]);
    expect(row && reconsider(row, fresh, NO_COPY)).toStrictEqual({ kind: 'conflict', fields: [] });
  });
});

describe('a customer that could not be read at the dry run', () => {
  const address = { ...ADDRESS, city: 'Boston' };
  const edits = Object.entries(address).map(([part, value]) =>
    set(`billing_address.${part as keyof typeof ADDRESS}`, value),
  );
  const row: PlannedUpdate = {
    row: 0,
    line: 2,
    action: 'update',
    customerId: ID,
    edits,
    changes: edits.map(({ field }) => ({ field, after: address[field.slice(16) as keyof typeof ADDRESS] })),
    body: { billing_address: address },
    snapshot: null,
    warnings: [],
  };
  const read = (billing_address: JsonObject) =>
    reconsider(row, snapshot({ ...ANNA, billing_address }), NO_COPY);

  it('is already so where it has what the row wants', () => {
    expect(read({ ...address, attention: 'Legal' })).toStrictEqual({ kind: 'already_so' });
  });

  it('is a conflict where it has not: nobody reviewed what writing would change', () => {
    expect(read({ ...ADDRESS, attention: 'Legal' })).toStrictEqual({
      kind: 'conflict',
      fields: [
        { field: 'billing_address.city', planned: null, now: 'Cambridge', wanted: 'Boston' },
        { field: 'billing_address.attention', planned: null, now: 'Legal', wanted: null },
      ],
    });
  });

  it('is a conflict in a field that nobody could see would change', () => {
    const named = { ...row, edits: [set('name', 'Anna'), set('phone', '+16175550100')] };
    const changes = [{ field: 'phone', after: '+16175550100' }] as const;
    expect(reconsider({ ...named, changes }, snapshot(ANNA), NO_COPY)).toStrictEqual({
      kind: 'conflict',
      fields: [{ field: 'name', planned: null, now: 'Anna Fictional', wanted: 'Anna' }],
    });
  });
});

describe('whatever happened since the dry run', () => {
  it('only reviewed changes are sent, and only in values that were reviewed', () => {
    fc.assert(
      fc.property(customers, rowEdits, customers, (customer, edits, other) => {
        const row = planned(edits, customer);
        fc.pre(row !== undefined);
        const reviewed = new Map(row.changes.map((change) => [change.field, change]));
        const decision = reconsider(row, snapshot({ ...customer, ...other }), NO_COPY);
        if (decision.kind !== 'send') return;
        for (const change of decision.merge.changes) {
          expect(reviewed.get(change.field)).toMatchObject({ after: change.after });
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('an unchanged customer gets exactly the plan, and a written one is already so', () => {
    fc.assert(
      fc.property(customers, rowEdits, (customer, edits) => {
        const row = planned(edits, customer);
        fc.pre(row !== undefined);
        const { body, changes } = row;
        expect(reconsider(row, snapshot(customer), NO_COPY)).toStrictEqual({
          kind: 'send',
          merge: { body, changes },
        });
        const written = snapshot(patched(customer, body));
        expect(reconsider(row, written, NO_COPY)).toStrictEqual({ kind: 'already_so' });
      }),
      { numRuns: 2000 },
    );
  });
});
