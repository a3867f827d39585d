import { afterFrame } from '../../model/breathe.ts';
import type { Touched } from '../../model/touched.ts';
import { useGrid } from './grid-state.ts';

/** Goes to what an undo or redo changed and selects it, as far as it is shown. */
export async function showTouched(touched: Touched | null | undefined): Promise<void> {
  if (!touched) return;
  // Rows may have come or gone by it.
  await afterFrame();
  useGrid.getState().ranges?.select(touched.rows, touched.columns);
}
