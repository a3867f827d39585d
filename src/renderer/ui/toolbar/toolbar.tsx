import type { ReactElement } from 'react';
import { useWorkspace } from '../../store.ts';
import { isPausable, isPlanning, isRunning, nextStep } from '../job-state.ts';
import { useSheet } from '../use-sheet.ts';
import { useView } from '../view-state.ts';
import { COMMANDS } from '../words/commands.ts';
import { CommandButton } from './command-button.tsx';
import { ConnectionChip } from './connection-chip.tsx';
import { ReportMenu } from './report-menu.tsx';

export function Toolbar(): ReactElement {
  const sheet = useSheet();
  const planning = useWorkspace(isPlanning);
  const running = useWorkspace(isRunning);
  const pausable = useWorkspace(isPausable);
  const stopping = useWorkspace(({ job }) => job.kind === 'running' && job.isStopping);
  const live = useWorkspace(({ connection }) => connection?.mode === 'LIVE');
  const next = useWorkspace(nextStep);
  const inspectorIsOpen = useView((view) => view.inspectorIsOpen);
  return (
    <header className="toolbar">
      <div className="toolbar-commands" role="toolbar" aria-label={COMMANDS.tools}>
        {sheet && (
          <>
            <CommandButton id="file.import" />
            <CommandButton id="view.mapping" look={next === 'mapping' ? 'primary' : 'plain'} />
            <hr aria-orientation="vertical" />
            {planning ? (
              <CommandButton id="plan.cancel" />
            ) : (
              <CommandButton id="plan.make" look={next === 'dry_run' ? 'primary' : 'plain'} />
            )}
            {sheet.plan && <CommandButton id="view.summary" />}
            {!running && (
              <CommandButton id="run.apply" look={next === 'apply' ? (live ? 'live' : 'primary') : 'plain'} />
            )}
            {running && !stopping && (
              <CommandButton
                id={pausable ? 'run.pause' : 'run.resume'}
                look={pausable ? 'plain' : 'primary'}
              />
            )}
            {/* Two buttons, not one that changes: a key held down must not stop a run and then cut it off. */}
            {running && !stopping && <CommandButton key="stop" id="run.stop" look="danger" />}
            {stopping && <CommandButton key="abort" id="run.abort" look="danger" />}
            <hr aria-orientation="vertical" />
            <CommandButton id="edit.undo" iconOnly />
            <CommandButton id="edit.redo" iconOnly />
            <hr aria-orientation="vertical" />
            <ReportMenu primary={next === 'report'} />
          </>
        )}
      </div>
      <CommandButton id="view.history" />
      {sheet && <CommandButton id="view.inspector" iconOnly isPressed={inspectorIsOpen} />}
      <CommandButton id="view.settings" iconOnly />
      <ConnectionChip />
    </header>
  );
}
