import { describe, expect, it } from 'vitest';
import { WARNED_ROW } from '../../src/contract/state-bytes.ts';
import { roleOfKind } from '../../src/renderer/ui/dialogs/mapping/roles.ts';
import { ANNA, CLEO, EMAIL, PHONE, TEXT } from './people-sheet.ts';
import { code, codes, fakeHost, frame, liveSheet, PLAN } from './support.ts';

type Sheet = ReturnType<typeof liveSheet>;

const shownRows = ({ shown }: Sheet) =>
  Array.from({ length: shown.length }, (_, index) => shown.rowAt(index));

describe('a step of several operations', () => {
  it('is taken back and done again as one', () => {
    const sheet = liveSheet(TEXT);
    const filled = { row: 3, column: 0, before: '', after: 'new' };

    sheet.doStep([
      { kind: 'add_rows', count: 1 },
      { kind: 'set_cells', changes: [filled, { row: 0, column: PHONE, after: '1' }] },
      { kind: 'exclude_rows', rows: [1] },
    ]);
    const done = () => [sheet.counts.all, sheet.cell(3, 0), sheet.cell(0, PHONE), sheet.stateOf(1)];
    expect(done()).toEqual([4, 'new', '1', 'excluded']);

    sheet.undo();
    expect(done()).toEqual([3, '', '+16175550110', 'invalid']);
    expect(sheet.canUndo).toBe(false);

    sheet.redo();
    expect(done()).toEqual([4, 'new', '1', 'excluded']);
    expect(sheet.canRedo).toBe(false);
  });

  it('leaves out what changes nothing, and is none where nothing is left', () => {
    const host = fakeHost();
    const sheet = liveSheet(TEXT, host);

    sheet.doStep([
      { kind: 'set_cells', changes: [{ row: 0, column: PHONE, after: '+16175550110' }] },
      { kind: 'include_rows', rows: [0] },
      { kind: 'remove_rows', rows: [0] },
      { kind: 'restore_rows', rows: [0, 9] },
    ]);

    expect([sheet.revision, sheet.canUndo, host.asked.length]).toEqual([0, false, 0]);
  });

  it('says what taking it back touches', () => {
    const sheet = liveSheet(TEXT);
    expect(sheet.undo()).toBeNull();

    sheet.edit([
      { row: 2, column: PHONE, after: '1' },
      { row: 0, column: EMAIL, after: '' },
    ]);

    const touched = { rows: [0, 2], columns: [EMAIL, PHONE] };
    expect(sheet.undo()).toEqual(touched);
    expect(sheet.redo()).toEqual(touched);
    expect(sheet.redo()).toBeNull();
  });

  it('leaves locked rows as they are', () => {
    const sheet = liveSheet(TEXT);
    sheet.setPlan(PLAN, codes('update', 'invalid', 'unchanged'));
    sheet.runChanged([[0, code('sending')]], true);

    sheet.doStep([
      { kind: 'set_cells', changes: [0, 2].map((row) => ({ row, column: PHONE, after: 'x' })) },
      { kind: 'exclude_rows', rows: [0, 1] },
    ]);

    expect([sheet.cell(0, PHONE), sheet.cell(2, PHONE)]).toEqual(['+16175550110', 'x']);
    expect([sheet.stateOf(0), sheet.stateOf(1)]).toEqual(['sending', 'excluded']);
  });
});

describe('undo', () => {
  it('goes on through a sort, a filter and another mapping', async () => {
    const sheet = liveSheet(TEXT);
    for (let edit = 0; edit < 300; edit++) sheet.edit([{ row: edit % 3, column: PHONE, after: `${edit}` }]);
    sheet.show({ sort: { by: PHONE, direction: 'descending' }, tab: 'errors' });
    sheet.show({ filters: new Map([[PHONE, { kind: 'contains', text: '299' }]]), search: 'nobody' });
    const column = { index: PHONE, header: 'phone', name: 'phone' };
    const reference = roleOfKind('reference', { kind: 'write', field: 'phone' }, column);
    sheet.setMapping({ ...sheet.mapping, roles: sheet.mapping.roles.with(PHONE, reference) });
    await frame();

    let undone = 0;
    for (; sheet.canUndo; undone++) sheet.undo();

    expect(undone).toBe(300);
    expect([0, 1, 2].map((row) => sheet.cell(row, PHONE))).toEqual(['+16175550110', '+16175550119', '']);
    for (; sheet.canRedo; undone--) sheet.redo();
    expect([undone, sheet.cell(2, PHONE)]).toEqual([0, '299']);
  });
});

