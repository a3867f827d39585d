import { describe, expect, it } from 'vitest';
import type { FindQuery } from '../../../src/renderer/model/find/find-query.ts';
import { Finder } from '../../../src/renderer/model/find/finder.ts';
import { frame, liveSheet } from '../support.ts';

const QUERY: FindQuery = { text: '', matchCase: false, wholeCell: false, scope: { kind: 'all' } };
const NAME = 1;
const CITY = 2;

const TEXT = [
  'customer_id,name,city',
  'c1,Paris Hotel,Paris',
  'c2,Berlin Bar,Berlin',
  'c3,Boston Pub,paris',
  'c4,,',
].join('\n');

const finding = (text: string, more: Partial<FindQuery> = {}) => {
  const sheet = liveSheet(TEXT);
  const finder = new Finder(sheet, () => undefined);
  finder.search({ ...QUERY, text, ...more });
  return { sheet, finder };
};

describe('finding a text', () => {
  it('counts the cells that hold it, in all columns or one', () => {
    expect(finding('paris').finder.counts).toEqual({ shown: 3, hidden: 0, isSearching: false });
    expect(finding('paris', { scope: { kind: 'column', column: CITY } }).finder.counts.shown).toBe(2);
    expect(finding('paris', { matchCase: true }).finder.counts.shown).toBe(1);
  });

  it('looks at nothing but the selection where that was chosen', () => {
    const scope = { kind: 'selection', rows: new Set([0]), columns: [CITY, NAME] } as const;
    expect(finding('p', { scope }).finder.counts.shown).toBe(2);
    expect(finding('p', { scope }).finder.isFound(2, CITY)).toBe(false);
  });

  it('goes from cell to cell as they are shown, round and back', () => {
    const { finder } = finding('paris');
    const places = [
      { row: 0, column: NAME },
      { row: 0, column: CITY },
      { row: 2, column: CITY },
    ] as const;
    expect(finder.next(undefined, 1)).toEqual(places[0]);
    expect(finder.next(places[0], 1)).toEqual(places[1]);
    expect(finder.next(places[1], 1)).toEqual(places[2]);
    expect(finder.next(places[2], 1)).toEqual(places[0]);
    expect(finder.next(places[0], -1)).toEqual(places[2]);
    expect(finder.next(undefined, -1)).toEqual(places[2]);
    expect(places.map((place) => finder.numberOf(place))).toEqual([1, 2, 3]);
    expect(finder.numberOf({ row: 1, column: CITY })).toBeUndefined();
  });

  it('goes on from a cell that does not hold it', () => {
    const { finder } = finding('paris');
    expect(finder.next({ row: 1, column: 0 }, 1)).toEqual({ row: 2, column: CITY });
    expect(finder.next({ row: 1, column: 0 }, -1)).toEqual({ row: 0, column: CITY });
  });

  it('comes back to the only cell that holds it', () => {
    const { finder } = finding('pub');
    expect(finder.next({ row: 2, column: NAME }, 1)).toEqual({ row: 2, column: NAME });
    expect(finding('nowhere').finder.next(undefined, 1)).toBeUndefined();
  });

  it('tells what is shown from what a filter hides, and follows the order shown', async () => {
    const { sheet, finder } = finding('paris');
    sheet.show({ search: 'hotel' });
    await frame();
    expect(finder.counts).toMatchObject({ shown: 2, hidden: 1 });
    expect(finder.next({ row: 0, column: CITY }, 1)).toEqual({ row: 0, column: NAME });

    sheet.show({ search: '', sort: { by: 'line', direction: 'descending' } });
    await frame();
    expect(finder.next(undefined, 1)).toEqual({ row: 2, column: CITY });
    expect(finder.numberOf({ row: 0, column: NAME })).toBe(2);
  });

  it('counts anew what is edited and undone', async () => {
    const { sheet, finder } = finding('paris');
    sheet.edit([
      { row: 3, column: CITY, after: 'Paris' },
      { row: 0, column: NAME, after: 'Hotel' },
    ]);
    await frame();
    expect([finder.counts.shown, finder.isFound(3, CITY), finder.isFound(0, NAME)]).toEqual([3, true, false]);
    sheet.undo();
    await frame();
    expect(finder.counts.shown).toBe(3);
    expect(finder.columnsFound(0)).toEqual([NAME, CITY]);
  });

  it('finds nothing for no text, and forgets what it found', () => {
    const { finder } = finding('paris');
    finder.search(null);
    expect(finder.counts).toEqual({ shown: 0, hidden: 0, isSearching: false });
    expect(finder.next(undefined, 1)).toBeUndefined();
  });

  it('is done in slices where there are many rows, and stops when something else is asked', async () => {
    const rows = Array.from({ length: 200_000 }, (_, row) => `c${row},name ${row},Paris\n`).join('');
    const sheet = liveSheet(`customer_id,name,city\n${rows}`);
    let told = 0;
    const finder = new Finder(sheet, () => told++);
    finder.search({ ...QUERY, text: 'nothing like it' });
    finder.search({ ...QUERY, text: 'paris' });
    expect(finder.counts.isSearching).toBe(true);

    await expect
      .poll(() => finder.counts, { timeout: 10_000 })
      .toEqual({ shown: 200_000, hidden: 0, isSearching: false });
    expect(told).toBeGreaterThan(0);
    finder.close();
  });
});
