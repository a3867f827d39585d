import { describe, expect, it } from 'vitest';
import type { Customer } from '../../src/core/atlas.ts';
import type { PlannedRow } from '../../src/core/plan.ts';
import type { Resolution } from '../../src/core/plan-rows.ts';
import { snapshotOf } from '../../src/core/snapshot.ts';
import { undoRows } from '../../src/core/undo.ts';
import type { WrittenField } from '../../src/core/undo-written.ts';
import { ANNA, ID, OTHER_ID, snapshot } from './making.ts';
import { customerWith, found, unseen, wrote } from './undo-making.ts';

const PLACE = { row: 0, line: 7 } as const;
const BLOCKED = { ...PLACE, action: 'blocked', customerId: ID } as const;

/** The one row of an undo, by what reading its customer came to. */
function rowBy(resolution: Resolution, ...fields: readonly WrittenField[]): PlannedRow | undefined {
  const rows = undoRows([customerWith(...fields)], new Map([[0, resolution]]));
  expect(rows).toHaveLength(1);
  return rows[0];
}
const rowOf = (now: Customer, ...fields: readonly WrittenField[]) => rowBy(found(now), ...fields);

const renamed = wrote('name', 'Anna Fictional', 'New');
const rephoned = wrote('phone', '+16175550100', '1');
const RENAMED: Customer = { ...ANNA, name: 'New' };

describe('an undone row', () => {
  it('puts back what the run changed, with nothing to warn of', () => {
    expect(rowOf(RENAMED, renamed)).toStrictEqual({
      ...PLACE,
      action: 'update',
      customerId: ID,
      edits: [{ field: 'name', edit: { kind: 'restore', value: 'Anna Fictional' } }],
      changes: [{ field: 'name', before: 'New', after: 'Anna Fictional' }],
      body: { name: 'Anna Fictional' },
      snapshot: snapshot(RENAMED),
      warnings: [],
    });
  });

  it('warns of the field that somebody changed since, with both values, and puts the others back', () => {
    const now = { ...RENAMED, phone: '2' };
    expect(rowOf(now, renamed, rephoned)).toStrictEqual({
      ...PLACE,
      action: 'update',
      customerId: ID,
      edits: [{ field: 'name', edit: { kind: 'restore', value: 'Anna Fictional' } }],
      changes: [{ field: 'name', before: 'New', after: 'Anna Fictional' }],
      body: { name: 'Anna Fictional' },
      snapshot: snapshot(now),
      warnings: [
        {
          code: 'not_undone',
          fields: [{ why: 'changed_since', field: 'phone', left: '1', now: '2' }],
        },
      ],
    });
  });

  it('says nothing of a field that somebody else has put back already', () => {
    expect(rowOf(RENAMED, renamed, rephoned)).toMatchObject({
      body: { name: 'Anna Fictional' },
      warnings: [],
    });
  });

  it('is unchanged where everything is as before the run already', () => {
    expect(rowOf(ANNA, renamed, unseen(rephoned))).toStrictEqual({
      ...PLACE,
      action: 'unchanged',
      customerId: ID,
    });
  });

  it('is blocked where nothing can be taken back, with the reason of every field', () => {
    const now: Customer = { ...ANNA, name: 'Newer', phone: '1', email: 'new@fictional.example' };
    const blind: WrittenField = {
      change: { field: 'description', after: 'd' },
      isSeen: true,
      edit: { kind: 'clear' },
    };
    const neverGiven = wrote('email', '', 'new@fictional.example');
    expect(rowOf({ ...now, description: 'd' }, renamed, unseen(rephoned), blind, neverGiven)).toStrictEqual({
      ...BLOCKED,
      reason: {
        code: 'cant_undo',
        fields: [
          { why: 'changed_since', field: 'name', left: 'New', now: 'Newer' },
          { why: 'not_seen', field: 'phone', now: '1' },
          { why: 'before_unknown', field: 'description' },
          { why: 'not_sendable', field: 'email', before: '' },
        ],
      },
    });
  });

  it('is not "as before" where nobody knows what was before, though the field is empty now', () => {
    const blind: WrittenField = {
      change: { field: 'description', after: null },
      isSeen: true,
      edit: { kind: 'clear' },
    };
    expect(rowOf(ANNA, blind)).toStrictEqual({
      ...BLOCKED,
      reason: { code: 'cant_undo', fields: [{ why: 'before_unknown', field: 'description' }] },
    });
  });

  it('is blocked where putting a value back would change a number beside it', () => {
    const now: Customer = { ...ANNA, metadata: { ...ANNA.metadata, cost_center: 'CC-9' } };
    const lossy: Resolution = { kind: 'found', snapshot: snapshotOf(now, [['metadata', 'seats']], 0) };
    expect(rowBy(lossy, wrote('metadata.cost_center', 'CC-1', 'CC-9'))).toStrictEqual({
      ...BLOCKED,
      reason: { code: 'number_would_change', object: 'metadata' },
    });
  });
});

describe('a customer that could not be read for its undo', () => {
  it.each(['cancelled', 'refused', 'no_connection'] as const)('says why: %s', (reason) => {
    expect(rowBy({ kind: 'unread', reason }, renamed)).toStrictEqual({ ...PLACE, action: 'unread', reason });
  });

  it('is named by its id where Atlas has it no more', () => {
    expect(rowBy({ kind: 'not_found' }, renamed)).toStrictEqual({
      ...PLACE,
      action: 'not_found',
      key: { by: 'id', text: ID },
    });
  });

  it('is blocked where the key may not read: nobody could see whose change is taken back', () => {
    expect(rowBy({ kind: 'denied' }, renamed)).toStrictEqual({
      ...BLOCKED,
      reason: { code: 'undo_unreadable' },
    });
  });

  it('counts as cancelled where nobody got to it, and the others keep their rows and lines', () => {
    const other = { ...customerWith(renamed), customerId: OTHER_ID, line: 9 };
    const rows = undoRows(
      [customerWith(renamed), other],
      new Map([[1, found({ ...RENAMED, id: OTHER_ID })]]),
    );
    expect(rows[0]).toStrictEqual({ ...PLACE, action: 'unread', reason: 'cancelled' });
    expect(rows[1]).toMatchObject({
      row: 1,
      line: 9,
      action: 'update',
      customerId: OTHER_ID,
      body: { name: 'Anna Fictional' },
    });
    expect(rows).toHaveLength(2);
  });
});
