import type { ReactElement } from 'react';
import type { SheetModel } from '../../model/sheet-model.ts';
import { actions, useWorkspace } from '../../store.ts';
import { clockTime } from '../formats.ts';
import { Icon } from '../icon.tsx';
import { STATUS } from '../words/status.ts';
import { JobStatus } from './job-status.tsx';
import { SelectionCount } from './selection-count.tsx';

/** How far everything is, and that nothing is lost. */
export function StatusBar({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  const job = useWorkspace((state) => state.job);
  const savedAt = useWorkspace((state) => state.savedAt);
  const reportPath = useWorkspace((state) => state.reportPath);
  const { all } = sheet.counts;
  const isFiltered = sheet.shown.length !== all;
  return (
    <footer className="status">
      <div className="status-job">
        <JobStatus job={job} sheet={sheet} />
      </div>
      {reportPath !== null && (
        <button
          type="button"
          className="button button-ghost button-small"
          title={reportPath}
          onClick={() => void actions.showReport()}
        >
          <Icon name="report" />
          {STATUS.reportSaved} · {STATUS.showReport}
        </button>
      )}
      <SelectionCount />
      <span>{isFiltered ? STATUS.shown(sheet.shown.length, all) : STATUS.rows(all)}</span>
      {savedAt !== null && <span>{STATUS.saved(clockTime(savedAt))}</span>}
    </footer>
  );
}
