import { type ReactElement, useId } from 'react';
import { actions, useWorkspace } from '../../store.ts';
import { dayAndTime } from '../formats.ts';
import { Icon } from '../icon.tsx';
import { START } from '../words/start.ts';

/** Sheets that were open when the app last ended. */
export function SessionList(): ReactElement | null {
  const sessions = useWorkspace((state) => state.recoverable);
  const titleId = useId();
  if (sessions.length === 0) return null;
  return (
    <section className="sessions" aria-labelledby={titleId}>
      <h2 id={titleId}>{START.sessions}</h2>
      <ul>
        {sessions.map(({ sessionId, fileName, savedAt, operations }) => (
          <li key={sessionId}>
            <Icon name="sheet" />
            <div className="session-name">
              <strong>{fileName}</strong>
              <span className="quiet">
                {dayAndTime(savedAt)} · {START.edits(operations)}
              </span>
            </div>
            <button
              type="button"
              className="button button-ghost"
              aria-label={START.discardOf(fileName)}
              onClick={() => void actions.discardSession(sessionId)}
            >
              {START.discard}
            </button>
            <button
              type="button"
              className="button button-plain"
              aria-label={START.continueOf(fileName)}
              onClick={() => void actions.openSession(sessionId)}
            >
              {START.open}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
