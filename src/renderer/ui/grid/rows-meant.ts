import type { RowId } from '../../../core/diagnostic.ts';
import type { WorkspaceState } from '../../model/workspace-state.ts';
import { selectedRange, useView } from '../view-state.ts';

/** The selected rows; with the cursor on a status the one it is in. */
export function rowsMeant({ selectedRow }: WorkspaceState): readonly RowId[] {
  const rows = selectedRange()?.rows ?? [];
  // The details may be about a row that the grid no longer has a cursor on.
  if (selectedRow === null || (rows.length > 1 && rows.includes(selectedRow))) return rows;
  return [selectedRow];
}

/** How many rows are meant, without going through them: asked whenever a button is drawn. */
export function rowCountMeant({ selectedRow }: WorkspaceState): number {
  const selection = useView.getState().selection;
  return selection && selection.rowCount > 1 ? selection.rowCount : Number(selectedRow !== null);
}
