import { nextChange } from '../../model/next-change.ts';
import { nextWarningIn } from '../../model/next-finding.ts';
import type { WorkspaceState } from '../../model/workspace-model.ts';
import { useGrid } from '../grid/grid-state.ts';
import { goTo } from '../view-state.ts';

type State = Pick<WorkspaceState, 'sheet' | 'selectedRow' | 'selectedColumn'>;

/** Goes from the cursor to the next cell that the plan changes, or to the one before. */
export async function goToChange(state: State, direction: 1 | -1): Promise<void> {
  const { sheet, selectedRow: row, selectedColumn: column } = state;
  const columns = useGrid.getState().ranges?.columns.shown ?? [];
  if (!sheet) return;
  const from = row === null ? null : { row, column };
  const next = await nextChange(sheet, { from, columns, direction });
  if (next) goTo(next.row, next.column);
}

export async function goToWarning({ sheet, selectedRow }: State): Promise<void> {
  const next = sheet && (await nextWarningIn(sheet, selectedRow ?? undefined));
  if (next) goTo(next.row, next.column);
}
