import type { ReactElement } from 'react';
import { number } from '../../../core/words/text.ts';
import type { PlanWarningKind } from '../../model/fixes/plan-warning-kinds.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { EVERY_ROW } from '../../model/sheet-view.ts';
import { Icon } from '../icon.tsx';
import { FINDINGS, PLAN_WARNING_TITLES } from '../words/finding-kinds.ts';
import { previewPlanFixes } from './fix-all.ts';

interface PlanKindRowProps {
  readonly sheet: SheetModel;
  readonly kind: PlanWarningKind;
}

/** One kind of what the dry run warns of. Choosing it shows only the rows that have it; again, all of them. */
export function PlanKindRow({ sheet, kind }: PlanKindRowProps): ReactElement {
  const { code, figure, rows, rowsToFix } = kind;
  const title = PLAN_WARNING_TITLES[code];
  const isShown = sheet.figure?.id === figure.id;
  return (
    <li className={`kind kind-warning${isShown ? ' is-shown' : ''}`}>
      <Icon name="warning" />
      <button
        type="button"
        className="kind-title"
        aria-pressed={isShown}
        title={FINDINGS.showKind(title)}
        data-kind={code}
        onClick={() => (isShown ? sheet.show(EVERY_ROW) : void sheet.showFigure(figure))}
      >
        <span>{title}</span> <span className="quiet">{number(rows)}</span>
      </button>
      <p className="quiet">{FINDINGS.ofPlan}</p>
      <div className="kind-actions">
        {rowsToFix.size > 0 && (
          <button
            type="button"
            className="button button-plain button-small"
            data-fix={code}
            onClick={() => void previewPlanFixes(sheet, kind)}
          >
            {FINDINGS.fix(rowsToFix.size)}
          </button>
        )}
      </div>
    </li>
  );
}
