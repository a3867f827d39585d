import { expect, it } from 'vitest';
import {
  findRowsAgain,
  isAgain,
  mayPlanAgain,
  rowsAgain,
  withStale,
} from '../../src/renderer/model/rows-again.ts';
import { codes, liveSheet, PLAN } from './support.ts';

const ROWS = 8;
const ids = Array.from({ length: ROWS }, (_, row) => `6437f749-0c1e-4b5a-9a52-3f1d2c4b5a6${row}`);
const TEXT = `customer_id,phone\n${ids.map((id) => `${id},+1 617 555 0100`).join('\n')}\n`;

/** A sheet after its run. */
function ended() {
  const sheet = liveSheet(TEXT);
  sheet.setPlan(
    PLAN,
    codes('applied', 'failed', 'conflict', 'unchanged', 'rejected', 'unknown', 'already_so', 'not_found'),
  );
  return sheet;
}

it('rows that did not end as wanted are planned again, conflicts by themselves', async () => {
  const sheet = ended();
  expect([rowsAgain(sheet, 'failed'), rowsAgain(sheet, 'conflicts')]).toEqual([3, 1]);
  expect(await findRowsAgain(sheet, 'failed')).toEqual([1, 4, 5]);
  expect(await findRowsAgain(sheet, 'conflicts')).toEqual([2]);
  expect(isAgain('applied')).toBe(false);
});

it('rows that were edited since go with them: nobody else knows that they were', async () => {
  const sheet = ended();
  sheet.edit([{ row: 0, column: 1, after: '+1 617 555 0199' }]);
  expect(rowsAgain(sheet, 'failed')).toBe(4);
  expect(await findRowsAgain(sheet, 'failed')).toEqual([0, 1, 4, 5]);
  expect(await withStale(sheet, [2])).toEqual([0, 2]);
  expect(await withStale(ended(), [2])).toEqual([2]);
});

it('nothing is planned again while a plan still has rows to apply: a new one would not have them', () => {
  const sheet = ended();
  expect(mayPlanAgain(sheet)).toBe(true);
  sheet.setPlan(PLAN, codes('update', 'failed', 'conflict'));
  expect(mayPlanAgain(sheet)).toBe(false);
  expect(rowsAgain(sheet, 'failed')).toBe(0);
  sheet.setPlan(null);
  expect(mayPlanAgain(sheet)).toBe(false);
});
