import { describe, expect, it } from 'vitest';
import { WARNED_ROW } from '../../src/contract/state-bytes.ts';
import type { ModelChange } from '../../src/renderer/model/sheet-model.ts';
import { roleOfKind } from '../../src/renderer/ui/dialogs/mapping/roles.ts';
import { ANNA, BEN, EMAIL, PHONE, TEXT } from './people-sheet.ts';
import { code, codes, fakeHost, frame, liveSheet, PLAN } from './support.ts';

describe('an edited cell', () => {
  it('shows its new text, keeps the file’s, and clears its error at once', () => {
    const sheet = liveSheet(TEXT);
    expect(sheet.counts.errors).toBe(1);

    sheet.edit([{ row: 1, column: EMAIL, after: 'ben@fictional.example' }]);

    expect(sheet.cell(1, EMAIL)).toBe('ben@fictional.example');
    expect(sheet.original(1, EMAIL)).toBe('no-email');
    expect(sheet.isChanged(1, EMAIL)).toBe(true);
    expect(sheet.counts.errors).toBe(0);
    expect(sheet.stateOf(1)).toBe('ready');
  });

  it('is recorded with its number, and again when it is taken back', () => {
    const host = fakeHost();
    const sheet = liveSheet(TEXT, host);

    sheet.edit([{ row: 0, column: PHONE, after: '1' }]);
    sheet.undo();
    sheet.redo();

    const change = { row: 0, column: PHONE };
    return frame().then(() =>
      expect(host.asked.map(([, input]) => input)).toMatchObject([
        { revision: 1, operation: { changes: [{ ...change, before: '+16175550110', after: '1' }] } },
        { revision: 2, operation: { changes: [{ ...change, before: '1', after: '+16175550110' }] } },
        { revision: 3, operation: { changes: [{ ...change, before: '+16175550110', after: '1' }] } },
      ]),
    );
  });

  it('of ten thousand others leaves in pieces, and is one step to take back', async () => {
    const host = fakeHost();
    const rows = Array.from({ length: 12_000 }, (_, row) => row);
    const sheet = liveSheet(`customer_id,phone\n${rows.map((row) => `c${row},1\n`).join('')}`, host);

    sheet.edit(rows.map((row) => ({ row, column: 1, after: '2' })));
    await sheet.saved();
    expect(sheet.revision).toBe(3);
    sheet.undo();
    await sheet.saved();

    expect([sheet.cell(0, 1), sheet.cell(11_999, 1), sheet.canUndo]).toEqual(['1', '1', false]);
    expect(host.asked.map(([, input]) => input)).toMatchObject([
      { revision: 1, operation: { kind: 'set_cells' } },
      { revision: 2, operation: { step: 'more' } },
      { revision: 3, operation: { step: 'more' } },
      { revision: 4, operation: { step: 'undone' } },
      { revision: 5, operation: { step: 'more' } },
      { revision: 6, operation: { step: 'more' } },
    ]);
  });

  it('asks for nothing when it changes nothing', () => {
    const sheet = liveSheet(TEXT);

    sheet.edit([{ row: 0, column: PHONE, after: '+16175550110' }]);

    expect(sheet.revision).toBe(0);
    expect(sheet.canUndo).toBe(false);
  });

  it('makes the other row of a doubled customer an error, and takes it back with undo', () => {
    const sheet = liveSheet(TEXT);

    sheet.edit([{ row: 2, column: 0, after: ANNA }]);
    expect([0, 2].map((row) => sheet.severityOf(row))).toEqual(['error', 'error']);

    sheet.undo();
    expect([0, 2].map((row) => sheet.severityOf(row))).toEqual([undefined, undefined]);
  });

  it('tells the grid to draw the rows it touched, once a frame', async () => {
    const sheet = liveSheet(TEXT);
    const told: ModelChange[] = [];
    sheet.subscribe((change) => told.push(change));

    sheet.edit([{ row: 0, column: PHONE, after: '1' }]);
    sheet.edit([{ row: 1, column: PHONE, after: '2' }]);
    await frame();

    expect(told).toEqual([{ order: false, rows: new Set([0, 1]) }]);
  });

  it('of a whole export makes its column one that is written', async () => {
    const sheet = liveSheet(
      `id,object,phone,description,created\n${ANNA},customer,1,a,1\n${BEN},customer,2,b,1`,
    );
    expect(sheet.mapping.roles.filter(({ kind }) => kind === 'write')).toEqual([]);

    sheet.edit([{ row: 0, column: 2, after: '3' }]);
    await frame();

    expect(sheet.mapping.roles[2]).toEqual({ kind: 'write', field: 'phone' });
    expect(sheet.mapping.roles[3]).toMatchObject({ kind: 'reference' });
  });
});

describe('a column that a person chose not to be written', () => {
  it('stays so though cells of it were edited', async () => {
    const sheet = liveSheet(TEXT);
    sheet.edit([{ row: 0, column: PHONE, after: '1' }]);
    const chosen = roleOfKind(
      'reference',
      { kind: 'write', field: 'phone' },
      { index: PHONE, header: 'phone', name: 'phone' },
    );

    sheet.setMapping({ ...sheet.mapping, roles: sheet.mapping.roles.with(PHONE, chosen) });
    await frame();
    sheet.edit([{ row: 1, column: PHONE, after: '2' }]);
    await frame();

    expect(sheet.mapping.roles[PHONE]).toEqual({ kind: 'reference' });
  });
});

