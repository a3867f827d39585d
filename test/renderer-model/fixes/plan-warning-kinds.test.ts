import { describe, expect, it } from 'vitest';
import type { FigureView } from '../../../src/contract/figure-schemas.ts';
import { inSlices } from '../../../src/renderer/model/breathe.ts';
import { collectPlanFixes, planFixes } from '../../../src/renderer/model/fixes/plan-fixes.ts';
import { PlanWarningKinds } from '../../../src/renderer/model/fixes/plan-warning-kinds.ts';
import { codes, fakeHost, frame, liveSheet, PLAN } from '../support.ts';

const POSTAL = 1;
const TEXT = ['customer_id,billing_address.postal_code', 'a,2138', 'b,7102', 'c,1067', 'd,10115'].join('\n');

const warning = (code: string, rows: number): FigureView => ({
  id: `warning ${code}`,
  subject: { kind: 'warning', code, message: code },
  rows,
});

const FIGURES: readonly FigureView[] = [
  { id: 'field x', subject: { kind: 'field', field: 'billing_address.postal_code' }, rows: 4 },
  warning('leading_zero_lost', 3),
  warning('old_parts_kept', 1),
  warning('postal_code_unusual', 1),
];

const ROWS = new Map([
  ['warning leading_zero_lost', [0, 1, 2]],
  ['warning old_parts_kept', [3]],
  ['warning postal_code_unusual', [3]],
]);

function planned() {
  const host = fakeHost({
    'plan.figure_rows': ({ figure }) => Uint32Array.from(ROWS.get(figure) ?? []),
    'plan.slice': ({ rows }) =>
      rows.map((row) => ({
        row,
        state: 'update',
        message: '',
        changes: [],
        warnings: [
          { code: 'old_parts_kept', message: '', fields: [] },
          {
            code: 'leading_zero_lost',
            message: '',
            fields: ['billing_address.postal_code'],
            fix: { label: '', text: `0${sheet.cell(row, POSTAL)}` },
          },
        ],
      })),
  });
  const sheet = liveSheet(TEXT, host);
  sheet.setPlan({ ...PLAN, figures: [...FIGURES] }, codes('update', 'update', 'update', 'update'));
  const kinds = new PlanWarningKinds(sheet, () => undefined);
  const counted = () => kinds.kinds.map(({ code, rows, rowsToFix }) => [code, rows, [...rowsToFix]]);
  return { host, sheet, kinds, counted };
}

describe('what only the dry run warns of', () => {
  it('is counted by kind, without the sheet’s own findings and with the rows that it can fix', async () => {
    const { counted } = planned();
    await frame();
    expect(counted()).toEqual([
      ['leading_zero_lost', 3, [0, 1, 2]],
      ['old_parts_kept', 1, []],
    ]);
  });

  it('loses rows that are edited or left out, and kinds that have no row any more', async () => {
    const { sheet, counted } = planned();
    await frame();
    sheet.edit([{ row: 0, column: POSTAL, after: '02138' }]);
    sheet.exclude([3]);
    await frame();
    expect(counted()).toEqual([['leading_zero_lost', 2, [1, 2]]]);
  });

  it('of a plan that was applied is no longer fixed', async () => {
    const { sheet, counted } = planned();
    await frame();
    sheet.runChanged([[0, codes('applied')[0] ?? 0]], true);
    await frame();
    expect(counted()[0]).toEqual(['leading_zero_lost', 3, [1, 2]]);
  });

  it('goes with the plan', async () => {
    const { sheet, counted } = planned();
    await frame();
    sheet.setPlan(null);
    await frame();
    expect(counted()).toEqual([]);
  });

  it('is forgotten where the plan goes while its rows are asked for', async () => {
    const { sheet, counted } = planned();
    sheet.setPlan(null);
    await frame();
    expect(counted()).toEqual([]);
  });
});

describe('fixes of the dry run’s warnings', () => {
  it('are those of one kind, for rows that were not edited meanwhile', async () => {
    const { sheet } = planned();
    const fixes = await planFixes(sheet, [0, 1, 2], 'leading_zero_lost');
    sheet.edit([{ row: 1, column: POSTAL, after: '07103' }]);
    const proposed = await inSlices(collectPlanFixes(sheet, 'all', fixes), () => undefined);
    expect(proposed.changes).toEqual([
      { row: 0, column: POSTAL, before: '2138', after: '02138' },
      { row: 2, column: POSTAL, before: '1067', after: '01067' },
    ]);
    expect((await planFixes(sheet, [0], 'old_parts_kept')).size).toBe(0);
  });
});
