import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADDRESS_PARTS, addressField, fieldValue } from '../../src/core/fields.ts';
import { isSameValue } from '../../src/core/json.ts';
import { type Merge, mergeEdits } from '../../src/core/merge.ts';
import { snapshot } from './making.ts';
import { customers, leaves, patched, rowEdits } from './random-customers.ts';

const copying = fc.record({ copyBillingToShipping: fc.boolean() });
const runs = { numRuns: 5000 };

/** The merge, where the edits can be put on the customer at all. */
function merged(...[customer, edits, options]: Parameters<typeof mergeEdits>): Merge | undefined {
  const merge = mergeEdits(customer, edits, options);
  return merge.ok ? merge.value : undefined;
}

describe('a customer to whom a row was applied', () => {
  it('has exactly the reviewed values where something changed, and everything else as it was', () => {
    fc.assert(
      fc.property(customers, rowEdits, copying, (customer, edits, options) => {
        const merge = merged(snapshot(customer), edits, options);
        fc.pre(merge !== undefined);
        const after = patched(customer, merge.body);
        const [before, now] = [leaves(customer), leaves(after)];
        const changes = new Map(merge.changes.map((change) => [change.field as string, change]));
        expect(changes.size).toBe(merge.changes.length);
        for (const { field, before: reviewed, after: wanted } of merge.changes) {
          expect(fieldValue(after, field) ?? null).toStrictEqual(wanted);
          expect(isSameValue(reviewed, fieldValue(customer, field))).toBe(true);
          expect(isSameValue(reviewed, wanted)).toBe(false);
        }
        for (const path of new Set([...before.keys(), ...now.keys()])) {
          if (changes.has(path)) continue;
          const isCopied = options.copyBillingToShipping && path.startsWith('shipping_address.');
          if (!isCopied)
            expect([path, isSameValue(before.get(path), now.get(path))]).toStrictEqual([path, true]);
        }
      }),
      runs,
    );
  });

  it('changes in nothing that the row does not name', () => {
    fc.assert(
      fc.property(customers, rowEdits, (customer, edits) => {
        const merge = merged(snapshot(customer), edits, { copyBillingToShipping: false });
        const named = new Set(edits.map(({ field }) => field));
        for (const { field } of merge?.changes ?? []) expect(named).toContain(field);
      }),
      runs,
    );
  });

  it('is sent nothing that shows no change', () => {
    fc.assert(
      fc.property(customers, rowEdits, copying, (customer, edits, options) => {
        const { body, changes } = merged(snapshot(customer), edits, options) ?? { body: {}, changes: [] };
        for (const name of Object.keys(body)) {
          expect(changes.some(({ field }) => field === name || field.startsWith(`${name}.`))).toBe(true);
        }
      }),
      runs,
    );
  });

  it('already has these values when the row comes again', () => {
    fc.assert(
      fc.property(customers, rowEdits, copying, (customer, edits, options) => {
        const merge = merged(snapshot(customer), edits, options);
        fc.pre(merge !== undefined);
        const after = patched(customer, merge.body);
        expect(merged(snapshot(after), edits, options)).toStrictEqual({ body: {}, changes: [] });
      }),
      runs,
    );
  });

  it('has its address copied whole where the row says so', () => {
    fc.assert(
      fc.property(customers, rowEdits, (customer, edits) => {
        const billing = edits.filter(({ field }) => field.startsWith('billing_address.'));
        fc.pre(billing.length > 0);
        const merge = merged(snapshot(customer), billing, { copyBillingToShipping: true });
        fc.pre(merge !== undefined);
        const after = patched(customer, merge.body);
        for (const part of ADDRESS_PARTS) {
          const billed = fieldValue(after, addressField('billing_address', part));
          expect(isSameValue(billed, fieldValue(after, addressField('shipping_address', part)))).toBe(true);
        }
      }),
      runs,
    );
  });

  it('keeps the type of what its metadata holds', () => {
    fc.assert(
      fc.property(customers, rowEdits, (customer, edits) => {
        const merge = merged(snapshot(customer), edits, { copyBillingToShipping: false });
        for (const { before, after } of merge?.changes ?? []) {
          if (before !== null && after !== null) expect(typeof after).toBe(typeof before);
        }
      }),
      runs,
    );
  });

  it('never sees an empty address: with nothing left it is cleared', () => {
    fc.assert(
      fc.property(customers, rowEdits, copying, (customer, edits, options) => {
        const { billing_address, shipping_address } = merged(snapshot(customer), edits, options)?.body ?? {};
        for (const address of [billing_address, shipping_address]) {
          if (address) expect(Object.values(address).some((part) => !isSameValue(part, null))).toBe(true);
        }
      }),
      runs,
    );
  });
});
