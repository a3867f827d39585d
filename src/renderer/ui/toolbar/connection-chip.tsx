import type { ReactElement } from 'react';
import { useWorkspace } from '../../store.ts';
import { runCommand } from '../commands.ts';
import { Icon } from '../icon.tsx';
import { isRunning } from '../job-state.ts';
import { ModeBadge } from '../mode-badge.tsx';
import { CONNECTION } from '../words/connection.ts';

/** Whom the window talks to, always in sight; LIVE by colour, word and icon. */
export function ConnectionChip(): ReactElement {
  const connection = useWorkspace((state) => state.connection);
  const running = useWorkspace(isRunning);
  const testing = useWorkspace(
    (state) => state.connection !== null && state.keyTests.get(state.connection.connectionId) === 'testing',
  );
  if (connection === null) {
    return (
      <button type="button" className="chip chip-none" onClick={() => runCommand('view.connections')}>
        <Icon name="unplugged" />
        <span>{CONNECTION.none}</span>
      </button>
    );
  }
  const { mode, name, keyLastFour, isPractice } = connection;
  return (
    <button
      type="button"
      className={`chip chip-${mode.toLowerCase()}`}
      disabled={running}
      aria-busy={testing}
      aria-description={CONNECTION.describe(mode, name, keyLastFour)}
      title={CONNECTION.describe(mode, name, keyLastFour)}
      onClick={() => runCommand('view.connections')}
    >
      <ModeBadge mode={mode} />
      <span className="chip-name">{name}</span>
      {!isPractice && <span className="chip-key">…{keyLastFour}</span>}
    </button>
  );
}
