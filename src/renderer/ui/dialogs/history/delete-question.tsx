import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import type { HistoryEntry } from '../../../../contract/history-schemas.ts';
import { actions, runHistory } from '../../../store.ts';
import { Icon } from '../../icon.tsx';
import { HISTORY } from '../../words/history.ts';

interface DeleteQuestionProps {
  readonly entry: HistoryEntry;
  readonly onKeep: () => void;
}

/** Asks once, with what is lost; keeping it is the default. */
export function DeleteQuestion({ entry, onKeep }: DeleteQuestionProps): ReactElement {
  const [isDeleting, setIsDeleting] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  useEffect(() => keep.current?.focus(), []);
  const deleteNow = async (): Promise<void> => {
    setIsDeleting(true);
    const gone = await runHistory.delete(entry);
    if (gone) actions.sessionsGone(gone);
    else onKeep();
  };
  return (
    <section className="callout callout-error history-delete" role="alertdialog" aria-labelledby={titleId}>
      <Icon name="warning" />
      <div>
        <strong id={titleId}>{HISTORY.deleteQuestion(entry)}</strong>
        <p>{HISTORY.deleteLead(entry)}</p>
        <div className="history-actions">
          <button
            ref={keep}
            type="button"
            className="button button-plain"
            disabled={isDeleting}
            onClick={onKeep}
          >
            {HISTORY.keep}
          </button>
          <button
            type="button"
            className="button button-danger"
            data-do="delete-now"
            disabled={isDeleting}
            onClick={() => void deleteNow()}
          >
            {HISTORY.deleteNow}
          </button>
        </div>
      </div>
    </section>
  );
}
