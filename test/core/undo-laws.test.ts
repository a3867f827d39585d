import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer } from '../../src/core/atlas.ts';
import type { Change } from '../../src/core/change.ts';
import { reconsider } from '../../src/core/drift.ts';
import { type Field, fieldValue } from '../../src/core/fields.ts';
import { isSameValue, type JsonValue } from '../../src/core/json.ts';
import { type Merge, mergeEdits } from '../../src/core/merge.ts';
import { type Outcome, seenValues } from '../../src/core/outcome.ts';
import type { Plan, PlannedRow, PlannedUpdate } from '../../src/core/plan.ts';
import type { RunRow } from '../../src/core/run.ts';
import { UNDO_MERGE, undoRows } from '../../src/core/undo.ts';
import { writtenCustomers } from '../../src/core/undo-written.ts';
import { notUndoneText } from '../../src/core/words/undo.ts';
import { snapshot } from './making.ts';
import { customers, leaves, patched, rowEdits } from './random-customers.ts';

const runs = { numRuns: 5000 };
const copying = fc.record({ copyBillingToShipping: fc.boolean() });
/** What no cell can touch, and what an undo must keep all the same. */
const withNested = fc
  .tuple(customers, fc.constantFrom<JsonValue>({ a: [1, { b: null }] }, ['x', 2], 1.5, false))
  .map(([customer, deep]): Customer => ({ ...customer, metadata: { ...customer.metadata, deep } }));
const anyone = fc.oneof(customers, withNested);

const update = (customer: Customer, merge: Merge, edits: PlannedUpdate['edits']): PlannedUpdate => ({
  row: 0,
  line: 7,
  action: 'update',
  customerId: customer.id,
  edits,
  ...merge,
  snapshot: snapshot(customer),
  warnings: [],
});

interface Done {
  readonly planned: PlannedUpdate;
  readonly after: Customer;
}

/** A planned row, applied; nothing where its edits change nothing or can't be put on the customer. */
function applied(customer: Customer, edits: PlannedUpdate['edits'], options = UNDO_MERGE): Done | undefined {
  const merge = mergeEdits(snapshot(customer), edits, options);
  if (!merge.ok || merge.value.changes.length === 0) return undefined;
  return { planned: update(customer, merge.value, edits), after: patched(customer, merge.value.body) };
}

/** The same for laws: edits that come to nothing are passed over, and others tried. */
function changed(customer: Customer, edits: PlannedUpdate['edits'], options = UNDO_MERGE): Done {
  const done = applied(customer, edits, options);
  fc.pre(done !== undefined);
  return done;
}

function undone(
  { planned, after }: Done,
  now: Customer = after,
  outcome: Outcome = { state: 'applied', seen: seenValues(planned.changes, after) },
): PlannedRow | undefined {
  const runRow: RunRow = {
    row: 0,
    attempts: [{ number: 1, sentAt: '', body: planned.body }],
    changes: planned.changes,
    outcome,
  };
  const plan: Pick<Plan, 'rows'> = { rows: [planned] };
  const written = writtenCustomers(plan, { rows: new Map([[0, runRow]]) });
  return undoRows(written, new Map([[0, { kind: 'found', snapshot: snapshot(now) }]]))[0];
}

/** The same where it is to write something. */
function takenBack(done: Done): PlannedUpdate {
  const row = undone(done);
  fc.pre(row?.action === 'update');
  return row;
}

const afterRow = (row: PlannedRow | undefined, now: Customer): Customer =>
  row?.action === 'update' ? patched(now, row.body) : now;

function differences(a: Customer, b: Customer): readonly string[] {
  const [one, other] = [leaves(a), leaves(b)];
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => !isSameValue(one.get(path), other.get(path)),
  );
}

/** An e-mail from before that is none can't be sent again. */
const isLost = ({ field, before }: Change): boolean =>
  (field === 'email' && !(typeof before === 'string' && before.includes('@'))) ||
  (field === 'default_payment_method' && isSameValue(before, null));

