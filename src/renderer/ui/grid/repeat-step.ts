import { afterFrame } from '../../model/breathe.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import type { Touched } from '../../model/touched.ts';
import { GRID } from '../words/grid.ts';
import { sayInGrid, useGrid } from './grid-state.ts';

/** Undoes the last step, or does it again, and shows where; says why where a run is still at one of its rows. */
export async function repeatStep(sheet: SheetModel | null, which: 'undo' | 'redo'): Promise<void> {
  if (sheet?.isHeld(which)) sayInGrid({ text: GRID.held[which] });
  else await showTouched(sheet?.[which]());
}

/** Goes to what an undo or redo changed and selects it, as far as it is shown. */
async function showTouched(touched: Touched | null | undefined): Promise<void> {
  if (!touched) return;
  // Rows may have come or gone by it.
  await afterFrame();
  useGrid.getState().ranges?.select(touched.rows, touched.columns);
}
