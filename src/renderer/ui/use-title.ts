import { useEffect } from 'react';
import type { WorkspaceState } from '../model/workspace-state.ts';
import { useWorkspace } from '../store.ts';
import { percent } from './formats.ts';
import { PAUSED_TITLE, windowTitle } from './words/app.ts';

/** How far a run is, for whoever has something else in front of the window; whole percents, so that it keeps calm. */
function progressOf({ job }: WorkspaceState): string | undefined {
  if (job.kind !== 'running') return undefined;
  // Rounded down: 100% is said when every row has ended.
  const done = percent(Math.floor((job.total === 0 ? 0 : job.ended / job.total) * 100) / 100);
  return job.pausedBy === null ? done : `${PAUSED_TITLE} ${done}`;
}

/** Names the window after the sheet. */
export function useTitle(fileName: string | undefined): void {
  const progress = useWorkspace(progressOf);
  useEffect(() => {
    document.title = windowTitle(fileName, progress);
  }, [fileName, progress]);
}