describe('a customer whose row was applied and undone', () => {
  it('is as before, in every field that can be written back', () => {
    fc.assert(
      fc.property(anyone, rowEdits, copying, (customer, edits, options) => {
        const done = changed(customer, edits, options);
        const row = undone(done);
        const back = afterRow(row, done.after);
        const lost: readonly string[] = done.planned.changes.filter(isLost).map(({ field }) => field);
        const copied = options.copyBillingToShipping
          ? ['shipping_address.attention', 'shipping_address.__proto__']
          : [];
        expect(
          differences(back, customer)
            .filter((path) => !copied.includes(path))
            .toSorted(),
        ).toStrictEqual(lost.toSorted());
      }),
      runs,
    );
  });

  it('has its values back in the very type they had', () => {
    fc.assert(
      fc.property(anyone, rowEdits, (customer, edits) => {
        const done = changed(customer, edits);
        const row = takenBack(done);
        const back = patched(done.after, row.body);
        for (const { field } of row.edits) {
          const was = fieldValue(customer, field);
          const isGone = field.includes('_address.') && isSameValue(was, null);
          if (!isGone) expect([field, fieldValue(back, field) ?? null]).toStrictEqual([field, was ?? null]);
          if (field.startsWith('metadata.')) expect(fieldValue(back, field)).toStrictEqual(was);
        }
      }),
      runs,
    );
  });

  it('is as the run left it when the undo is undone', () => {
    fc.assert(
      fc.property(anyone, rowEdits, (customer, edits) => {
        const done = changed(customer, edits);
        const row = takenBack(done);
        const back = patched(done.after, row.body);
        const again = undone({ planned: row, after: back });
        expect(differences(afterRow(again, back), done.after)).toStrictEqual([]);
      }),
      runs,
    );
  });

  it('keeps every later change, and has the rest back', () => {
    fc.assert(
      fc.property(anyone, rowEdits, rowEdits, (customer, edits, others) => {
        const done = changed(customer, edits);
        const later = changed(done.after, others);
        const row = undone(done, later.after);
        const back = afterRow(row, later.after);
        const theirs = new Set<Field>(later.planned.changes.map(({ field }) => field));
        for (const field of theirs) {
          expect([field, fieldValue(back, field) ?? null]).toStrictEqual([
            field,
            fieldValue(later.after, field) ?? null,
          ]);
        }
        for (const change of done.planned.changes) {
          if (theirs.has(change.field) || isLost(change)) continue;
          expect([change.field, isSameValue(fieldValue(back, change.field), change.before)]).toStrictEqual([
            change.field,
            true,
          ]);
        }
        const named = new Set<string>([...theirs, ...done.planned.changes.map(({ field }) => field)]);
        expect(differences(back, later.after).filter((path) => !named.has(path))).toStrictEqual([]);
      }),
      runs,
    );
  });

  it('is written as reviewed: just before the write the edits make the same changes', () => {
    fc.assert(
      fc.property(anyone, rowEdits, (customer, edits) => {
        const done = changed(customer, edits);
        const row = takenBack(done);
        expect(reconsider(row, snapshot(done.after), UNDO_MERGE)).toStrictEqual({
          kind: 'send',
          merge: { body: row.body, changes: row.changes },
        });
        const back = patched(done.after, row.body);
        expect(reconsider(row, snapshot(back), UNDO_MERGE)).toStrictEqual({ kind: 'already_so' });
      }),
      runs,
    );
  });
});

describe('a field that Atlas never showed as written', () => {
  it('is never taken back, however the row ended', () => {
    fc.assert(
      fc.property(anyone, rowEdits, fc.nat(), (customer, edits, some) => {
        const done = changed(customer, edits);
        const { changes } = done.planned;
        const seen = seenValues(changes, done.after).filter((_, at) => ((some >> at) & 1) === 1);
        const row = undone(done, done.after, { state: 'unknown', reason: 'other_values_found', seen });
        const touched = row?.action === 'update' ? row.changes.map(({ field }) => field) : [];
        for (const field of touched) expect(seen.map((value) => value.field)).toContain(field);
        const before = undone(done, customer, { state: 'unknown', reason: 'could_not_read', seen: [] });
        expect(before?.action).toBe('unchanged');
      }),
      runs,
    );
  });

  it.each<Outcome>([
    { state: 'already_so' },
    { state: 'conflict', fields: [] },
    { state: 'failed', reason: 'tries_spent' },
    { state: 'not_attempted', reason: 'stopped' },
    { state: 'rejected', refusal: { kind: 'refused', status: 400 } },
    { state: 'not_applied', seen: [], missing: ['name'] },
    { state: 'partly_applied', seen: [{ field: 'name', value: 'other' }], missing: ['name'] },
  ])('makes no row: $state', (outcome) => {
    const done = applied({ id: 'c', name: 'a' }, [{ field: 'name', edit: { kind: 'set', value: 'b' } }]);
    if (!done) throw new Error('The row should change something');
    expect(undone(done, done.after, outcome)).toBeUndefined();
  });
});

describe('two rows of one customer, which no plan has', () => {
  const change = (before: string, after: string) => ({ field: 'name', before, after }) as const;
  const rows = [change('a', 'b'), change('b', 'c')].map(
    (one, row): PlannedUpdate => ({
      ...update({ id: 'c', name: one.before }, { body: { name: one.after }, changes: [one] }, []),
      row,
      customerId: row === 0 ? 'c' : 'C',
    }),
  );
  const undoneTogether = (isFirstSeen: boolean): PlannedRow | undefined => {
    const ran = rows.map(({ row, changes, body }): [number, RunRow] => {
      const isSeen = row > 0 || isFirstSeen;
      const seen = changes.map(({ field, after }) => ({ field, value: after }));
      const outcome: Outcome = isSeen
        ? { state: 'applied', seen }
        : { state: 'unknown', reason: 'could_not_read', seen: [] };
      return [row, { row, changes, attempts: [{ number: 1, sentAt: '', body }], outcome }];
    });
    const written = writtenCustomers({ rows }, { rows: new Map(ran) });
    expect(written).toHaveLength(1);
    const resolution = { kind: 'found', snapshot: snapshot({ id: 'c', name: 'c' }) } as const;
    return undoRows(written, new Map([[0, resolution]]))[0];
  };

  it('are taken back together, to what was before the first', () => {
    expect(undoneTogether(true)).toMatchObject({ body: { name: 'a' }, line: 7 });
  });

  it('are not where one of them was never seen', () => {
    expect(undoneTogether(false)).toMatchObject({ reason: { fields: [{ why: 'not_seen' }] } });
  });
});

describe('why a field is not taken back', () => {
  it('is said in words', () => {
    expect(
      notUndoneText([
        { why: 'not_seen', field: 'name', now: 'a' },
        { why: 'before_unknown', field: 'billing_address.city' },
      ]),
    ).toBe(
      'Not taken back: the name, now “a”: whether the run or somebody else put it there is not known. Not taken back: the billing city: the run could not read what it was before.',
    );
  });
});
