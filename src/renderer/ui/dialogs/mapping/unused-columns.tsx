import type { ReactElement } from 'react';
import type { Column } from '../../../../core/sheet.ts';
import { Icon } from '../../icon.tsx';
import { MAPPING } from '../../words/mapping.ts';
import { ColumnRows } from './column-rows.tsx';

interface UnusedColumnsProps {
  readonly columns: readonly Column[];
  readonly isUnfolded: boolean;
  readonly onUnfold: (isUnfolded: boolean) => void;
  readonly row: (column: Column) => ReactElement;
}

const NAMED = 4;

/** The columns of a wide sheet that are not used, folded into one line. */
export function UnusedColumns({ columns, isUnfolded, onUnfold, row }: UnusedColumnsProps): ReactElement {
  return (
    <tbody className="mapping-unused">
      <tr>
        <td colSpan={3}>
          <button
            type="button"
            className="unfold"
            aria-expanded={isUnfolded}
            onClick={() => onUnfold(!isUnfolded)}
          >
            <Icon name="open_menu" />
            <strong>{MAPPING.unused(columns.length)}</strong>
            {!isUnfolded && (
              <span className="unfold-names">
                {columns
                  .slice(0, NAMED)
                  .map(({ name }) => name)
                  .join(', ')}
                {columns.length > NAMED && ', …'}
              </span>
            )}
          </button>
        </td>
      </tr>
      {isUnfolded && <ColumnRows columns={columns} row={row} />}
    </tbody>
  );
}
