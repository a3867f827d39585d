import { describe, expect, it } from 'vitest';
import { collectFixes } from '../../../src/renderer/model/fixes/collect-fixes.ts';
import { FindingCensus } from '../../../src/renderer/model/fixes/finding-census.ts';
import { kindGroups } from '../../../src/renderer/model/fixes/kind-groups.ts';
import { frame, liveSheet } from '../support.ts';

const NOTE = 1;
const CITY = 2;

const TEXT = [
  'customer_id,description,billing_address.city',
  '6437f749-0c1e-4b5a-9a52-3f1d2c4b5a60, Anna ,Paris ',
  '7f3f53b6-1111-4222-8333-444455556666,Ben,#N/A',
  '8a4f53b6-2222-4222-8333-444455556666,n/a,-',
  '9b5f53b6-2222-4222-8333-444455556666, Cleo,',
].join('\n');

const counted = () => {
  const sheet = liveSheet(TEXT);
  const census = new FindingCensus(sheet, () => undefined);
  const groups = () =>
    new Map(
      kindGroups(census.kinds).map(({ code, lookAlike, findings, fixes, columns }) => [
        lookAlike ?? code,
        [findings, fixes, columns.map(({ column }) => column)],
      ]),
    );
  return { sheet, census, groups };
};

describe('findings by kind', () => {
  it('are counted over the whole sheet, with their columns and fixes, errors first', () => {
    const { groups, census } = counted();
    expect(groups()).toEqual(
      new Map([
        ['excel_error', [1, 0, [CITY]]],
        ['n/a', [1, 1, [NOTE]]],
        ['-', [1, 1, [CITY]]],
        ['outer_spaces', [3, 3, [NOTE, CITY]]],
      ]),
    );
    expect(kindGroups(census.kinds).map(({ severity }) => severity)).toEqual([
      'error',
      'error',
      'error',
      'warning',
    ]);
    expect(census.fixesOf({ code: 'outer_spaces' })).toBe(3);
    expect(census.fixesOf({ code: 'outer_spaces', column: NOTE })).toBe(2);
  });

  it('follow every edit, what is left out, and undo', async () => {
    const { sheet, groups } = counted();
    const before = groups();
    sheet.edit([
      { row: 0, column: NOTE, after: 'Anna' },
      { row: 1, column: CITY, after: 'Berlin' },
    ]);
    sheet.exclude([2]);
    await frame();
    expect(groups()).toEqual(new Map([['outer_spaces', [2, 2, [NOTE, CITY]]]]));

    sheet.undo();
    sheet.undo();
    await frame();
    expect(groups()).toEqual(before);
  });

  it('follow an answer that holds for all cells of a kind', async () => {
    const { sheet, groups } = counted();
    sheet.setMapping({ ...sheet.mapping, lookAlikes: { 'n/a': 'keep', '-': 'keep' } });
    await frame();
    expect([...groups().keys()]).toEqual(['excel_error', 'outer_spaces']);
  });

  it('of a large sheet are counted in slices, as the sheet is gone through', async () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => `c${row}, name ${row},Paris\n`).join('');
    const sheet = liveSheet(`customer_id,description,billing_address.city\n${rows}`);
    const census = new FindingCensus(sheet, () => undefined);
    await expect
      .poll(() => !census.isCounting && sheet.validatedRows === 30_000, { timeout: 20_000 })
      .toBe(true);
    await frame();
    await expect.poll(() => census.fixesOf({ code: 'outer_spaces' }), { timeout: 10_000 }).toBe(30_000);
    census.close();
  });
});

describe('fixes of a kind', () => {
  const fixed = (sheet: ReturnType<typeof liveSheet>, filter: Parameters<typeof collectFixes>[2]) => {
    const steps = collectFixes(sheet, 'all', filter);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value.changes.map(({ row, column, after }) => [row, column, after]);
    }
  };

  it('are collected from all rows, or in one column', () => {
    const { sheet } = counted();
    expect(fixed(sheet, { code: 'outer_spaces' })).toEqual([
      [0, NOTE, 'Anna'],
      [0, CITY, 'Paris'],
      [3, NOTE, 'Cleo'],
    ]);
    expect(fixed(sheet, { code: 'outer_spaces', column: CITY })).toEqual([[0, CITY, 'Paris']]);
  });
});

describe('rows with a kind of finding', () => {
  it('are shown alone, and leave the list as they are corrected', async () => {
    const { sheet } = counted();
    sheet.show({ finding: { code: 'outer_spaces' } });
    expect([0, 1, 2].map((index) => sheet.shown.rowAt(index))).toEqual([0, 3, undefined]);

    sheet.edit([{ row: 3, column: NOTE, after: 'Cleo' }]);
    await frame();
    expect(sheet.shown.length).toBe(1);

    sheet.show({ finding: { code: 'looks_like_clear', lookAlike: 'n/a' } });
    expect(sheet.shown.rowAt(0)).toBe(2);
    sheet.show({ finding: null });
    expect(sheet.shown.length).toBe(4);
  });
});
