import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FIRST_STATE } from '../../src/renderer/model/first-state.ts';
import type { WorkspaceState } from '../../src/renderer/model/workspace-state.ts';
import { PLAN_COMMANDS } from '../../src/renderer/ui/commands/plan-commands.ts';
import { useView } from '../../src/renderer/ui/view-state.ts';
import { codes, liveSheet, PLAN } from '../renderer-model/support.ts';

const asked = vi.hoisted((): (readonly number[])[] => []);

vi.mock('../../src/renderer/store.ts', () => ({
  actions: { dryRunAgain: (rows: readonly number[]) => void asked.push(rows) },
  workspace: {},
  useWorkspace: () => undefined,
}));

beforeEach(() => asked.splice(0));

/** Three rows that were refused; of the rows the details are about one. */
function refused(selectedRow: number): WorkspaceState {
  const sheet = liveSheet('Customer ID,Phone\na,1\nb,2\nc,3\n');
  sheet.setPlan(PLAN, codes('rejected', 'rejected', 'rejected'));
  return { ...FIRST_STATE, sheet, selectedRow };
}

const select = (...rows: readonly number[]): void =>
  useView.setState({ selection: { rowCount: rows.length, columns: [1], rows: () => rows } });

const command = PLAN_COMMANDS['plan.again_selected'];

describe('planning selected rows again', () => {
  it('means all of them, where the details are about one of them', async () => {
    select(0, 1);
    expect(command.label(refused(1))).toContain('2 rows');
    await command.run(refused(1));
    expect(asked).toEqual([[0, 1]]);
  });

  it('means the row of the details, where the grid has its cursor elsewhere', async () => {
    select(2);
    expect(command.label(refused(1))).toContain('this row');
    await command.run(refused(1));
    expect(asked).toEqual([[1]]);
  });
});
