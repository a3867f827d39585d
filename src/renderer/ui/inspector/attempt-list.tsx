import type { ReactElement } from 'react';
import type { PlanRowView } from '../../../contract/plan-schemas.ts';
import { clockTime } from '../formats.ts';
import { INSPECTOR } from '../words/inspector.ts';

export function AttemptList({ attempts }: { readonly attempts: PlanRowView['attempts'] }): ReactElement {
  return (
    <section className="inspector-section">
      <h3>{INSPECTOR.attempts}</h3>
      <ol className="attempts">
        {attempts.map(({ number, sentAt, answer, requestId }) => (
          <li key={number}>
            <span className="attempt-time">{clockTime(sentAt)}</span>
            <div>
              <p>{answer}</p>
              {requestId !== '' && !answer.includes(requestId) && (
                <code>{INSPECTOR.requestId(requestId)}</code>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
