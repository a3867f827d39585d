import { type ReactElement, type SubmitEvent, useState } from 'react';
import type { PlanSummary } from '../../../../contract/plan-schemas.ts';
import { estimateRun } from '../../../../core/estimate-run.ts';
import type { SheetModel } from '../../../model/sheet-model.ts';
import { actions, useWorkspace } from '../../../store.ts';
import { dayAndTime } from '../../formats.ts';
import { ModeBadge } from '../../mode-badge.tsx';
import { PlanTotals } from '../../plan-totals.tsx';
import { APPLY } from '../../words/apply.ts';
import { Dialog } from '../dialog.tsx';
import { ApprovedPlan, isApprovalReadable } from './approved-plan.tsx';
import { confirmationOf, missingOf } from './confirmation.ts';
import { LiveChecks } from './live-checks.tsx';
import { LiveSamples } from './live-samples.tsx';

export interface ApplyDialogProps {
  readonly sheet: SheetModel;
  readonly plan: PlanSummary;
  readonly onClose: () => void;
}

const MISSING_ID = 'apply-missing';

/** Enter in a field confirms nothing: who has just typed a number has not chosen the button yet. */
const stayOpen = (event: SubmitEvent): void => event.preventDefault();

/** Says what will happen and asks: once for TEST, with all that LIVE demands for LIVE. Cancel is the default. */
export function ApplyDialog({ sheet, plan, onClose }: ApplyDialogProps): ReactElement {
  const { work } = useWorkspace((state) => state.settings);
  const [confirmation, setConfirmation] = useState(confirmationOf(plan));
  const [approved, setApproved] = useState('');
  const [isStarting, setIsStarting] = useState(false);
  const { connection } = plan;
  const customers = sheet.counts.update ?? 0;
  const { canRead, perMinute } = plan;
  const estimate = estimateRun({ customers, mode: connection.mode, canRead, perMinute, work });
  const stale = sheet.counts.stale ?? 0;
  const isLive = connection.mode === 'LIVE';
  const missing = isLive ? missingOf(confirmation, customers) : [];
  const confirmed = !isStarting && isApprovalReadable(plan.hash, approved) && missing.length === 0;
  const apply = async (): Promise<void> => {
    setIsStarting(true);
    // Closes the dialog where it starts; where it is refused, the dialog says why, and nothing typed is lost.
    const reason = confirmation.reason.trim();
    await actions.apply({
      customers,
      ...(approved.trim() !== '' && { approvedHash: approved }),
      ...(reason !== '' && { reason }),
    });
    setIsStarting(false);
  };
  return (
    <Dialog
      title={APPLY.title(customers)}
      lead={APPLY.madeAt(dayAndTime(plan.createdAt))}
      kind="card"
      isLive={isLive}
      focus="marked"
      onClose={onClose}
      footer={
        <>
          {missing.length > 0 && (
            <p id={MISSING_ID} className="apply-missing">
              {APPLY.missing(missing)}
            </p>
          )}
          <button type="button" className="button button-plain" data-initial-focus onClick={onClose}>
            {APPLY.cancel}
          </button>
          <button
            type="button"
            className={`button ${isLive ? 'button-live' : 'button-primary'}`}
            disabled={!confirmed}
            aria-describedby={missing.length > 0 ? MISSING_ID : undefined}
            data-confirm="apply"
            onClick={() => void apply()}
          >
            {APPLY.apply(customers)}
          </button>
        </>
      }
    >
      <form className="apply" onSubmit={stayOpen}>
        <div className="apply-target">
          <ModeBadge mode={connection.mode} />
          <strong>{connection.name}</strong>
          <span className="quiet">{connection.baseUrl}</span>
        </div>
        {isLive && <LiveSamples samples={plan.samples} />}
        <PlanTotals plan={plan} />
        <div className="apply-facts">
          <p>{canRead ? APPLY.safety(customers, work) : APPLY.noReading}</p>
          {isLive && work.pilotRows > 0 && customers > work.pilotRows && <p>{APPLY.pilot(work)}</p>}
          {plan.leftOut > 0 && <p>{APPLY.leftOut(plan.leftOut)}</p>}
          {stale > 0 && <p>{APPLY.stale(stale)}</p>}
          <p>{APPLY.time(estimate)}</p>
          {canRead && <p>{APPLY.undo}</p>}
        </div>
        <ApprovedPlan hash={plan.hash} copied={approved} onChange={setApproved} />
        {isLive && (
          <LiveChecks
            plan={plan}
            customers={customers}
            confirmation={confirmation}
            onChange={setConfirmation}
          />
        )}
      </form>
    </Dialog>
  );
}
