import { describe, expect, it } from 'vitest';
import type { FigureView } from '../../src/contract/figure-schemas.ts';
import { EVERY_ROW } from '../../src/renderer/model/sheet-view.ts';
import { codes, fakeHost, frame, liveSheet, PLAN } from './support.ts';

const NAME = 1;
const TEXT = ['customer_id,name', 'a,Anna', 'b,Ben', 'c,Cleo', 'd,Dora'].join('\n');

const NAMES: FigureView = { id: 'field name', subject: { kind: 'field', field: 'name' }, rows: 2 };
const PHONES: FigureView = { id: 'field phone', subject: { kind: 'field', field: 'phone' }, rows: 1 };

const ROWS = new Map([
  [NAMES.id, [1, 3]],
  [PHONES.id, [0]],
]);

function planned() {
  const host = fakeHost({ 'plan.figure_rows': ({ figure }) => Uint32Array.from(ROWS.get(figure) ?? []) });
  const sheet = liveSheet(TEXT, host);
  sheet.setPlan(PLAN, codes('update', 'update', 'unchanged', 'update'));
  return { host, sheet };
}

type Sheet = ReturnType<typeof liveSheet>;

const shownRows = ({ shown }: Sheet) =>
  Array.from({ length: shown.length }, (_, index) => shown.rowAt(index));

describe('a figure of the plan', () => {
  it('shows its rows, whatever was shown before', async () => {
    const { sheet } = planned();
    sheet.show({ tab: 'unchanged', search: 'cleo', filters: new Map([[NAME, { kind: 'blank' }]]) });
    await sheet.showFigure(NAMES);
    expect(shownRows(sheet)).toEqual([1, 3]);
    expect([sheet.figure?.id, sheet.tab, sheet.search]).toEqual([NAMES.id, 'all', '']);

    sheet.show(EVERY_ROW);
    expect(shownRows(sheet)).toEqual([0, 1, 2, 3]);
  });

  it('is narrowed by the search and keeps the sort', async () => {
    const { sheet } = planned();
    sheet.show({ sort: { by: NAME, direction: 'descending' } });
    await sheet.showFigure(NAMES);
    expect(shownRows(sheet)).toEqual([3, 1]);
    sheet.show({ search: 'ben' });
    expect(shownRows(sheet)).toEqual([1]);
  });

  it('loses a row that is edited or left out: it is not in the plan any more', async () => {
    const { sheet } = planned();
    await sheet.showFigure(NAMES);
    sheet.edit([{ row: 1, column: NAME, after: 'Benno' }]);
    await frame();
    expect(shownRows(sheet)).toEqual([3]);
    sheet.exclude([3]);
    await frame();
    expect(shownRows(sheet)).toEqual([]);
  });

  it('goes with its plan', async () => {
    const { sheet } = planned();
    await sheet.showFigure(NAMES);
    sheet.setPlan({ ...PLAN, planId: '2b1f7c1e-5d0a-4c57-9a53-0d6a3f1c8e44' }, codes('update'));
    expect([sheet.figure, shownRows(sheet)]).toEqual([null, [0, 1, 2, 3]]);
  });

  it('is the one asked for last, and none where the plan went meanwhile', async () => {
    const { sheet } = planned();
    await Promise.all([sheet.showFigure(NAMES), sheet.showFigure(PHONES)]);
    expect(shownRows(sheet)).toEqual([0]);
    sheet.show(EVERY_ROW);
    const asked = sheet.showFigure(NAMES);
    sheet.setPlan(null);
    await asked;
    expect(sheet.figure).toBeNull();
  });

  it('stays as it was where the host does not know it', async () => {
    const { host, sheet } = planned();
    host.failWith('gone');
    await sheet.showFigure(NAMES);
    expect(sheet.figure).toBeNull();
  });
});

describe('rows sorted by their status', () => {
  it('begin with what went wrong, and end with what is left alone', () => {
    const sheet = liveSheet(TEXT);
    sheet.setPlan(PLAN, codes('unchanged', 'update', 'blocked', 'not_found'));
    sheet.show({ sort: { by: 'state', direction: 'ascending' } });
    expect(shownRows(sheet)).toEqual([3, 2, 1, 0]);
    sheet.show({ sort: { by: 'state', direction: 'descending' } });
    expect(shownRows(sheet)).toEqual([0, 1, 2, 3]);
    sheet.setPlan(PLAN, codes('applied', 'conflict', 'rejected', 'unknown'));
    sheet.show({ sort: { by: 'state', direction: 'ascending' } });
    expect(shownRows(sheet)).toEqual([2, 3, 1, 0]);
  });
});
