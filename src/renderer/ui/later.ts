import { lazy } from 'react';

/**
 * Parts of the window that the start screen does without: the grid alone is half of all there is to load. They are
 * fetched as soon as the start screen is painted, so that nobody waits for one when it is asked for.
 */
const SHEET_VIEW = () => import('./sheet/sheet-view.tsx');
const IMPORT_PANEL = () => import('./dialogs/import/import-panel.tsx');
const MAPPING = () => import('./dialogs/mapping/mapping-dialog.tsx');
const HISTORY = () => import('./dialogs/history/history-dialog.tsx');
const CONNECTION = () => import('./dialogs/connection/connection-dialog.tsx');
const SETTINGS = () => import('./dialogs/settings/settings-dialog.tsx');
const SHORTCUTS = () => import('./dialogs/shortcuts/shortcuts-dialog.tsx');
const APPLY = () => import('./dialogs/apply/apply-dialog.tsx');

export const SheetView = lazy(async () => ({ default: (await SHEET_VIEW()).SheetView }));
export const ImportPanel = lazy(async () => ({ default: (await IMPORT_PANEL()).ImportPanel }));
export const MappingDialog = lazy(async () => ({ default: (await MAPPING()).MappingDialog }));
export const HistoryDialog = lazy(async () => ({ default: (await HISTORY()).HistoryDialog }));
export const ConnectionDialog = lazy(async () => ({ default: (await CONNECTION()).ConnectionDialog }));
export const SettingsDialog = lazy(async () => ({ default: (await SETTINGS()).SettingsDialog }));
export const ShortcutsDialog = lazy(async () => ({ default: (await SHORTCUTS()).ShortcutsDialog }));
export const ApplyDialog = lazy(async () => ({ default: (await APPLY()).ApplyDialog }));

/** Fetches them, each when the window has nothing else to do. */
export async function loadLater(): Promise<void> {
  for (const load of [SHEET_VIEW, IMPORT_PANEL, MAPPING, APPLY, CONNECTION, HISTORY, SETTINGS, SHORTCUTS]) {
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 }));
    await load();
  }
}
