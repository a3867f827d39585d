import type { ReactElement } from 'react';
import type { PlanWarningView } from '../../../contract/plan-schemas.ts';
import type { RowId } from '../../../core/diagnostic.ts';
import { columnOfFields } from '../../model/fixes/plan-fixes.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { usePlanWarnings } from '../fixes/census-state.ts';
import { previewPlanFixes } from '../fixes/fix-all.ts';
import { Icon } from '../icon.tsx';
import { FINDINGS } from '../words/finding-kinds.ts';

interface PlanWarningItemProps {
  readonly sheet: SheetModel;
  readonly row: RowId;
  readonly warning: PlanWarningView;
}

/** What the dry run warns of, with what the cell could hold instead where that is known. */
export function PlanWarningItem({ sheet, row, warning }: PlanWarningItemProps): ReactElement {
  const { message, fix, fields, code } = warning;
  const ofKind = usePlanWarnings(sheet)?.kinds.find((kind) => kind.code === code);
  const column = columnOfFields(sheet.mapping, fields);
  return (
    <li className="finding finding-warning">
      <Icon name="warning" />
      <div className="finding-words">
        <p>{message}</p>
        {fix && column !== undefined && sheet.stateOf(row) === 'update' && (
          <div className="fix-buttons">
            <button
              type="button"
              className="button button-plain button-small"
              disabled={sheet.lockOf(row) !== undefined}
              onClick={() => sheet.edit([{ row, column, after: fix.text }])}
            >
              {fix.label}
            </button>
            {ofKind && ofKind.rowsToFix.size > 1 && (
              <button
                type="button"
                className="button button-plain button-small"
                onClick={() => void previewPlanFixes(sheet, ofKind)}
              >
                {FINDINGS.fixKind(ofKind.rowsToFix.size)}
              </button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
