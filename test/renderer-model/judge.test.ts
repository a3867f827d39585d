import { beforeEach, describe, expect, it, vi } from 'vitest';
import { roleOfKind } from '../../src/renderer/ui/dialogs/mapping/roles.ts';
import { liveSheet } from './support.ts';

const ROWS = 3_000;
const EMAIL = 1;
const idOf = (row: number): string => `6437f749-0c1e-4b5a-9a52-${String(row).padStart(12, '0')}`;
const TEXT = [
  'customer_id,new email',
  ...Array.from({ length: ROWS }, (_, row) => `${idOf(row)},${row % 10 === 0 ? 'no-email' : ''}`),
].join('\n');

const validated = (sheet: ReturnType<typeof liveSheet>): Promise<void> =>
  expect.poll(() => sheet.validatedRows, { interval: 1 }).toBe(ROWS);

// Every look at the clock finds a slice spent, so that a sheet of this size takes several.
beforeEach(() => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 50));
});

describe('a large sheet that was just opened', () => {
  it('has its first rows judged at once, counts no others, and the rest as it comes', async () => {
    const sheet = liveSheet(TEXT);
    const first = sheet.validatedRows;

    expect([first > 0, first < ROWS]).toEqual([true, true]);
    expect([sheet.counts.errors, sheet.counts.ready]).toEqual([first / 10, (first * 9) / 10]);

    await validated(sheet);
    expect([sheet.counts.errors, sheet.counts.ready]).toEqual([ROWS / 10, (ROWS * 9) / 10]);
  });

  it('takes edits meanwhile, of rows that were judged and of rows that were not', async () => {
    const sheet = liveSheet(TEXT);
    expect(sheet.validatedRows).toBeLessThan(ROWS - 10);

    sheet.edit([0, ROWS - 10].map((row) => ({ row, column: EMAIL, after: `anna${row}@fictional.example` })));
    sheet.edit([{ row: ROWS - 1, column: 0, after: idOf(3) }]);
    sheet.exclude([20, ROWS - 20]);
    await validated(sheet);

    // Two mended, two left out, and two rows for one customer.
    expect(sheet.counts).toMatchObject({ errors: ROWS / 10 - 4 + 2, excluded: 2 });
    expect([3, ROWS - 1].map((row) => sheet.severityOf(row))).toEqual(['error', 'error']);
  });

  it('is judged by the mapping chosen last', async () => {
    const sheet = liveSheet(TEXT);
    const column = { index: EMAIL, header: 'new email', name: 'new email' };
    const reference = roleOfKind('reference', { kind: 'write', field: 'email' }, column);

    sheet.setMapping({ ...sheet.mapping, roles: sheet.mapping.roles.with(EMAIL, reference) });
    await validated(sheet);

    expect(sheet.counts.errors).toBe(0);
  });
});

describe('rows that change while a list is being put together', () => {
  it('are in it as they are in the end', async () => {
    const sheet = liveSheet(TEXT);
    await validated(sheet);
    sheet.show({ tab: 'errors' });
    expect(sheet.shown.length).toBe(ROWS);

    sheet.edit([0, ROWS - 10].map((row) => ({ row, column: EMAIL, after: `anna${row}@fictional.example` })));
    sheet.edit([1, ROWS - 1].map((row) => ({ row, column: EMAIL, after: 'nothing' })));

    await expect.poll(() => sheet.shown.length, { interval: 1 }).toBe(ROWS / 10);
    expect([0, 1, ROWS - 10, ROWS - 1].map((row) => sheet.shown.indexOf(row) >= 0)).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});
