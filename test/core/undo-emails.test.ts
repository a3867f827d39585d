import { describe, expect, it } from 'vitest';
import type { EmailFinding } from '../../src/core/email-finding.ts';
import type { PlannedRow } from '../../src/core/plan.ts';
import type { Resolution } from '../../src/core/plan-rows.ts';
import { snapshotOf } from '../../src/core/snapshot.ts';
import { settledUndoRows } from '../../src/core/undo.ts';
import type { WrittenCustomer, WrittenField } from '../../src/core/undo-written.ts';
import { ANNA, snapshot } from './making.ts';
import { found, wrote } from './undo-making.ts';

const HOLDER = { customerId: 'somebody', name: 'Somebody Else' } as const;
const FREE: EmailFinding = { kind: 'free' };
const HELD: EmailFinding = { kind: 'held', holder: HOLDER };
const TAKEN = { code: 'email_taken', holder: HOLDER } as const;

const email = (before: string, after: string): WrittenField =>
  wrote('email', `${before}@x.example`, `${after}@x.example`);
const renamed = wrote('name', 'Before', 'After');

/** Customers `id-0`, `id-1`… in lines 2, 3…, each as the run left it. */
const ran = (...customers: readonly (readonly WrittenField[])[]): readonly WrittenCustomer[] =>
  customers.map((fields, row) => ({ customerId: `id-${row}`, line: row + 2, fields }));

const nowOf = ({ customerId, fields }: WrittenCustomer) => ({
  ...ANNA,
  id: customerId,
  ...Object.fromEntries(fields.map(({ change }) => [change.field, change.after])),
});

/** The rows of an undo, by what was found out about the e-mails `<name>@x.example`. */
function settled(
  written: readonly WrittenCustomer[],
  findings: Readonly<Record<string, EmailFinding>>,
  resolutions: ReadonlyMap<number, Resolution> = new Map(),
): readonly PlannedRow[] {
  const read = new Map(written.map((customer, row) => [row, found(nowOf(customer))]));
  const byEmail = Object.entries(findings).map(([name, finding]) => [`${name}@x.example`, finding] as const);
  return settledUndoRows(written, new Map([...read, ...resolutions]), new Map(byEmail));
}

const bodies = (rows: readonly PlannedRow[]) =>
  rows.map((row) => (row.action === 'update' ? row.body : undefined));
const warnings = (rows: readonly PlannedRow[]) =>
  rows.map((row) => (row.action === 'update' ? row.warnings : undefined));

describe('an e-mail that can go back', () => {
  it('does, together with the other fields', () => {
    const written = ran([email('old', 'new'), renamed]);
    expect(settled(written, { old: FREE })).toStrictEqual([
      {
        row: 0,
        line: 2,
        action: 'update',
        customerId: 'id-0',
        edits: [
          { field: 'email', edit: { kind: 'restore', value: 'old@x.example' } },
          { field: 'name', edit: { kind: 'restore', value: 'Before' } },
        ],
        changes: [
          { field: 'email', before: 'new@x.example', after: 'old@x.example' },
          { field: 'name', before: 'After', after: 'Before' },
        ],
        body: { email: 'old@x.example', name: 'Before' },
        snapshot: snapshot({ ...ANNA, id: 'id-0', email: 'new@x.example', name: 'After' }),
        warnings: [],
      },
    ]);
  });

  it('waits for the customer who got it in the run', () => {
    const rows = settled(ran([email('a', 'x')], [email('b', 'a')]), { b: FREE });
    expect(bodies(rows)).toStrictEqual([{ email: 'a@x.example' }, { email: 'b@x.example' }]);
    expect(rows.map((row) => ('after' in row ? row.after : undefined))).toStrictEqual([1, undefined]);
  });

  it('goes back with a warning where nobody looked whether it is free', () => {
    const rows = settled(ran([email('old', 'new')]), { old: { kind: 'not_checked', why: 'too_many' } });
    expect(bodies(rows)).toStrictEqual([{ email: 'old@x.example' }]);
    expect(warnings(rows)).toStrictEqual([[{ code: 'email_not_checked', why: 'too_many' }]]);
  });

  it('does where another customer could not be read, which is said by itself', () => {
    const rows = settled(
      ran([email('old', 'new')], [renamed]),
      { old: FREE },
      new Map([[1, { kind: 'unread', reason: 'no_connection' }]]),
    );
    expect(bodies(rows)).toStrictEqual([{ email: 'old@x.example' }, undefined]);
    expect(rows[1]).toStrictEqual({ row: 1, line: 3, action: 'unread', reason: 'no_connection' });
  });
});

