import { type ReactElement, useEffect } from 'react';
import { runHistory, useHistory } from '../../../store.ts';
import { HISTORY } from '../../words/history.ts';
import { Dialog } from '../dialog.tsx';
import { HistoryDetail } from './history-detail.tsx';
import { HistoryList } from './history-list.tsx';
import { KeepSetting } from './keep-setting.tsx';

/** Every run and dry run of this computer: found, looked at, reported, taken back, deleted. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const chosen = useHistory((state) => state.chosen);
  useEffect(() => void runHistory.open(), []);
  return (
    <Dialog
      title={HISTORY.title}
      lead={HISTORY.lead}
      kind="room"
      focus="marked"
      onClose={onClose}
      footer={
        <>
          <KeepSetting />
          <button type="button" className="button button-plain" onClick={onClose}>
            {HISTORY.close}
          </button>
        </>
      }
    >
      <div className="history">
        <HistoryList />
        {chosen && <HistoryDetail key={`${chosen.kind} ${chosen.id}`} entry={chosen} />}
      </div>
    </Dialog>
  );
}
