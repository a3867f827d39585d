import { type ReactElement, useState } from 'react';
import type { Column } from '../../../../core/sheet.ts';
import { MAPPING } from '../../words/mapping.ts';

/** Rows drawn in one go: a thousand would hold up the window for half a second. */
const ROWS_AT_ONCE = 100;

interface ColumnRowsProps {
  readonly columns: readonly Column[];
  readonly row: (column: Column) => ReactElement;
}

/** A row for each column; beyond a hundred, more when they are asked for. */
export function ColumnRows({ columns, row }: ColumnRowsProps): ReactElement {
  const [most, setMost] = useState(ROWS_AT_ONCE);
  const left = columns.length - most;
  return (
    <>
      {columns.slice(0, most).map(row)}
      {left > 0 && (
        <tr>
          <td colSpan={3}>
            <button type="button" className="link" onClick={() => setMost(most + ROWS_AT_ONCE)}>
              {MAPPING.moreColumns(Math.min(left, ROWS_AT_ONCE), left)}
            </button>
          </td>
        </tr>
      )}
    </>
  );
}
