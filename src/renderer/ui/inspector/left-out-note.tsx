import type { ReactElement } from 'react';
import { rowsOutOfPlan } from '../../model/leave-out.ts';
import { actions } from '../../store.ts';
import { useSheet } from '../use-sheet.ts';
import { INSPECTOR } from '../words/inspector.ts';

/** That the plan is not all of what was dry-run, and the way back. */
export function LeftOutNote({ rows }: { readonly rows: number }): ReactElement | null {
  const sheet = useSheet();
  if (!sheet) return null;
  const takeAllIn = async (): Promise<void> => actions.leaveOut(await rowsOutOfPlan(sheet), false);
  return (
    <div className="left-out-note">
      <p>{INSPECTOR.leftOut(rows)}</p>
      <button type="button" className="link" onClick={() => sheet.show({ tab: 'excluded' })}>
        {INSPECTOR.showLeftOut}
      </button>
      <button type="button" className="link" data-take-all-in onClick={() => void takeAllIn()}>
        {INSPECTOR.takeAllIn}
      </button>
    </div>
  );
}
