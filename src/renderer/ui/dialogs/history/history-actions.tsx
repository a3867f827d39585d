import type { ReactElement } from 'react';
import type { HistoryEntry } from '../../../../contract/history-schemas.ts';
import { PRACTICE_NAME } from '../../../../core/words/host.ts';
import { actions, runHistory, useWorkspace } from '../../../store.ts';
import { Icon } from '../../icon.tsx';
import { isPlanning, isRunning } from '../../job-state.ts';
import { HISTORY } from '../../words/history.ts';

interface HistoryActionsProps {
  readonly entry: HistoryEntry;
  readonly onDelete: () => void;
}

const REPORTS = [
  ['csv', HISTORY.reportCsv],
  ['html', HISTORY.reportHtml],
  ['failed', HISTORY.reportFailed],
  ['json', HISTORY.reportJson],
] as const;

/** What can be done with it now. What would take another sheet’s place waits until that one is done. */
export function HistoryActions({ entry, onDelete }: HistoryActionsProps): ReactElement {
  const isBusy = useWorkspace((state) => isRunning(state) || isPlanning(state));
  const isPracticeGone = useWorkspace(
    ({ connections }) =>
      entry.kind === 'run' &&
      entry.connection.name === PRACTICE_NAME &&
      !connections.some(({ baseUrl }) => baseUrl === entry.connection.baseUrl),
  );
  const run = entry.kind === 'run' ? entry : undefined;
  const isOn = run?.isOn === true;
  const sessionId = entry.kind === 'damaged' ? null : entry.sessionId;
  const hasRows = entry.kind === 'run' || (entry.kind === 'dry_run' && entry.hasRows);
  const canReach = !isBusy && !isOn && !isPracticeGone;
  return (
    <>
      <div className="history-actions" role="group" aria-label={HISTORY.actions}>
        {run && run.left > 0 && (
          <button
            type="button"
            className="button button-primary"
            data-do="go-on"
            disabled={!canReach}
            onClick={() => void actions.goOnWithRun(run.id, run.connection)}
          >
            <Icon name="resume" />
            {HISTORY.goOn}
          </button>
        )}
        {hasRows &&
          REPORTS.map(([report, label]) => (
            <button
              key={report}
              type="button"
              className="button button-plain"
              data-do={`report-${report}`}
              onClick={() => void runHistory.saveReport(report)}
            >
              {label}
            </button>
          ))}
        {run && run.written > 0 && (
          <button
            type="button"
            className="button button-plain"
            data-do="undo"
            disabled={!canReach}
            onClick={() => void actions.undoRun(run)}
          >
            <Icon name="undo" />
            {HISTORY.undo}
          </button>
        )}
        {sessionId !== null && (
          <button
            type="button"
            className="button button-plain"
            data-do="open"
            disabled={isBusy}
            onClick={() => void actions.openSession(sessionId)}
          >
            <Icon name="sheet" />
            {HISTORY.openSheet}
          </button>
        )}
        <button
          type="button"
          className="button button-danger"
          data-do="delete"
          disabled={isOn}
          onClick={onDelete}
        >
          <Icon name="remove" />
          {HISTORY.delete}
        </button>
      </div>
      {isBusy && <p className="quiet">{HISTORY.busy}</p>}
      {isPracticeGone && <p className="quiet">{HISTORY.practiceGone}</p>}
    </>
  );
}
