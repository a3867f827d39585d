import { describe, expect, it } from 'vitest';
import { resultOf } from '../../../src/core/steps.ts';
import { collectMerges, mergeOperations } from '../../../src/renderer/model/fixes/customer-merges.ts';
import { code, codes, frame, liveSheet, PLAN } from '../support.ts';

const ANNA = '6437f749-0c1e-4b5a-9a52-3f1d2c4b5a60';
const BEN = '7f3f53b6-1111-4222-8333-444455556666';
const CLEO = '8a4f53b6-2222-4222-8333-444455556666';
const PHONE = 1;
const NOTE = 2;

const TEXT = [
  'customer_id,phone,description',
  `${ANNA},+16175550110,`,
  `${BEN},+16175550111,`,
  `${ANNA},,late payer`,
  `${BEN},+16175550112,`,
  `${CLEO},+16175550113,`,
].join('\n');

function proposed(sheet: ReturnType<typeof liveSheet>) {
  return resultOf(collectMerges(sheet));
}

describe('customers with several rows', () => {
  it('are gone through once each: those that can be merged, and those where rows contradict each other', () => {
    const { merges, refused } = proposed(liveSheet(TEXT));
    expect(merges.map(({ into, others }) => [into, others])).toEqual([[0, [2]]]);
    expect(refused).toEqual([{ rows: [1, 3], merge: { kind: 'contradicting', columns: [PHONE] } }]);
  });

  it('are merged in one step, which says of the rows left out which one they are the same as', async () => {
    const sheet = liveSheet(TEXT);
    sheet.doStep(mergeOperations(proposed(sheet).merges));
    await frame();
    expect([sheet.cell(0, NOTE), sheet.stateOf(0), sheet.stateOf(2)]).toEqual([
      'late payer',
      'ready',
      'excluded',
    ]);
    expect([sheet.sameAs(2), sheet.sameAs(0), sheet.sameAs(4)]).toEqual([0, undefined, undefined]);
    expect(sheet.mergeOf(0)).toBeUndefined();
    expect(sheet.counts.errors).toBe(2);

    sheet.undo();
    expect([sheet.cell(0, NOTE), sheet.sameAs(2), sheet.canUndo]).toEqual(['', undefined, false]);
    expect(sheet.counts.errors).toBe(4);
    sheet.redo();
    expect(sheet.sameAs(2)).toBe(0);
  });

  it('are the same as nobody once the other row is left out too, or is about somebody else', () => {
    const sheet = liveSheet(TEXT);
    sheet.exclude([2]);
    expect(sheet.sameAs(2)).toBe(0);
    sheet.edit([{ row: 0, column: 0, after: CLEO }]);
    expect(sheet.sameAs(2)).toBeUndefined();
    sheet.undo();
    sheet.exclude([0]);
    expect(sheet.sameAs(2)).toBeUndefined();
  });

  it('that are a hundred and more are not merged: the key is most likely another column', () => {
    const rows = Array.from({ length: 300 }, (_, row) => `${ANNA},${row % 2 ? '' : '1'},`);
    const { merges, refused } = proposed(liveSheet(['customer_id,phone,description', ...rows].join('\n')));
    expect(merges).toEqual([]);
    expect(refused.map(({ rows: [first], merge }) => [first, merge])).toEqual([
      [0, { kind: 'too_many', total: 300 }],
    ]);
  });

  it('are not merged while one of their rows is being written', () => {
    const sheet = liveSheet(TEXT);
    sheet.setPlan(PLAN, codes('update', 'invalid', 'invalid', 'invalid', 'unchanged'));
    sheet.runChanged([[0, code('sending')]], true);
    expect(sheet.mergeOf(2)).toBeUndefined();
  });
});