describe('cells brought back to the file', () => {
  it('have its text again, in one step', () => {
    const sheet = liveSheet(TEXT);
    sheet.addRows(1);
    const cells = [0, 2, 3].map((row) => ({ row, column: PHONE }));
    sheet.edit(cells.map((cell) => ({ ...cell, after: 'x' })));

    sheet.revert([...cells, { row: 1, column: EMAIL }]);

    expect(cells.map(({ row, column }) => sheet.cell(row, column))).toEqual(['+16175550110', '', '']);
    expect(cells.some(({ row, column }) => sheet.isChanged(row, column))).toBe(false);
    sheet.undo();
    expect(cells.map(({ row, column }) => sheet.cell(row, column))).toEqual(['x', 'x', 'x']);
  });
});

describe('an added row', () => {
  it('is blank, below the others, judged like them, and gone when it is undone', () => {
    const sheet = liveSheet(TEXT);
    const { counts } = sheet;

    sheet.addRows(2);

    expect([sheet.rowCount, sheet.counts.all, shownRows(sheet)]).toEqual([5, 5, [0, 1, 2, 3, 4]]);
    expect([sheet.isAdded(2), sheet.isAdded(3), sheet.lineOf(4)]).toEqual([false, true, 6]);
    expect([sheet.cell(3, EMAIL), sheet.original(3, EMAIL)]).toEqual(['', '']);
    // Nobody knows yet whom it is about.
    expect(sheet.severityOf(3)).toBe('error');

    sheet.edit([{ row: 3, column: 0, after: ANNA }]);
    expect([0, 3].map((row) => sheet.findings(row).map((found) => found.code))).toEqual([
      ['duplicate_customer'],
      ['duplicate_customer'],
    ]);
    sheet.edit([{ row: 3, column: 0, after: CLEO.replace('8', '9') }]);
    expect([sheet.severityOf(0), sheet.severityOf(3)]).toEqual([undefined, undefined]);

    for (let step = 0; step < 3; step++) sheet.undo();
    expect([shownRows(sheet), sheet.counts]).toEqual([[0, 1, 2], counts]);
    sheet.redo();
    expect([shownRows(sheet), sheet.counts.all]).toEqual([[0, 1, 2, 3, 4], 5]);
  });

  it('is shown under every tab, filter and sort until something else is chosen', () => {
    const sheet = liveSheet(TEXT);
    sheet.show({ tab: 'errors', filters: new Map([[PHONE, { kind: 'not_blank' }]]) });
    sheet.addRows(1);
    expect(shownRows(sheet)).toEqual([1, 3]);

    sheet.show({ tab: 'all', filters: new Map(), sort: { by: PHONE, direction: 'descending' } });
    sheet.addRows(1);
    expect(shownRows(sheet)).toEqual([1, 0, 2, 3, 4]);
    sheet.removeRows([3]);
    expect(shownRows(sheet)).toEqual([1, 0, 2, 4]);
    sheet.show({ search: '0110' });
    expect(shownRows(sheet)).toEqual([0]);
  });

  it('can be removed with what it holds, while a row of the file is excluded', () => {
    const sheet = liveSheet(TEXT);
    sheet.addRows(2);
    sheet.edit([{ row: 3, column: EMAIL, after: 'dora@fictional.example' }]);
    sheet.edit([{ row: 4, column: EMAIL, after: 'anna@fictional.example' }]);
    const errors = sheet.counts.errors;

    sheet.removeRows([1, 3, 4]);

    expect([shownRows(sheet), sheet.counts.all, sheet.counts.errors]).toEqual([[0, 1, 2], 3, 0]);
    expect([sheet.stateOf(1), sheet.severityOf(3), sheet.findings(3)]).toEqual(['excluded', undefined, []]);
    sheet.undo();
    expect([shownRows(sheet), sheet.counts.errors]).toEqual([[0, 1, 2, 3, 4], errors]);
    expect(sheet.cell(3, EMAIL)).toBe('dora@fictional.example');
    expect(sheet.stateOf(1)).toBe('invalid');
  });

  it('that is removed no longer makes its column one that is written', () => {
    const sheet = liveSheet(`id,object,phone,description,created\n${ANNA},customer,1,a,1\n`);
    sheet.addRows(1);
    sheet.edit([{ row: 1, column: 2, after: '3' }]);
    expect(sheet.mapping.roles[2]).toMatchObject({ kind: 'write' });

    sheet.removeRows([1]);

    expect(sheet.mapping.roles[2]).toMatchObject({ kind: 'reference' });
  });

  it('is not in a plan that was made before', () => {
    const sheet = liveSheet(TEXT);
    sheet.setPlan(PLAN, codes('update', 'invalid', 'unchanged'));
    sheet.addRows(1);
    sheet.edit([{ row: 3, column: 0, after: CLEO.replace('8', '9') }]);
    expect([sheet.stateOf(3), sheet.counts.stale]).toEqual(['stale', 1]);
  });
});

