import { create } from 'zustand';
import type { ColumnIndex } from '../../../core/diagnostic.ts';
import type { Ranges } from './ranges.ts';

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
  /** What is selected of the open sheet, and what can be done to it. */
  readonly ranges: Ranges | null;
  /** Tells where the cursor is by now; otherwise that is told only once it is painted there. */
  readonly settleCursor: () => void;
  readonly hiddenColumns: readonly ColumnIndex[];
  readonly note: GridNote | null;
  readonly menu: GridMenu | null;
}

/** What React shows of the grid, and does to it. */
export const useGrid = create<GridState>(() => ({
  ranges: null,
  settleCursor: () => undefined,
  hiddenColumns: [],
  note: null,
  menu: null,
}));

export const sayInGrid = (note: GridNote | null): void => useGrid.setState({ note });
export const openGridMenu = (menu: GridMenu): void => useGrid.setState({ menu });
export const closeGridMenu = (): void => useGrid.setState({ menu: null });