describe('an e-mail that somebody else has by now', () => {
  it('stays, with a warning that says who has it, and the other fields go back', () => {
    const rows = settled(ran([email('old', 'new'), renamed]), { old: HELD });
    expect(rows).toStrictEqual([
      {
        row: 0,
        line: 2,
        action: 'update',
        customerId: 'id-0',
        edits: [{ field: 'name', edit: { kind: 'restore', value: 'Before' } }],
        changes: [{ field: 'name', before: 'After', after: 'Before' }],
        body: { name: 'Before' },
        snapshot: snapshot({ ...ANNA, id: 'id-0', email: 'new@x.example', name: 'After' }),
        warnings: [{ code: 'not_undone', fields: [{ why: 'email_blocked', field: 'email', reason: TAKEN }] }],
      },
    ]);
  });

  it('blocks the row where it was all that the run changed', () => {
    expect(settled(ran([email('old', 'new')]), { old: HELD })).toStrictEqual([
      {
        row: 0,
        line: 2,
        action: 'blocked',
        customerId: 'id-0',
        reason: {
          code: 'cant_undo',
          fields: [{ why: 'email_blocked', field: 'email', reason: TAKEN }],
        },
      },
    ]);
  });

  it('keeps nobody else from having theirs back', () => {
    const rows = settled(ran([email('old', 'new'), renamed], [email('own', 'other'), renamed]), {
      old: HELD,
      own: FREE,
    });
    expect(bodies(rows)).toStrictEqual([{ name: 'Before' }, { email: 'own@x.example', name: 'Before' }]);
    expect(warnings(rows)[1]).toStrictEqual([]);
  });

  it('keeps the one who waits for it from its own, which is said with the line to look at', () => {
    const rows = settled(ran([email('a', 'x'), renamed], [email('b', 'a'), renamed]), { b: HELD });
    expect(bodies(rows)).toStrictEqual([{ name: 'Before' }, { name: 'Before' }]);
    expect(warnings(rows)).toStrictEqual([
      [
        {
          code: 'not_undone',
          fields: [{ why: 'email_blocked', field: 'email', reason: { code: 'email_not_freed', line: 3 } }],
        },
      ],
      [{ code: 'not_undone', fields: [{ why: 'email_blocked', field: 'email', reason: TAKEN }] }],
    ]);
  });
});

describe('a row of an undo that is blocked for another reason than its e-mail', () => {
  it('keeps that reason while the e-mails are settled', () => {
    const written = ran(
      [email('old', 'new'), renamed],
      [email('own', 'other'), wrote('metadata.plan', 'a', 'b')],
    );
    const lossy: Resolution = {
      kind: 'found',
      snapshot: snapshotOf(
        { ...ANNA, id: 'id-1', email: 'other@x.example', metadata: { plan: 'b', seats: 5 } },
        [['metadata', 'seats']],
        0,
      ),
    };
    const rows = settled(written, { old: HELD, own: FREE }, new Map([[1, lossy]]));
    expect(bodies(rows)).toStrictEqual([{ name: 'Before' }, undefined]);
    expect(rows[1]).toStrictEqual({
      row: 1,
      line: 3,
      action: 'blocked',
      customerId: 'id-1',
      reason: { code: 'number_would_change', object: 'metadata' },
    });
  });
});
