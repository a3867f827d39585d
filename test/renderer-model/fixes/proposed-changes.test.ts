import { describe, expect, it } from 'vitest';
import { resultOf } from '../../../src/core/steps.ts';
import { columnGroups, isTickedFirst } from '../../../src/renderer/model/fixes/column-groups.ts';
import {
  type ChangesOf,
  collectChanges,
  type MeantRows,
} from '../../../src/renderer/model/fixes/proposed-changes.ts';
import type { SheetModel } from '../../../src/renderer/model/sheet-model.ts';
import { cellKey, chosenChanges, chosenCount } from '../../../src/renderer/ui/fixes/choice.ts';
import { code, codes, frame, liveSheet, PLAN } from '../support.ts';

const NAME = 1;
const sheetOf = (rows: readonly string[]) => liveSheet(['customer_id,name,notes', ...rows].join('\n'));

function collect(sheet: SheetModel, meant: MeantRows, changesOf: ChangesOf) {
  return resultOf(collectChanges(sheet, meant, changesOf));
}

describe('what would be changed in many cells', () => {
  it('is listed with what the cells hold now, and leaves out what would change nothing', () => {
    const sheet = sheetOf(['c1,Anna,', 'c2,ANNA,']);
    const { changes } = collect(sheet, 'all', () => [{ column: NAME, after: 'ANNA' }]);
    expect(changes).toEqual([{ row: 0, column: NAME, before: 'Anna', after: 'ANNA' }]);
  });

  it('is in rows that are shown only, in their order, unless all are meant', async () => {
    const sheet = sheetOf(['c1,Anna,x', 'c2,Ben,', 'c3,Cleo,x']);
    sheet.show({ search: 'x', sort: { by: 'line', direction: 'descending' } });
    await frame();
    const rowsChanged = (meant: MeantRows) =>
      collect(sheet, meant, () => [{ column: NAME, after: '' }]).changes.map(({ row }) => row);
    expect(rowsChanged('shown')).toEqual([2, 0]);
    expect(rowsChanged('all')).toEqual([0, 1, 2]);
  });

  it('leaves rows that are being written, and says how many', () => {
    const sheet = sheetOf(['c1,Anna,', 'c2,Ben,', 'c3,Cleo,']);
    sheet.setPlan(PLAN, codes('update', 'update', 'update'));
    sheet.runChanged(
      [
        [0, code('sending')],
        [1, code('applied')],
        [2, code('queued')],
      ],
      true,
    );
    const collected = collect(sheet, 'all', (row) =>
      row === 2
        ? []
        : [
            { column: NAME, after: '' },
            { column: 2, after: 'n' },
          ],
    );
    expect(collected.lockedRows).toBe(1);
    expect(new Set(collected.changes.map(({ row }) => row))).toEqual(new Set([1]));
  });
});

describe('columns of what would be changed', () => {
  it('say what changing them comes to; keys and what would be sent only then are ticked by hand', () => {
    const exported = liveSheet('id,object,phone,description,created\nc1,customer,1,a,1');
    const changes = [0, 2].map((column) => ({ row: 0, column, before: '', after: 'x' }));
    expect(columnGroups(changes, exported)).toEqual([
      { column: 0, use: 'key', cells: 1 },
      { column: 2, use: 'becomes_written', cells: 1 },
    ]);
    expect(columnGroups(changes, exported).filter(isTickedFirst)).toEqual([]);

    const plain = columnGroups([{ row: 0, column: NAME, before: '', after: 'x' }], sheetOf(['c1,a,b']));
    expect(plain).toEqual([{ column: NAME, use: 'written', cells: 1 }]);
    expect(plain.every(isTickedFirst)).toBe(true);
  });

  it('unticked stay, as does every single cell that is unticked', () => {
    const changes = [0, 1, 2].map((row) => ({ row, column: row % 2, before: '', after: 'x' }));
    const groups = columnGroups(changes, sheetOf(['c1,a,b']));
    const [first] = changes;
    const choice = { columns: new Set([0]), left: new Set(first ? [cellKey(first)] : []) };
    expect(chosenChanges(changes, choice).map(({ row }) => row)).toEqual([2]);
    expect(chosenCount(changes, groups, choice)).toBe(1);
    expect(chosenCount(changes, groups, { columns: new Set([0, 1]), left: new Set() })).toBe(3);
  });
});
