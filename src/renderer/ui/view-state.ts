import { create } from 'zustand';
import type { ColumnIndex, RowId } from '../../core/diagnostic.ts';

/** The cells selected in the grid: of each of some rows those of some columns. */
export interface SelectedCells {
  readonly rowCount: number;
  readonly columns: readonly ColumnIndex[];
  /** In the order shown; worked out when asked, since they may be all of a large sheet. */
  readonly rows: () => readonly RowId[];
}

/** What only the screen itself has to know; gone when the window closes. */
interface ViewState {
  readonly inspectorIsOpen: boolean;
  readonly inspectorWidth: number;
  /** Sessions whose findings about the file were read and put away. */
  readonly findingsPutAway: ReadonlySet<string>;
  readonly selection: SelectedCells | null;
  /** A cell that the grid should go to; a new object each time. */
  readonly goTo: { readonly row: RowId; readonly column: ColumnIndex | undefined } | null;
}

export const INSPECTOR_WIDTHS = { least: 280, usual: 352, most: 640 } as const;

export const useView = create<ViewState>(() => ({
  inspectorIsOpen: true,
  inspectorWidth: INSPECTOR_WIDTHS.usual,
  findingsPutAway: new Set(),
  selection: null,
  goTo: null,
}));

export const toggleInspector = (): void =>
  useView.setState(({ inspectorIsOpen }) => ({ inspectorIsOpen: !inspectorIsOpen }));

export const resizeInspector = (width: number): void =>
  useView.setState({
    inspectorWidth: Math.round(Math.min(INSPECTOR_WIDTHS.most, Math.max(INSPECTOR_WIDTHS.least, width))),
  });

export const putFindingsAway = (sessionId: string): void =>
  useView.setState(({ findingsPutAway }) => ({ findingsPutAway: new Set([...findingsPutAway, sessionId]) }));

export const goTo = (row: RowId, column: ColumnIndex | undefined): void =>
  useView.setState({ goTo: { row, column } });

/** What is selected in the grid now, for whatever is done to "the selection". */
export function selectedRange(): {
  readonly rows: readonly RowId[];
  readonly columns: readonly ColumnIndex[];
} | null {
  const { selection } = useView.getState();
  return selection && { rows: selection.rows(), columns: selection.columns };
}
