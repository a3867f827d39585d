import { type ReactElement, useId } from 'react';
import { actions, runHistory, useWorkspace } from '../../store.ts';
import { dayAndTime } from '../formats.ts';
import { Icon } from '../icon.tsx';
import { START } from '../words/start.ts';

/** Each row as it stands: written, refused, to be looked up, not attempted yet. */
function lookAt(runId: string): void {
  runHistory.beginWith({ kind: 'run', id: runId });
  actions.showDialog('history');
}

/** Runs that died or were cut off, with what is known of their rows. */
export function UnfinishedRuns(): ReactElement | null {
  const runs = useWorkspace((state) => state.unfinished);
  const titleId = useId();
  if (runs.length === 0) return null;
  return (
    <section className="sessions" aria-labelledby={titleId}>
      <h2 id={titleId}>{START.unfinished}</h2>
      <p className="quiet">{START.unfinishedLead}</p>
      <ul>
        {runs.map(({ runId, fileName, startedAt, connection, total, left, inDoubt }) => (
          <li key={runId} data-run={runId}>
            <Icon name="pause" />
            <div className="session-name">
              <strong>{fileName}</strong>
              <span className="quiet">
                {connection.mode} · {connection.name}
                {startedAt !== null && ` · ${dayAndTime(startedAt)}`} ·{' '}
                {START.unfinishedRows(total, left, inDoubt)}
              </span>
            </div>
            <button
              type="button"
              className="button button-ghost"
              aria-label={START.rowsOf(fileName)}
              data-rows-of={runId}
              onClick={() => lookAt(runId)}
            >
              {START.showRows}
            </button>
            <button
              type="button"
              className="button button-plain"
              aria-label={START.goOnWith(fileName)}
              onClick={() => void actions.goOnWithRun(runId)}
            >
              {START.goOn}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
