import { describe, expect, it } from 'vitest';
import type { ColumnFilter } from '../../src/renderer/model/column-filter.ts';
import { liveSheet } from './support.ts';

const NAME = 1;
const CITY = 2;
const TEXT = [
  'customer_id,name,city',
  'a,Anna,Berlin',
  'b,Ben,berlin west',
  'c,Cleo,',
  'd,Dora, ',
  'e,Emil,Köln',
  'f,Anna,Köln',
].join('\n');

type Sheet = ReturnType<typeof liveSheet>;

const shownRows = ({ shown }: Sheet) =>
  Array.from({ length: shown.length }, (_, index) => shown.rowAt(index));

describe('a column filter', () => {
  it.each<readonly [ColumnFilter, readonly number[]]>([
    [{ kind: 'contains', text: 'BERLIN' }, [0, 1]],
    [{ kind: 'values', values: new Set(['Köln', '']) }, [2, 4, 5]],
    [{ kind: 'blank' }, [2, 3]],
    [{ kind: 'not_blank' }, [0, 1, 4, 5]],
    [{ kind: 'edited' }, [5]],
  ])('%j shows the rows that fit', (filter, rows) => {
    const sheet = liveSheet(TEXT);
    if (filter.kind === 'edited') sheet.edit([{ row: 5, column: CITY, after: 'Bonn' }]);
    sheet.show({ filters: new Map([[CITY, filter]]) });
    expect(shownRows(sheet)).toEqual(rows);
  });

  it('is combined with others, the tab, the search and the sort', () => {
    const sheet = liveSheet(TEXT);
    sheet.show({
      filters: new Map([[CITY, { kind: 'not_blank' }]]),
      sort: { by: NAME, direction: 'descending' },
    });
    expect(shownRows(sheet)).toEqual([4, 1, 0, 5]);

    sheet.show({
      filters: new Map<number, ColumnFilter>([
        [CITY, { kind: 'not_blank' }],
        [NAME, { kind: 'values', values: new Set(['Anna']) }],
      ]),
    });
    expect(shownRows(sheet)).toEqual([0, 5]);
    sheet.show({ search: 'köln' });
    expect(shownRows(sheet)).toEqual([5]);
    sheet.exclude([0]);
    sheet.show({ search: '', tab: 'excluded' });
    expect(shownRows(sheet)).toEqual([0]);
    expect([sheet.counts.all, sheet.counts.excluded]).toEqual([6, 1]);
  });

  it('keeps a row in sight whose cell was filled in, until it is chosen again', () => {
    const sheet = liveSheet(TEXT);
    const filters = new Map<number, ColumnFilter>([[CITY, { kind: 'blank' }]]);
    sheet.show({ filters });

    sheet.edit([
      { row: 2, column: CITY, after: 'Bonn' },
      { row: 0, column: CITY, after: '' },
    ]);
    expect(shownRows(sheet)).toEqual([0, 2, 3]);
    sheet.setMapping(sheet.mapping);
    expect(shownRows(sheet)).toEqual([0, 2, 3]);

    sheet.show({ filters });
    expect(shownRows(sheet)).toEqual([0, 3]);
  });
});

describe('the values of a column', () => {
  it('are told with their rows, the most frequent first', async () => {
    const sheet = liveSheet(TEXT);
    expect(await sheet.valuesOf(NAME, 3)).toEqual([
      { text: 'Anna', rows: 2 },
      { text: 'Ben', rows: 1 },
      { text: 'Cleo', rows: 1 },
    ]);
  });

  it('are those that are left by tab, search and other columns’ filters, but not by its own', async () => {
    const sheet = liveSheet(TEXT);
    sheet.show({
      filters: new Map<number, ColumnFilter>([
        [NAME, { kind: 'contains', text: 'anna' }],
        [CITY, { kind: 'values', values: new Set(['Berlin']) }],
      ]),
    });
    expect(await sheet.valuesOf(CITY, 9)).toEqual([
      { text: 'Berlin', rows: 1 },
      { text: 'Köln', rows: 1 },
    ]);
    sheet.show({ search: 'köln' });
    expect(await sheet.valuesOf(CITY, 9)).toEqual([{ text: 'Köln', rows: 1 }]);
  });

  it('are the most frequent ones however many there are', async () => {
    const cities = Array.from({ length: 5_000 }, (_, row) => (row % 100 === 0 ? 'often' : `city ${row}`));
    cities.push('twice', 'twice');
    const sheet = liveSheet(`customer_id,city\n${cities.map((city, row) => `c${row},${city}\n`).join('')}`);
    expect(await sheet.valuesOf(1, 3)).toEqual([
      { text: 'often', rows: 50 },
      { text: 'twice', rows: 2 },
      { text: 'city 1', rows: 1 },
    ]);
  });
});
