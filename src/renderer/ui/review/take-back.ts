import type { WorkspaceState } from '../../model/workspace-state.ts';
import { actions } from '../../store.ts';
import type { CommandDeed } from '../command.ts';

/** From where a run has just ended, the way back is one click; for older ones it is in the history. */
export const TAKE_BACK: CommandDeed = {
  icon: 'undo',
  isEnabled: ({ job, sheet, importing }) => job.kind === 'ended' && importing === null && hasWritten(sheet),
  run: async ({ sheet, job }) => {
    if (sheet?.plan && job.kind === 'ended')
      await actions.undoRun({ id: job.runId, connection: sheet.plan.connection });
  },
};

const hasWritten = (sheet: WorkspaceState['sheet']): boolean =>
  (sheet?.counts.applied ?? 0) + (sheet?.counts.partly_applied ?? 0) > 0;