describe('the tabs of a plan', () => {
  it('count every row there is once, whatever was done since', () => {
    const sheet = liveSheet(TEXT);
    const states = codes('update', 'update', 'unchanged');
    states[0] = code('update') | WARNED_ROW;
    sheet.setPlan(PLAN, states);
    const byHand = () => {
      const rows = Array.from({ length: sheet.rowCount }, (_, row) => row).filter((row) => sheet.hasRow(row));
      const counted = Object.fromEntries(
        [...Map.groupBy(rows, (row) => sheet.stateOf(row))].map(([state, some]) => [state, some.length]),
      );
      const warnings = rows.filter((row) => sheet.severityOf(row) === 'warning').length;
      return { ...counted, warnings, all: rows.length, errors: sheet.counts.errors };
    };
    const deeds = [
      () => sheet.edit([{ row: 2, column: PHONE, after: '1' }]),
      () => sheet.exclude([0]),
      () => sheet.addRows(2),
      () => sheet.edit([{ row: 3, column: 0, after: CLEO.replace('8', '9') }]),
      () => sheet.removeRows([1, 4]),
      () => sheet.runChanged([[1, code('sending')]], true),
      () => sheet.runChanged([[1, code('applied')]], true),
      () => sheet.undo(),
      () => sheet.undo(),
      () => sheet.redo(),
    ];
    for (const deed of deeds) {
      deed();
      expect(sheet.counts).toEqual(byHand());
    }
  });
});

/** Other programs may want the machine at the same time. */
const PATIENT = { interval: 1, timeout: 20_000 };

describe('a step over very many rows', { timeout: 60_000 }, () => {
  const rows = Array.from({ length: 30_000 }, (_, row) => row);
  const text = `customer_id,new email\n${rows.map((row) => `c${row},${row % 2 ? 'no-email' : ''}\n`).join('')}`;
  const validated = (sheet: Sheet) => expect.poll(() => sheet.counts.errors, PATIENT);

  it('is judged and listed in the end as if its cells had been typed, and so is its undo', async () => {
    const sheet = liveSheet(text);
    await validated(sheet).toBe(15_000);
    sheet.show({ tab: 'errors' });

    sheet.edit(rows.map((row) => ({ row, column: EMAIL, after: row % 3 === 0 ? 'no-email' : '' })));
    // Meanwhile somebody types.
    sheet.edit([{ row: 0, column: EMAIL, after: 'anna@fictional.example' }]);
    await sheet.saved();
    await validated(sheet).toBe(9_999);
    await expect.poll(() => sheet.shown.length, PATIENT).toBe(9_999);
    expect([sheet.shown.rowAt(0), sheet.cell(0, EMAIL)]).toEqual([3, 'anna@fictional.example']);

    sheet.undo();
    sheet.undo();
    await sheet.saved();
    await validated(sheet).toBe(15_000);
    expect([sheet.canUndo, sheet.revision]).toEqual([false, 6 + 1 + 1 + 6]);
  });

  it('can leave out all rows, and take them in again', async () => {
    const sheet = liveSheet(text);
    await validated(sheet).toBe(15_000);
    sheet.exclude(rows);
    await sheet.saved();
    await expect.poll(() => sheet.counts.excluded, PATIENT).toBe(30_000);
    sheet.undo();
    await validated(sheet).toBe(15_000);
    expect(sheet.counts.excluded).toBe(0);
  });

  it('can add rows by the thousand', async () => {
    const sheet = liveSheet(text);
    await validated(sheet).toBe(15_000);
    sheet.addRows(20_000);
    await expect.poll(() => sheet.validatedRows, PATIENT).toBe(50_000);
    expect([sheet.shown.length, sheet.counts.errors]).toEqual([50_000, 35_000]);
  });
});
