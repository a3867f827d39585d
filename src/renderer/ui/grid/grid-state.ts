import { create } from 'zustand';
import type { ColumnIndex } from '../../../core/diagnostic.ts';
import type { CellWork } from './cell-work.ts';

/** Something the grid has to say, and what can be done about it. */
export interface GridNote {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** A menu that is open, and the point of the window it belongs to. */
export type GridMenu = { readonly x: number; readonly y: number } & (
  | { readonly kind: 'cells' }
  | { readonly kind: 'column'; readonly column: ColumnIndex }
);

interface GridState {
  /** What can be done to the selected cells of the open sheet. */
  readonly work: CellWork | null;
  readonly note: GridNote | null;
  readonly menu: GridMenu | null;
}

/** What React shows of the grid, and does to it. */
export const useGrid = create<GridState>(() => ({ work: null, note: null, menu: null }));

export const sayInGrid = (note: GridNote | null): void => useGrid.setState({ note });
export const openGridMenu = (menu: GridMenu | null): void => useGrid.setState({ menu });
