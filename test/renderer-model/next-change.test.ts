import { describe, expect, it } from 'vitest';
import { WARNED_ROW } from '../../src/contract/state-bytes.ts';
import type { Field } from '../../src/core/fields.ts';
import { nextChange } from '../../src/renderer/model/next-change.ts';
import { nextWarningIn } from '../../src/renderer/model/next-finding.ts';
import { code, codes, fakeHost, liveSheet, PLAN } from './support.ts';

const [KEY, NAME, PHONE, NOTES] = [0, 1, 2, 3];
const TEXT = [
  'customer_id,name,phone,notes',
  ...['1', '2', '3', '4'].map((id) => `0000000${id}-0000-4000-8000-000000000000,N ${id},,x`),
].join('\n');

/** The last one's field has no column. */
const FIELDS: readonly (readonly Field[])[] = [['name'], ['phone', 'name'], ['name'], ['description']];

function planned(states = codes('update', 'update', 'unchanged', 'update')) {
  const host = fakeHost({
    'plan.figure_rows': () => Uint32Array.from([0, 1]),
    'plan.slice': ({ rows }) =>
      rows.map((row) => ({
        row,
        state: 'update',
        message: '',
        changes: (FIELDS[row] ?? []).map((field) => ({ field, before: 'old', after: 'new' })),
        warnings: row === 1 ? [{ code: 'phone_odd', message: '', fields: ['phone' as const] }] : [],
      })),
  });
  const sheet = liveSheet(TEXT, host);
  sheet.setMapping({
    ...sheet.mapping,
    roles: [
      { kind: 'key', by: 'id' },
      { kind: 'write', field: 'name' },
      { kind: 'write', field: 'phone' },
      { kind: 'reference' },
    ],
  });
  sheet.setPlan(PLAN, states);
  return sheet;
}

/** From cell to cell, until there were so many. */
async function walk(
  sheet: ReturnType<typeof planned>,
  direction: 1 | -1,
  steps: number,
  columns = [KEY, NAME, PHONE, NOTES],
) {
  const places: (readonly [number, number | undefined])[] = [];
  let from: { readonly row: number; readonly column: number | null } | null = null;
  for (let step = 0; step < steps; step++) {
    const next: Awaited<ReturnType<typeof nextChange>> = await nextChange(sheet, {
      from,
      columns,
      direction,
    });
    if (!next) break;
    places.push([next.row, next.column]);
    // The grid puts its cursor into the first column of a row that it is sent to as a whole.
    from = { row: next.row, column: next.column ?? KEY };
  }
  return places;
}

describe('the next change', () => {
  const CHANGES = [
    [0, NAME],
    [1, NAME],
    [1, PHONE],
    [3, undefined],
  ];

  it('goes from changed cell to changed cell, past rows that nothing happens to, and round', async () => {
    expect(await walk(planned(), 1, 5)).toEqual([...CHANGES, [0, NAME]]);
  });

  it('goes back the same way', async () => {
    expect(await walk(planned(), -1, 5)).toEqual([...CHANGES.toReversed(), [3, undefined]]);
  });

  it('goes by the columns as they are shown, and to the row where those that change are hidden', async () => {
    expect(await walk(planned(), 1, 3, [PHONE, KEY])).toEqual([
      [0, undefined],
      [1, PHONE],
      [3, undefined],
    ]);
    expect((await walk(planned(), 1, 3, [PHONE, NAME, KEY])).slice(1)).toEqual([
      [1, PHONE],
      [1, NAME],
    ]);
  });

  it('starts before all columns on a line or a status', async () => {
    const sheet = planned();
    const columns = [KEY, NAME, PHONE, NOTES];
    const from = { row: 1, column: null };
    expect(await nextChange(sheet, { from, columns, direction: 1 })).toEqual({ row: 1, column: NAME });
    expect(await nextChange(sheet, { from, columns, direction: -1 })).toEqual({ row: 0, column: NAME });
  });

  it('goes only to the cells that count in the figure shown', async () => {
    const sheet = planned();
    await sheet.showFigure({ id: 'field phone', subject: { kind: 'field', field: 'phone' }, rows: 2 });
    expect(await walk(sheet, 1, 2)).toEqual([
      [1, PHONE],
      [1, PHONE],
    ]);
  });

  it('is none where nothing changes', async () => {
    expect(await walk(planned(codes('unchanged', 'blocked', 'stale', 'not_found')), 1, 1)).toEqual([]);
  });
});

describe('the next warning', () => {
  it('is the cell that the dry run warns of, and there is none once it was edited', async () => {
    const states = codes('update', 'update', 'unchanged', 'update');
    states[1] = code('update') | WARNED_ROW;
    const sheet = planned(states);
    expect(await nextWarningIn(sheet, undefined)).toEqual({ row: 1, column: PHONE });
    expect(await nextWarningIn(sheet, 1)).toEqual({ row: 1, column: PHONE });
    sheet.edit([{ row: 1, column: NAME, after: 'Benno' }]);
    expect(sheet.severityOf(1)).toBeUndefined();
    expect(await nextWarningIn(sheet, undefined)).toBeUndefined();
  });
});
