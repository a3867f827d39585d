import { type ReactElement, useEffect, useRef } from 'react';
import type { SheetModel } from '../../model/sheet-model.ts';
import { actions, useWorkspace, workspace } from '../../store.ts';
import { type SelectedCells, useView } from '../view-state.ts';
import { rowsIn } from './grid-range.ts';
import { sayInGrid, useGrid } from './grid-state.ts';
import { pageNonce } from './page-nonce.ts';
import type { Selection } from './selection.ts';
import { SheetGrid } from './sheet-grid.ts';

/** Where the grid is mounted, once per sheet. React renders nothing in it. */
export function GridHost({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  const container = useRef<HTMLDivElement>(null);
  const grid = useRef<SheetGrid>(null);
  const selectedRow = useWorkspace((state) => state.selectedRow);
  const goTo = useView((view) => view.goTo);

  useEffect(() => {
    if (container.current === null) return undefined;
    const made = new SheetGrid({
      container: container.current,
      model: sheet,
      styleNonce: pageNonce(),
      selectedRow: () => workspace.getState().selectedRow,
      onSelect: (row, column) => actions.select(row, column),
      onSelection: (selection) => useView.setState({ selection: cellsOf(selection) }),
      onCopied: (action) => void actions.useClipboard(action),
      say: sayInGrid,
      onColumns: (hiddenColumns) => useGrid.setState({ hiddenColumns }),
    });
    grid.current = made;
    useGrid.setState({ ranges: made.ranges, settleCursor: () => made.settleCursor() });
    return () => {
      grid.current = null;
      useView.setState({ goTo: null, selection: null });
      useGrid.setState(useGrid.getInitialState());
      made.destroy();
    };
  }, [sheet]);

  useEffect(() => grid.current?.markSelected(selectedRow), [selectedRow]);
  useEffect(() => {
    if (goTo) grid.current?.goTo(goTo.row, goTo.column);
  }, [goTo]);

  return <div className="grid" ref={container} />;
}

function cellsOf(selection: Selection): SelectedCells | null {
  const { range } = selection;
  return (
    range && {
      rowCount: rowsIn(range),
      columns: selection.columns(range),
      rows: () => selection.rows(),
    }
  );
}
