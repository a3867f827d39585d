import type { ReactElement } from 'react';
import type { ColumnIndex } from '../../../core/diagnostic.ts';
import type { ColumnGroup } from '../../model/fixes/column-groups.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { PREVIEW } from '../words/fixes.ts';

interface ColumnChoiceProps {
  readonly sheet: SheetModel;
  readonly groups: readonly ColumnGroup[];
  readonly ticked: ReadonlySet<ColumnIndex>;
  readonly onTick: (ticked: ReadonlySet<ColumnIndex>) => void;
}

/** Which columns are changed, with what that comes to where it is more than an edit. */
export function ColumnChoice({ sheet, groups, ticked, onTick }: ColumnChoiceProps): ReactElement {
  return (
    <fieldset className="preview-choice">
      <legend>{PREVIEW.columns}</legend>
      {groups.map(({ column, cells, use }) => (
        <label key={column} className="check-line">
          <input
            type="checkbox"
            checked={ticked.has(column)}
            data-column={column}
            onChange={({ target }) =>
              onTick(target.checked ? ticked.union(new Set([column])) : ticked.difference(new Set([column])))
            }
          />
          <span>
            {sheet.columns[column]?.name} <span className="quiet">{PREVIEW.cells(cells)}</span>
            {PREVIEW.use[use] !== '' && <span className={`column-use use-${use}`}>{PREVIEW.use[use]}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
