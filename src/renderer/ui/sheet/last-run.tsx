import { type ReactElement, useEffect, useState } from 'react';
import type { RunEntry } from '../../model/run-history.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { actions, runHistory, workspace } from '../../store.ts';
import { dayAndTime } from '../formats.ts';
import { Icon } from '../icon.tsx';
import { lastRunText, SHEET } from '../words/sheet.ts';

/** Above a sheet that was opened again: that it was applied before. Without it, it looks as if nothing was done. */
export function LastRun({ sheet }: { readonly sheet: SheetModel }): ReactElement | null {
  const run = useLastRun(sheet.sessionId);
  if (sheet.plan !== null || run?.at === undefined || run.at === null) return null;
  const look = (): void => {
    runHistory.beginWith({ kind: 'run', id: run.id });
    actions.showDialog('history');
  };
  return (
    <section className="strip" aria-label={SHEET.lastRun}>
      <div className="strip-line">
        <Icon name="history" />
        <p>{lastRunText(run, dayAndTime(run.at))}</p>
        <div className="strip-options">
          <button type="button" className="button button-ghost" data-last-run={run.id} onClick={look}>
            {SHEET.showLastRun}
          </button>
        </div>
      </div>
    </section>
  );
}

function useLastRun(sessionId: string): RunEntry | undefined {
  const [run, setRun] = useState<RunEntry>();
  useEffect(() => {
    let isCurrent = true;
    setRun(undefined);
    // What was imported just now has no past; nobody is to wait for the history to be read.
    if (workspace.getState().reading?.isFresh !== true)
      void runHistory.lastRunOf(sessionId).then((found) => isCurrent && setRun(found));
    return () => {
      isCurrent = false;
    };
  }, [sessionId]);
  return run;
}
