import type { ReactElement } from 'react';
import type { PlanSummary } from '../../../contract/plan-schemas.ts';
import { estimateRun } from '../../../core/estimate-run.ts';
import { number } from '../../../core/words/text.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { EVERY_ROW } from '../../model/sheet-view.ts';
import { useWorkspace } from '../../store.ts';
import { LeftOutNote } from '../inspector/left-out-note.tsx';
import { estimateText } from '../words/apply.ts';
import { REVIEW } from '../words/review.ts';
import { isStateShown } from './state-lines.tsx';

interface ReviewHeadProps {
  readonly sheet: SheetModel;
  readonly plan: PlanSummary;
}

/** The number that everything else is about, and what it costs to have it done. */
export function ReviewHead({ sheet, plan }: ReviewHeadProps): ReactElement {
  const { connection, canRead, perMinute, leftOut } = plan;
  const customers = sheet.counts.update ?? 0;
  const stale = sheet.counts.stale ?? 0;
  const work = useWorkspace(({ settings }) => settings.work);
  const isShown = isStateShown(sheet, 'update');
  const estimate = estimateRun({ customers, mode: connection.mode, canRead, perMinute, work });
  return (
    <section className="review-head">
      {customers === 0 ? (
        <p>{REVIEW.nothing}</p>
      ) : (
        <>
          <button
            type="button"
            className="figure figure-whole"
            aria-pressed={isShown}
            data-figure="state update"
            onClick={() => sheet.show(isShown ? EVERY_ROW : { ...EVERY_ROW, tab: 'update' })}
          >
            <strong>{number(customers)}</strong>
            <span>{REVIEW.toUpdate(customers)}</span>
          </button>
          <p className="quiet">{REVIEW.at(connection.name)}</p>
          <p className="quiet">{REVIEW.takes(estimateText(estimate))}</p>
        </>
      )}
      {leftOut > 0 && <LeftOutNote rows={leftOut} />}
      {stale > 0 && <p className="review-stale">{REVIEW.stale(stale)}</p>}
    </section>
  );
}
