import { describe, expect, it } from 'vitest';
import type { Customer } from '../../src/core/atlas.ts';
import { type ConnectionInfo, canonicalPlan, plannedOf } from '../../src/core/plan.ts';
import { planRows } from '../../src/core/plan-rows.ts';
import { sheetOfPlan } from '../../src/core/plan-sheet.ts';
import { lineOf } from '../../src/core/sheet.ts';
import { ADDRESS, ANNA, ID, snapshot, validated } from './making.ts';

const CONNECTION: ConnectionInfo = {
  name: 'practice',
  baseUrl: 'http://127.0.0.1:1',
  mode: 'TEST',
  keyLastFour: '1234',
};

function form({ customer = ANNA, readAt = 0, zip = '02139', connection = {} } = {}): string {
  const sheet = validated(['key:id', 'write:billing_address.postal_code'], [[ID, zip]]);
  const rows = planRows(sheet, new Map([[0, { kind: 'found', snapshot: snapshot(customer, readAt) }]]));
  return [...canonicalPlan({ connection: { ...CONNECTION, ...connection }, rows })].join('\n');
}

const reversed = (object: object): object => Object.fromEntries(Object.entries(object).toReversed());

describe('what is planned for a row', () => {
  const rows = [0, 1, 4, 5, 9].map((row) => ({ row, line: row + 2, action: 'excluded' as const }));

  it('is found though rows before it were added and removed again', () => {
    const found = Array.from({ length: 11 }, (_, row) => plannedOf({ rows }, row)?.line ?? null);
    expect(found).toEqual([2, 3, null, null, 6, 7, null, null, null, 11, null]);
    expect(plannedOf({ rows: [] }, 0)).toBeUndefined();
  });

  it('keeps its place in the sheet that stands for a file that is gone', () => {
    const ids = rows.map((row) => ({ ...row, action: 'unchanged' as const, customerId: `c${row.row}` }));
    const { sheet } = sheetOfPlan({ rows: ids });
    expect(ids.map(({ row }) => [sheet.cells[0]?.[row], lineOf(sheet, row)])).toEqual(
      ids.map(({ row, line }) => [`c${row}`, line]),
    );
  });
});

describe('the form of a plan of which the hash is taken', () => {
  it('has a line for the connection and one for each row', () => {
    expect(form().split('\n')).toHaveLength(2);
  });

  it('is the same whenever it was read, and in whatever order Atlas had the keys', () => {
    const turned = { ...reversed(ANNA), billing_address: reversed(ANNA.billing_address ?? {}) } as Customer;
    expect(form({ readAt: 5_000 })).toBe(form());
    expect(form({ customer: turned })).toBe(form());
  });

  it('is the same whatever the key and the name of the connection', () => {
    expect(form({ connection: { keyLastFour: '9999', name: 'other' } })).toBe(form());
  });

  it.each([
    ['what is sent', { zip: '02140' }],
    ['what would be lost', { customer: { ...ANNA, billing_address: { ...ADDRESS, line2: 'x' } } }],
    ['whether anything is sent', { zip: '02138' }],
    ['where it is sent', { connection: { baseUrl: 'http://127.0.0.1:2' } }],
    ['whether it is for real', { connection: { mode: 'LIVE' } }],
    ['whom it is sent to', { customer: { ...ANNA, id: 'other' } }],
  ])('is another one with %s', (_, change) => {
    expect(form(change)).not.toBe(form());
  });
});
