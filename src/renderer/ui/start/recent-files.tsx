import { type ReactElement, useId } from 'react';
import { actions, useWorkspace } from '../../store.ts';
import { dayAndTime } from '../formats.ts';
import { Icon } from '../icon.tsx';
import { START } from '../words/start.ts';

/** Files that were imported lately; opening one imports it as it is now. */
export function RecentFiles(): ReactElement | null {
  const files = useWorkspace((state) => state.recent);
  const titleId = useId();
  if (files.length === 0) return null;
  return (
    <section className="recent" aria-labelledby={titleId}>
      <div className="recent-head">
        <h2 id={titleId}>{START.recent}</h2>
        <button
          type="button"
          className="button button-ghost button-small"
          data-recent-clear
          onClick={() => {
            focusImport();
            void actions.clearRecent();
          }}
        >
          {START.clearRecent}
        </button>
      </div>
      <ul>
        {files.map(({ id, fileName, folder, openedAt, isMissing }) => (
          <li key={id} data-recent={fileName}>
            <Icon name={isMissing ? 'warning' : 'sheet'} />
            <div className="session-name">
              <strong>{fileName}</strong>
              <span className="quiet">
                {isMissing ? START.missing : START.openedAt(dayAndTime(openedAt))}
              </span>
              <span className="quiet recent-folder">{folder}</span>
            </div>
            <button
              type="button"
              className="button button-ghost"
              aria-label={START.forgetOf(fileName)}
              onClick={({ currentTarget }) => {
                focusNextTo(currentTarget);
                void actions.forgetRecent(id);
              }}
            >
              {START.forget}
            </button>
            {!isMissing && (
              <button
                type="button"
                className="button button-plain"
                aria-label={START.openOf(fileName)}
                onClick={() => void actions.openRecent(id)}
              >
                {START.open}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const focusImport = (): void => document.querySelector<HTMLElement>('[data-command="file.import"]')?.focus();

/** The item goes with its buttons, and the keyboard must not go with them. */
function focusNextTo(button: HTMLElement): void {
  const item = button.closest('li');
  const next = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector('button');
  if (next) next.focus();
  else focusImport();
}
