import type { SheetModel } from '../model/sheet-model.ts';
import { useWorkspace } from '../store.ts';

/** The open sheet, drawn again whenever something of it changed that is shown outside the grid. */
export function useSheet(): SheetModel | null {
  useWorkspace((state) => state.sheetVersion);
  return useWorkspace((state) => state.sheet);
}
