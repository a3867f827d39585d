import { describe, expect, it } from 'vitest';
import { KNOWN_FOR_MS } from '../../src/core/known-for.ts';
import { rowsOutOfPlan } from '../../src/renderer/model/leave-out.ts';
import { rowsToRead } from '../../src/renderer/model/rows-to-read.ts';
import type { JobView } from '../../src/renderer/model/workspace-state.ts';
import { codes, fakeHost, frame, liveSheet, PLAN } from './support.ts';

const ids = Array.from({ length: 5 }, (_, row) => `6437f749-0c1e-4b5a-9a52-3f1d2c4b5a6${row}`);
const TEXT = `customer_id,phone\n${ids.map((id) => `${id},+1 617 555 0100`).join('\n')}\n`;

describe('rows left out of a plan', () => {
  it('are counted with those left out of the sheet, and told apart from them', async () => {
    const sheet = liveSheet(TEXT);
    sheet.exclude([4]);
    sheet.setPlan(PLAN, codes('update', 'update', 'unchanged', 'update', 'excluded'));
    sheet.derivePlan({ ...PLAN, leftOut: 1 }, codes('excluded', 'update', 'unchanged', 'update', 'excluded'));
    expect(sheet.counts).toMatchObject({ update: 2, unchanged: 1, excluded: 2 });
    expect(ids.map((_, row) => sheet.isOutOfPlan(row))).toEqual([true, false, false, false, false]);
    expect(await rowsOutOfPlan(sheet)).toEqual([0]);
    // Whoever edits one wants it planned again.
    sheet.edit([{ row: 0, column: 1, after: '+1 617 555 0199' }]);
    expect([sheet.stateOf(0), sheet.isOutOfPlan(0)]).toEqual(['stale', false]);
  });

  it('leave the others as they are shown, and those edited meanwhile edited', async () => {
    const host = fakeHost({
      'plan.slice': ({ rows }) =>
        rows.map((row) => ({ row, state: 'update', message: `row ${row}`, changes: [], warnings: [] })),
    });
    const sheet = liveSheet(TEXT, host);
    sheet.setPlan(PLAN, codes('update', 'update', 'update', 'update', 'update'));
    for (const row of [0, 1]) sheet.planned(row);
    await frame();
    // The host has not heard of this edit when it makes the other plan.
    sheet.edit([{ row: 2, column: 1, after: '+1 617 555 0199' }]);
    sheet.derivePlan({ ...PLAN, leftOut: 1 }, codes('excluded', 'update', 'update', 'update', 'update'));
    expect(sheet.planned(1)).toMatchObject({ message: 'row 1' });
    expect(sheet.planned(0)).toBeUndefined();
    expect(sheet.stateOf(2)).toBe('stale');
  });
});

describe('a dry run again', () => {
  const none: JobView = { kind: 'none' };
  const now = Date.parse(PLAN.reading.since) + 60_000;
  const planned = () => {
    const sheet = liveSheet(TEXT);
    sheet.setPlan(PLAN, codes('update', 'unchanged', 'not_found', 'blocked', 'update'));
    return sheet;
  };
  const edited = () => {
    const sheet = planned();
    sheet.edit([{ row: 0, column: 1, after: '+1 617 555 0199' }]);
    return sheet;
  };

  it('reads rows edited since, and those that could not be planned', () => {
    expect(rowsToRead({ job: none, sheet: edited() }, now)).toBe(3);
  });

  it.each([
    ['there was none', null, none, now],
    ['nothing was edited', planned(), none, now],
    ['it was too long ago', edited(), none, now + KNOWN_FOR_MS],
    ['a run was on since', edited(), { kind: 'ended' } as JobView, now],
  ])('reads all rows where %s', (_why, sheet, job, at) => {
    expect(rowsToRead({ job, sheet }, at)).toBeUndefined();
  });
});

describe('a row of a run', () => {
  it('holds up the undo of a step about it until it has ended, and nothing else', () => {
    const sheet = liveSheet(TEXT);
    sheet.edit([{ row: 1, column: 1, after: '+1 617 555 0199' }]);
    sheet.edit([{ row: 0, column: 1, after: '+1 617 555 0198' }]);
    sheet.setPlan(PLAN, codes('update', 'unchanged', 'unchanged', 'unchanged', 'unchanged'));
    sheet.runChanged([], true);
    expect(sheet.isHeld('undo')).toBe(true);
    const { revision } = sheet;
    sheet.undo();
    expect([sheet.revision, sheet.cell(0, 1)]).toEqual([revision, '+1 617 555 0198']);
    sheet.runChanged([[0, codes('applied')[0] ?? 0]], true);
    expect(sheet.isHeld('undo')).toBe(false);
    sheet.undo();
    expect(sheet.cell(0, 1)).toBe('+1 617 555 0100');
    expect(sheet.isHeld('redo')).toBe(false);
  });
});
