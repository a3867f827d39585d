import type { ReactElement } from 'react';
import type { PlanSummary } from '../../../contract/plan-schemas.ts';
import { useWorkspace } from '../../store.ts';
import { dayAndTime } from '../formats.ts';
import { Icon } from '../icon.tsx';
import { ModeBadge } from '../mode-badge.tsx';
import { PlanTotals } from '../plan-totals.tsx';
import { APPLY } from '../words/apply.ts';
import { INSPECTOR } from '../words/inspector.ts';
import { LeftOutNote } from './left-out-note.tsx';

/** What the plan comes to, while no row is selected: what to look at before applying it. */
export function PlanOverview({ plan }: { readonly plan: PlanSummary }): ReactElement {
  const { connection, createdAt, customers, warnings } = plan;
  const isApplied = useWorkspace(({ job }) => job.kind === 'running' || job.kind === 'ended');
  return (
    <>
      <header className="inspector-head">
        <h2>{isApplied ? INSPECTOR.run : INSPECTOR.plan}</h2>
        {!isApplied && <span className="quiet">{dayAndTime(createdAt)}</span>}
        <span className="inspector-target">
          <ModeBadge mode={connection.mode} />
        </span>
      </header>
      <div className="inspector-body">
        {!isApplied && <p>{INSPECTOR.planned(customers, connection.name)}</p>}
        {!isApplied && plan.leftOut > 0 && <LeftOutNote rows={plan.leftOut} />}
        <PlanTotals plan={plan} />
        {warnings.length > 0 && (
          <section className="inspector-section">
            <h3>{INSPECTOR.lookAt}</h3>
            <ul className="findings">
              {warnings.map(({ message, rows }) => (
                <li key={message} className="finding finding-warning">
                  <Icon name="warning" />
                  <div className="finding-words">
                    <p>{message}</p>
                    <span className="quiet">{APPLY.acknowledge(rows)}</span>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="quiet">{INSPECTOR.none}</p>
      </div>
    </>
  );
}
