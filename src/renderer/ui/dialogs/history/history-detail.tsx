import { type ReactElement, useId, useState } from 'react';
import type { HistoryEntry } from '../../../../contract/history-schemas.ts';
import { actions, useHistory } from '../../../store.ts';
import { Icon } from '../../icon.tsx';
import { ModeBadge } from '../../mode-badge.tsx';
import { HISTORY, kindText } from '../../words/history.ts';
import { DeleteQuestion } from './delete-question.tsx';
import { HistoryActions } from './history-actions.tsx';
import { HistoryFacts } from './history-facts.tsx';
import { HistoryRows } from './history-rows.tsx';

/** One run or dry run: what is known of it, what can be done with it, and its rows as they were. */
export function HistoryDetail({ entry }: { readonly entry: HistoryEntry }): ReactElement {
  const [isDeleting, setIsDeleting] = useState(false);
  const problem = useHistory((state) => state.problem);
  const reportPath = useHistory((state) => state.reportPath);
  const titleId = useId();
  return (
    <section className="history-detail" aria-labelledby={titleId}>
      <header className="history-head">
        <h3 id={titleId}>
          <span className="quiet">{kindText(entry)}</span>
          {entry.kind === 'damaged' ? entry.id : entry.fileName}
        </h3>
        {entry.kind !== 'damaged' && <ModeBadge mode={entry.connection.mode} />}
      </header>
      {entry.kind === 'damaged' ? (
        <div className="callout callout-error" role="note">
          <Icon name="invalid" />
          <p>{entry.message}</p>
        </div>
      ) : (
        <HistoryFacts entry={entry} />
      )}
      {isDeleting ? (
        <DeleteQuestion entry={entry} onKeep={() => setIsDeleting(false)} />
      ) : (
        <HistoryActions entry={entry} onDelete={() => setIsDeleting(true)} />
      )}
      {problem !== null && (
        <div className="callout callout-error" role="alert">
          <Icon name="invalid" />
          <p>{problem}</p>
        </div>
      )}
      {reportPath !== null && (
        <p className="history-saved" role="status">
          <Icon name="report" />
          <span>{HISTORY.saved(reportPath)}</span>
          <button type="button" className="link" onClick={() => void actions.showReport()}>
            {HISTORY.showReport}
          </button>
        </p>
      )}
      {entry.kind !== 'damaged' && <HistoryRows entry={entry} />}
    </section>
  );
}