describe('rows shown', () => {
  it('are those of the tab, and a corrected row leaves the errors', () => {
    const sheet = liveSheet(TEXT);
    sheet.show({ tab: 'errors' });
    expect(sheet.shown.rowAt(0)).toBe(1);

    sheet.edit([{ row: 1, column: EMAIL, after: '' }]);

    expect(sheet.shown.length).toBe(0);
    sheet.show({ tab: 'all' });
    expect(sheet.shown.length).toBe(3);
  });

  it('are found by any cell, whatever its case', () => {
    const sheet = liveSheet(TEXT);
    sheet.show({ search: 'ANNA@' });
    expect([sheet.shown.length, sheet.shown.rowAt(0), sheet.shown.indexOf(1)]).toEqual([1, 0, -1]);
  });

  it('are sorted with blanks last, and stay put while a cell of the column is edited', () => {
    const sheet = liveSheet('customer_id,phone\na,10\nb,9\nc,\nd,text\n');
    const order = () => [0, 1, 2, 3].map((index) => sheet.shown.rowAt(index));
    sheet.show({ sort: { by: 1, direction: 'ascending' } });
    expect(order()).toEqual([1, 0, 3, 2]);

    sheet.show({ sort: { by: 1, direction: 'descending' } });
    expect(order()).toEqual([3, 0, 1, 2]);

    sheet.edit([{ row: 1, column: 1, after: '99' }]);
    expect(order()).toEqual([3, 0, 1, 2]);
  });

  it('lead to the next error, going round', () => {
    const sheet = liveSheet(TEXT);
    expect(sheet.nextError(undefined)).toEqual({ row: 1, column: EMAIL });
    expect(sheet.nextError(1)).toEqual({ row: 1, column: EMAIL });
  });
});

describe('a plan', () => {
  const planned = (row: number) => ({
    row,
    state: 'update' as const,
    message: '',
    changes: [],
    warnings: [],
  });

  it('gives rows their states, and an edit makes its row stale', () => {
    const sheet = liveSheet(TEXT);
    sheet.setPlan(PLAN, codes('update', 'invalid', 'unchanged'));
    expect(sheet.counts).toMatchObject({ update: 1, invalid: 1, unchanged: 1, all: 3 });

    sheet.edit([{ row: 0, column: PHONE, after: '1' }]);
    sheet.edit([{ row: 1, column: EMAIL, after: '' }]);

    expect([0, 1, 2].map((row) => sheet.stateOf(row))).toEqual(['stale', 'stale', 'unchanged']);
  });

  it('is fetched for the rows on screen together, and drawn when it is there', async () => {
    const host = fakeHost({ 'plan.slice': ({ rows }) => rows.map(planned) });
    const sheet = liveSheet(TEXT, host);
    sheet.setPlan(PLAN, codes('update', 'update', 'unchanged'));

    expect([sheet.planned(0), sheet.planned(1)]).toEqual([undefined, undefined]);
    await frame();

    expect(host.asked).toEqual([['plan.slice', { planId: PLAN.planId, rows: [0, 1] }]]);
    expect(sheet.planned(1)).toEqual(planned(1));
  });

  it('warns of rows by what the customers have, until they are edited', () => {
    const sheet = liveSheet(TEXT);
    const states = codes('update', 'invalid', 'unchanged');
    states[0] = code('update') | WARNED_ROW;
    sheet.setPlan(PLAN, states);

    expect([sheet.stateOf(0), sheet.severityOf(0), sheet.counts.warnings]).toEqual(['update', 'warning', 1]);
    sheet.show({ tab: 'warnings' });
    expect([sheet.shown.length, sheet.shown.rowAt(0)]).toEqual([1, 0]);

    sheet.edit([{ row: 0, column: PHONE, after: '+16175550111' }]);
    expect([sheet.severityOf(0), sheet.counts.warnings, sheet.shown.length]).toEqual([undefined, 0, 0]);
  });

  it('is gone with a new mapping', () => {
    const sheet = liveSheet(TEXT);
    sheet.setPlan(PLAN, codes('update', 'invalid', 'unchanged'));

    sheet.setMapping(sheet.mapping);

    expect(sheet.plan).toBeNull();
  });

  it('locks its rows while a run is at work on them, and lets go of each as it ends', () => {
    const sheet = liveSheet(TEXT);
    sheet.setPlan(PLAN, codes('update', 'invalid', 'unchanged'));

    sheet.runChanged([[0, code('sending')]], true);
    expect(sheet.lockOf(0)).toBeDefined();
    expect(sheet.lockOf(2)).toBeUndefined();
    sheet.edit([{ row: 0, column: PHONE, after: 'x' }]);
    expect(sheet.cell(0, PHONE)).toBe('+16175550110');

    sheet.runChanged([[0, code('applied')]], true);
    expect(sheet.lockOf(0)).toBeUndefined();
    expect(sheet.stateOf(0)).toBe('applied');
  });
});
