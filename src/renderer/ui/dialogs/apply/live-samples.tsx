import type { ReactElement } from 'react';
import type { PlanSummary } from '../../../../contract/plan-schemas.ts';
import { Icon } from '../../icon.tsx';
import { APPLY } from '../../words/apply.ts';

/** Two of the plan's customers as they are: whoever sees strangers has the wrong connection or the wrong file. */
export function LiveSamples({ samples }: Pick<PlanSummary, 'samples'>): ReactElement {
  return (
    <div className="callout callout-live">
      <Icon name="live" />
      <div>
        <strong>{APPLY.liveTitle}</strong>
        {samples.length > 0 && <p>{APPLY.liveLead}</p>}
        <ul className="samples">
          {samples.map(({ customerId, name, email }) => (
            <li key={customerId}>
              <strong>{name}</strong>
              <span className="quiet">{email}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
