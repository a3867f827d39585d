import { type ReactElement, useMemo } from 'react';
import type { PlanSummary } from '../../../contract/plan-schemas.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { useWorkspace } from '../../store.ts';
import { SUMMARY_HEADING_ID } from '../dom-ids.ts';
import { dayAndTime } from '../formats.ts';
import { ModeBadge } from '../mode-badge.tsx';
import { INSPECTOR } from '../words/inspector.ts';
import { REVIEW } from '../words/review.ts';
import { reviewGroups } from './review-groups.ts';
import { ReviewHead } from './review-head.tsx';
import { DelicateLines, FieldLines, Surprises, UndoLines, WarningLines } from './review-sections.tsx';
import { RunHead } from './run-head.tsx';
import { StateLines } from './state-lines.tsx';

interface ReviewSummaryProps {
  readonly sheet: SheetModel;
  readonly plan: PlanSummary;
}

/** What the plan comes to, in figures that lead to their rows: what one decides by. */
export function ReviewSummary({ sheet, plan }: ReviewSummaryProps): ReactElement {
  const job = useWorkspace((state) => state.job);
  const run = job.kind === 'running' || job.kind === 'ended' ? job : undefined;
  const isApplied = run !== undefined;
  const groups = useMemo(() => reviewGroups(plan), [plan]);
  return (
    <>
      <header className="inspector-head">
        <h2 id={SUMMARY_HEADING_ID} tabIndex={-1}>
          {isApplied ? INSPECTOR.run : INSPECTOR.plan}
        </h2>
        {!isApplied && <span className="quiet">{dayAndTime(plan.createdAt)}</span>}
        <span className="inspector-target">
          <ModeBadge mode={plan.connection.mode} />
        </span>
      </header>
      <div className="inspector-body review">
        {run ? <RunHead sheet={sheet} job={run} /> : <ReviewHead sheet={sheet} plan={plan} />}
        {run && <StateLines sheet={sheet} stages="run" />}
        <FieldLines sheet={sheet} groups={groups} title={isApplied ? REVIEW.wanted : REVIEW.changes} />
        {!isApplied && <Surprises sheet={sheet} plan={plan} />}
        <DelicateLines sheet={sheet} groups={groups} />
        <UndoLines sheet={sheet} groups={groups} />
        <WarningLines sheet={sheet} groups={groups} />
        <StateLines sheet={sheet} stages="before_run" />
        <p className="quiet">
          {REVIEW.hint} {INSPECTOR.none}
        </p>
      </div>
    </>
  );
}
