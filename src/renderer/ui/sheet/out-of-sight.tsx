import type { ReactElement } from 'react';
import type { SheetModel } from '../../model/sheet-model.ts';
import { useGrid } from '../grid/grid-state.ts';
import { Icon } from '../icon.tsx';
import { GRID } from '../words/grid.ts';

/** What is not seen of the sheet, so that nobody forgets it: rows behind filters, columns that are hidden. */
export function OutOfSight({ sheet }: { readonly sheet: SheetModel }): ReactElement | null {
  const hidden = useGrid((grid) => grid.hiddenColumns);
  const ranges = useGrid((grid) => grid.ranges);
  const filters = sheet.filters.size;
  if (filters === 0 && hidden.length === 0) return null;
  return (
    <div className="out-of-sight">
      {filters > 0 && (
        <button
          type="button"
          className="button button-plain button-small"
          title={GRID.filter.clearAll}
          data-out-of-sight="rows"
          onClick={() => sheet.show({ filters: new Map() })}
        >
          <Icon name="filter" />
          {GRID.filter.count(filters)}
          <Icon name="close" />
        </button>
      )}
      {hidden.length > 0 && (
        <button
          type="button"
          className="button button-plain button-small"
          title={hidden.map((column) => sheet.columns[column]?.name ?? '').join(', ')}
          data-out-of-sight="columns"
          onClick={() => ranges?.columns.show(hidden)}
        >
          {GRID.column.hiddenCount(hidden.length)}
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
