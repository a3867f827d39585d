import { type ReactElement, useEffect } from 'react';
import { actions, useWorkspace } from '../store.ts';
import { ApplyDialog } from './dialogs/apply/apply-dialog.tsx';
import { ConnectionDialog } from './dialogs/connection/connection-dialog.tsx';
import { HistoryDialog } from './dialogs/history/history-dialog.tsx';
import { ImportPanel } from './dialogs/import/import-panel.tsx';
import { MappingDialog } from './dialogs/mapping/mapping-dialog.tsx';
import { SettingsDialog } from './dialogs/settings/settings-dialog.tsx';
import { DropTarget } from './drop-target.tsx';
import { Notice } from './notice.tsx';
import { SheetView } from './sheet/sheet-view.tsx';
import { StartScreen } from './start/start-screen.tsx';
import { StatusBar } from './status/status-bar.tsx';
import { Toolbar } from './toolbar/toolbar.tsx';
import { useContrast } from './use-contrast.ts';
import { usePasteImport } from './use-paste-import.ts';
import { useSheet } from './use-sheet.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { APP_NAME } from './words/app.ts';

export function App(): ReactElement {
  const sheet = useSheet();
  const dialog = useWorkspace((state) => state.dialog);
  const mode = useWorkspace((state) => state.connection?.mode);
  const isImporting = useWorkspace((state) => state.importing !== null);
  useShortcuts();
  usePasteImport();
  useContrast();
  const fileName = sheet?.fileName;
  useEffect(() => {
    document.title = fileName === undefined ? APP_NAME : `${fileName} — ${APP_NAME}`;
  }, [fileName]);
  const close = (): void => actions.showDialog('none');
  const shown = isImporting ? null : sheet;
  return (
    <div className={`app${mode === 'LIVE' ? ' is-live' : ''}`}>
      <Toolbar />
      {shown ? <SheetView key={shown.sessionId} sheet={shown} /> : <StartScreen />}
      {shown && <StatusBar sheet={shown} />}
      <Notice />
      <DropTarget />
      {dialog === 'import' && <ImportPanel />}
      {dialog === 'mapping' && shown && <MappingDialog sheet={shown} onClose={close} />}
      {dialog === 'history' && <HistoryDialog onClose={close} />}
      {dialog === 'settings' && <SettingsDialog onClose={close} />}
      {dialog === 'connection' && <ConnectionDialog onClose={close} />}
      {dialog === 'apply' && shown?.plan && <ApplyDialog sheet={shown} plan={shown.plan} onClose={close} />}
    </div>
  );
}
