import type { ReactElement } from 'react';
import type { PlanRowView } from '../../../contract/plan-schemas.ts';
import type { RowId } from '../../../core/diagnostic.ts';
import { clockTime, seconds } from '../formats.ts';
import { INSPECTOR } from '../words/inspector.ts';
import { CopyButton } from './copy-button.tsx';

interface AttemptListProps {
  readonly row: RowId;
  readonly attempts: PlanRowView['attempts'];
}

/** Every request that was sent for the row: when, what was answered and how long that took, and Atlas' id of it. */
export function AttemptList({ row, attempts }: AttemptListProps): ReactElement {
  return (
    <section className="inspector-section">
      <h3>{INSPECTOR.attempts}</h3>
      <ol className="attempts">
        {attempts.map(({ number, sentAt, answeredAt, answer, requestId }) => (
          <li key={number}>
            <span className="attempt-time">{clockTime(sentAt)}</span>
            <div>
              <p>{answer === '' ? INSPECTOR.unanswered : answer}</p>
              {answeredAt !== null && (
                <p className="quiet">
                  {INSPECTOR.took(seconds(Date.parse(answeredAt) - Date.parse(sentAt)))}
                </p>
              )}
              {requestId !== '' && (
                <p className="attempt-id">
                  <code>{INSPECTOR.requestId(requestId)}</code>
                  <CopyButton
                    row={row}
                    what={{ requestIdOf: number }}
                    label={INSPECTOR.copyRequestId}
                    iconOnly
                  />
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
