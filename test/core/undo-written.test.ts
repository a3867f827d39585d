import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/core/change.ts';
import type { Outcome } from '../../src/core/outcome.ts';
import type { PlannedUpdate } from '../../src/core/plan.ts';
import type { RunRow } from '../../src/core/run.ts';
import { writtenCustomers } from '../../src/core/undo-written.ts';
import { ANNA, ID, OTHER_ID, snapshot } from './making.ts';
import { wrote } from './undo-making.ts';

const NAME = { field: 'name', before: 'Anna Fictional', after: 'New' } as const satisfies Change;
const PHONE = { field: 'phone', before: '+16175550100', after: '1' } as const satisfies Change;
const NAME_SEEN = { field: 'name', value: 'New' } as const;

const planned = (changes: readonly Change[], changed: Partial<PlannedUpdate> = {}): PlannedUpdate => ({
  row: 0,
  line: 7,
  action: 'update',
  customerId: ID,
  edits: [],
  changes,
  body: {},
  snapshot: snapshot(ANNA),
  warnings: [],
  ...changed,
});

/** A row that was sent, and how it ended where it did. */
const sent = ({ row, changes }: PlannedUpdate, outcome?: Outcome): RunRow => ({
  row,
  changes,
  attempts: [{ number: 1, sentAt: 't', body: {} }],
  ...(outcome && { outcome }),
});

const writtenBy = (rows: readonly PlannedUpdate[], ran: readonly RunRow[]) =>
  writtenCustomers({ rows }, { rows: new Map(ran.map((row) => [row.row, row])) });

describe('what a run wrote', () => {
  it('is every field that Atlas showed, by the customer and the line of the file', () => {
    const row = planned([NAME]);
    expect(writtenBy([row], [sent(row, { state: 'applied', seen: [NAME_SEEN] })])).toStrictEqual([
      { customerId: ID, line: 7, fields: [wrote('name', 'Anna Fictional', 'New')] },
    ]);
  });

  it('is not the field that Atlas answered without', () => {
    const row = planned([NAME, PHONE]);
    const outcome: Outcome = { state: 'partly_applied', seen: [NAME_SEEN], missing: ['phone'] };
    expect(writtenBy([row], [sent(row, outcome)])).toStrictEqual([
      { customerId: ID, line: 7, fields: [wrote('name', 'Anna Fictional', 'New')] },
    ]);
  });

  it('may be every field of a row that ended unknown, seen where Atlas showed it', () => {
    const row = planned([NAME, PHONE]);
    const seen = [NAME_SEEN, { field: 'phone', value: 'other' }] as const;
    const outcome: Outcome = { state: 'unknown', reason: 'other_values_found', seen };
    expect(writtenBy([row], [sent(row, outcome)])).toStrictEqual([
      {
        customerId: ID,
        line: 7,
        fields: [
          wrote('name', 'Anna Fictional', 'New'),
          { ...wrote('phone', '+16175550100', '1'), isSeen: false },
        ],
      },
    ]);
  });

  it('may be every field of a row that was on its way when the run died', () => {
    const row = planned([NAME, PHONE]);
    expect(writtenBy([row], [sent(row)])).toStrictEqual([
      {
        customerId: ID,
        line: 7,
        fields: [
          { ...wrote('name', 'Anna Fictional', 'New'), isSeen: false },
          { ...wrote('phone', '+16175550100', '1'), isSeen: false },
        ],
      },
    ]);
  });

  it('is nothing of a row that was still waiting when the run died, nor of one that it never knew', () => {
    const waiting = planned([NAME]);
    const unheardOf = planned([NAME], { row: 1, line: 8, customerId: OTHER_ID });
    expect(writtenBy([waiting, unheardOf], [{ ...sent(waiting), attempts: [] }])).toStrictEqual([]);
  });

  it('has no value to put back where the run wrote without reading', () => {
    const change: Change = { field: 'name', after: 'New' };
    const row = planned([change], { snapshot: null });
    expect(writtenBy([row], [sent(row, { state: 'applied', seen: [NAME_SEEN] })])).toStrictEqual([
      { customerId: ID, line: 7, fields: [{ change, isSeen: true, edit: { kind: 'clear' } }] },
    ]);
  });

  it('is put back as null where it was null, and taken away where it was not there', () => {
    const changes: readonly Change[] = [
      { field: 'description', before: null, after: 'd' },
      { field: 'metadata.plan', before: null, after: 'p' },
    ];
    const row = planned(changes);
    const seen = changes.map(({ field, after }) => ({ field, value: after }));
    expect(writtenBy([row], [sent(row, { state: 'applied', seen })])).toStrictEqual([
      {
        customerId: ID,
        line: 7,
        fields: [
          { change: changes[0], isSeen: true, edit: { kind: 'restore', value: null } },
          { change: changes[1], isSeen: true, edit: { kind: 'clear' } },
        ],
      },
    ]);
  });
});

describe('two rows of one customer, which no plan has', () => {
  it('are one customer with the fields of both, by the line of the first', () => {
    const first = planned([NAME]);
    const later = planned([PHONE], { row: 1, line: 8, customerId: ID.toUpperCase() });
    const ran = [
      sent(first, { state: 'applied', seen: [NAME_SEEN] }),
      sent(later, { state: 'applied', seen: [{ field: 'phone', value: '1' }] }),
    ];
    expect(writtenBy([first, later], ran)).toStrictEqual([
      {
        customerId: ID,
        line: 7,
        fields: [wrote('name', 'Anna Fictional', 'New'), wrote('phone', '+16175550100', '1')],
      },
    ]);
  });
});
