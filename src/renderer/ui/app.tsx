import type { ReactElement } from 'react';
import { actions, useWorkspace } from '../store.ts';
import { Announcements } from './announce/announcements.tsx';
import { DropTarget } from './drop-target.tsx';
import {
  ApplyDialog,
  ConnectionDialog,
  HistoryDialog,
  ImportPanel,
  MappingDialog,
  SettingsDialog,
  SheetView,
  ShortcutsDialog,
} from './later.tsx';
import { Notice } from './notice.tsx';
import { StartScreen } from './start/start-screen.tsx';
import { StatusBar } from './status/status-bar.tsx';
import { Toolbar } from './toolbar/toolbar.tsx';
import { useContrast } from './use-contrast.ts';
import { usePasteImport } from './use-paste-import.ts';
import { useSheet } from './use-sheet.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useTitle } from './use-title.ts';

/** The whole window: one workspace, with dialogs over it. */
export function App(): ReactElement {
  const sheet = useSheet();
  const dialog = useWorkspace((state) => state.dialog);
  const mode = useWorkspace((state) => state.connection?.mode);
  const isImporting = useWorkspace((state) => state.importing !== null);
  useShortcuts();
  usePasteImport();
  useTitle(sheet?.fileName);
  useContrast();
  const close = (): void => actions.showDialog('none');
  const shown = isImporting ? null : sheet;
  return (
    <div className={`app${mode === 'LIVE' ? ' is-live' : ''}`}>
      <Toolbar />
      {shown ? <SheetView key={shown.sessionId} sheet={shown} /> : <StartScreen />}
      {shown && <StatusBar sheet={shown} />}
      <Notice />
      <Announcements />
      <DropTarget />
      {dialog === 'import' && <ImportPanel />}
      {dialog === 'mapping' && shown && <MappingDialog sheet={shown} onClose={close} />}
      {dialog === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      {dialog === 'history' && <HistoryDialog onClose={close} />}
      {dialog === 'settings' && <SettingsDialog onClose={close} />}
      {dialog === 'connection' && <ConnectionDialog onClose={close} />}
      {dialog === 'apply' && shown?.plan && <ApplyDialog sheet={shown} plan={shown.plan} onClose={close} />}
    </div>
  );
}
