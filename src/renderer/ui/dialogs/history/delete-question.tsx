import type { ReactElement } from 'react';
import type { HistoryEntry } from '../../../../contract/history-schemas.ts';
import { actions, runHistory } from '../../../store.ts';
import { HISTORY } from '../../words/history.ts';
import { Question } from '../question.tsx';

interface DeleteQuestionProps {
  readonly entry: HistoryEntry;
  readonly onKeep: () => void;
}

/** What is deleted is gone for good; where its sheet is open, that goes too. */
export function DeleteQuestion({ entry, onKeep }: DeleteQuestionProps): ReactElement {
  const deleteNow = async (): Promise<void> => {
    const gone = await runHistory.delete(entry);
    if (gone) actions.sessionsGone(gone);
    else onKeep();
  };
  return (
    <Question
      of="delete"
      look="error"
      title={HISTORY.deleteQuestion(entry)}
      lead={HISTORY.deleteLead(entry)}
      keep={HISTORY.keep}
      confirm={HISTORY.deleteNow}
      onKeep={onKeep}
      onConfirm={deleteNow}
    />
  );
}
