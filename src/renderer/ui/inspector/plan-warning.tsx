import type { ReactElement } from 'react';
import type { PlanWarningView } from '../../../contract/plan-schemas.ts';
import type { RowId } from '../../../core/diagnostic.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { Icon } from '../icon.tsx';

interface PlanWarningItemProps {
  readonly sheet: SheetModel;
  readonly row: RowId;
  readonly warning: PlanWarningView;
}

/** What the dry run warns of, with what the cell could hold instead where that is known. */
export function PlanWarningItem({ sheet, row, warning }: PlanWarningItemProps): ReactElement {
  const { message, fix, fields } = warning;
  const column = sheet.mapping.roles.findIndex(
    (role) => role.kind === 'write' && fields.includes(role.field),
  );
  return (
    <li className="finding finding-warning">
      <Icon name="warning" />
      <div className="finding-words">
        <p>{message}</p>
        {fix && column >= 0 && sheet.stateOf(row) === 'update' && (
          <button
            type="button"
            className="button button-plain button-small"
            disabled={sheet.lockOf(row) !== undefined}
            onClick={() => sheet.edit([{ row, column, after: fix.text }])}
          >
            {fix.label}
          </button>
        )}
      </div>
    </li>
  );
}
