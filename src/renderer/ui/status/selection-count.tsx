import { type ReactElement, useEffect, useState } from 'react';
import { useView } from '../view-state.ts';
import { GRID } from '../words/grid.ts';

/** Long enough that a selection being drawn is read out once. */
const WAIT_MS = 300;

/** How much is selected, where it is more than one cell; read out when it has settled. */
export function SelectionCount(): ReactElement {
  const rows = useView(({ selection }) => selection?.rowCount ?? 0);
  const columns = useView(({ selection }) => selection?.columns.length ?? 0);
  const isMore = rows * columns > 1;
  const text = isMore ? GRID.selected(rows, columns) : '';
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <>
      {isMore && <span aria-hidden="true">{GRID.selectedCells(rows, columns)}</span>}
      <span className="said" role="status">
        {said}
      </span>
    </>
  );
}
