import { type ComponentType, lazy, type ReactElement, Suspense } from 'react';

const loads: (() => Promise<unknown>)[] = [];

/**
 * A part of the window that the start screen does without. Each waits by itself: what is shown instead of it must be
 * gone at once, not when it is there.
 */
function later<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => ReactElement {
  loads.push(load);
  // Props of one component for another of the same: nothing that the types of React could follow.
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>;
  return (props) => (
    <Suspense fallback={null}>
      <Part {...props} />
    </Suspense>
  );
}

export const SheetView = later(async () => (await import('./sheet/sheet-view.tsx')).SheetView);
export const ImportPanel = later(async () => (await import('./dialogs/import/import-panel.tsx')).ImportPanel);
export const MappingDialog = later(
  async () => (await import('./dialogs/mapping/mapping-dialog.tsx')).MappingDialog,
);
export const ApplyDialog = later(async () => (await import('./dialogs/apply/apply-dialog.tsx')).ApplyDialog);
export const ConnectionDialog = later(
  async () => (await import('./dialogs/connection/connection-dialog.tsx')).ConnectionDialog,
);
export const HistoryDialog = later(
  async () => (await import('./dialogs/history/history-dialog.tsx')).HistoryDialog,
);
export const SettingsDialog = later(
  async () => (await import('./dialogs/settings/settings-dialog.tsx')).SettingsDialog,
);
export const ShortcutsDialog = later(
  async () => (await import('./dialogs/shortcuts/shortcuts-dialog.tsx')).ShortcutsDialog,
);

/**
 * Fetches them as soon as the start screen is painted, each when the window has nothing else to do: the grid alone is
 * half of all there is to load, and nobody should wait for it when it is asked for.
 */
export async function loadLater(): Promise<void> {
  for (const load of loads) {
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 }));
    await load();
  }
}
