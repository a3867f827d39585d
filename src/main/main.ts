import { join } from 'node:path';
import { app, type BrowserWindow, clipboard, dialog, ipcMain, session, shell } from 'electron';
import type { EventPayload, TellWindow } from '../contract/events.ts';
import { APP_NAME, notStartedText } from '../core/words/host.ts';
import { systemClock } from '../services/clock.ts';
import { ConnectionBook } from '../services/connection-book.ts';
import { dataFolderOf } from '../services/data-folder.ts';
import { makePrivateFolder } from '../services/files.ts';
import { appSettingsOf, changeAppSettings } from '../services/settings/app-settings.ts';
import { MappingMemory } from '../services/settings/mapping-memory.ts';
import { type RecentFile, RecentFiles } from '../services/settings/recent-files.ts';
import { SettingsFile } from '../services/settings/settings-file.ts';
import { registerAppScheme, serveAppScheme } from './app-scheme.ts';
import { showTheme } from './appearance.ts';
import { guardClosing } from './close-guard.ts';
import { chooseReport, chooseSheet } from './dialogs.ts';
import { EngineProcess } from './engine-process.ts';
import { FileOffers } from './file-offers.ts';
import { createHost } from './host.ts';
import { listen, tellerOf } from './ipc.ts';
import { systemVault } from './key-vault.ts';
import { lockSession, lockWindows } from './lockdown.ts';
import { AppMenu } from './menu.ts';
import { folderHere, recentItems, tellSystem } from './recent-surfaces.ts';
import { rememberWindow } from './remember-window.ts';
import { choosingInLastFolder } from './report-folder.ts';
import { bringToFront, showRuns } from './run-surfaces.ts';
import { RunWatch } from './run-watch.ts';
import { saveBeforeQuitting } from './save-before-quitting.ts';
import { sheetArgument } from './sheet-argument.ts';
import { localeAmong } from './system-locale.ts';
import { openWindow } from './window.ts';
import { WindowStateFile } from './window-state.ts';

/** The first Electron that still got security updates when this was written; older ones are stand-ins for tests. */
const OLDEST_MAINTAINED = 40;
const isStandIn = Number.parseInt(process.versions.electron, 10) < OLDEST_MAINTAINED;

// The same folder as the terminal's, unless whoever starts Electron names another.
if (!app.commandLine.hasSwitch('user-data-dir') || (process.env['PATCHSHEET_DATA'] ?? '') !== '') {
  app.setPath('userData', dataFolderOf(process.platform, process.env));
}
const dataFolder = app.getPath('userData');
const devServer = app.isPackaged ? undefined : addressOf(process.env['ELECTRON_RENDERER_URL']);
let window: BrowserWindow | undefined;
const tell = tellerOf(() => window);
/** Files to open, also those that are named before there is a window. */
const offers = new FileOffers((offer) => tell('file.offered', offer));

function addressOf(text: string | undefined): URL | undefined {
  return text === undefined ? undefined : new URL(text);
}

/** Puts the app together; everything is wired here, once. */
async function start(): Promise<void> {
  await makePrivateFolder(dataFolder);
  lockSession(session.defaultSession, devServer);
  serveAppScheme({ pageFolder: join(import.meta.dirname, '../renderer'), dataFolder, devServer });

  const watch = new RunWatch();
  const onEvent: TellWindow = (name, payload) => {
    if (name === 'run.batch') watch.note(payload as EventPayload<'run.batch'>);
    if (name === 'engine.stopped') watch.forget();
    tell(name, payload);
  };
  const engine = new EngineProcess({ dataFolder, appVersion: app.getVersion() }, onEvent);

  const onRecent = (files: readonly RecentFile[]): void => {
    menu.showRecent(recentItems(files));
    tellSystem(files);
    tell('recent.changed', {});
  };
  const [settings, memory, recent] = await Promise.all([
    SettingsFile.open(dataFolder),
    MappingMemory.open(dataFolder, systemClock),
    RecentFiles.open(dataFolder, systemClock, onRecent),
    offerSheetIn(process.argv.slice(1), process.cwd()),
  ]);
  saveBeforeQuitting(app, [settings.saving, memory.saving, recent.saving, engine], () => engine.close());
  showTheme(appSettingsOf(settings.settings).theme);
  const layoutFile = new WindowStateFile(dataFolder);
  const menu = new AppMenu(
    {
      onCommand: (command, byKeys) => tell('menu.command', { command, byKeys }),
      onRecent: (id) => {
        const path = recent.pathOf(id);
        if (path !== undefined) offers.add(path);
      },
      onClearRecent: () => void recent.clear(),
    },
    recentItems(recent.files),
  );
  // Before all else that can wait: the page is what people wait for. From here on nothing is awaited until what it
  // asks for is listened to.
  window = openWindow(layoutFile.state);

  const book = new ConnectionBook({ settings, vault: systemVault, takesLiveKeys: !isStandIn });
  let startsWithSample = process.argv.includes('--sample');
  const host = createHost({
    engine,
    book,
    memory,
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
    chooseSheet: async () => (window ? await chooseSheet(window) : undefined),
    chooseReport: (name, kind) =>
      choosingInLastFolder(settings, name, async (path) =>
        window ? await chooseReport(window, path, kind) : undefined,
      ),
    copyText: async (text) => await clipboard.writeText(text),
    showInFolder: (path) => shell.showItemInFolder(path),
    useClipboard: (action) => {
      // SECURITY: whatever else the person copies is nothing to a window in the background. A large copy that is
      // ready only after the person has gone on to Excel is put on the clipboard all the same.
      if (action !== 'paste' || window?.isFocused()) window?.webContents[action]();
    },
    stepText: (step) => window?.webContents[step](),
    enableMenu: (commands) => menu.enable(commands),
    layout: { get: () => layoutFile.layout, set: (layout) => layoutFile.change({ layout }) },
    recent,
    folderText: folderHere,
    offers,
    samplePath: join(app.getAppPath(), 'resources/sample-edits.csv'),
    keysAreKept: () => systemVault.canKeep(),
    isRunning: (planId) => watch.isRunning(planId),
    settings: {
      get: () => appSettingsOf(settings.settings),
      change: async (change) => {
        const changing = changeAppSettings(settings, change);
        showTheme(appSettingsOf(settings.settings).theme);
        await changing;
      },
    },
    about: {
      version: app.getVersion(),
      electron: process.versions.electron,
      isStandIn,
      locale: localeAmong([app.getSystemLocale(), app.getLocale()]),
    },
    startsWithSample: () => {
      const isFirst = startsWithSample;
      startsWithSample = false;
      return isFirst;
    },
  });
  listen(ipcMain, host);
  // Two processes that start at once are both late, and the page is there before it has a question. What can't be
  // deleted now is deleted another time.
  window.webContents.once('dom-ready', () => {
    void engine
      .call('history.prune', { keepDays: appSettingsOf(settings.settings).keepDays })
      .catch(() => undefined);
  });
  app.setAboutPanelOptions({ applicationName: APP_NAME, applicationVersion: app.getVersion() });

  window.once('closed', () => {
    window = undefined;
  });
  rememberWindow(window, layoutFile);
  guardClosing(window, watch, engine);
  showRuns(watch, window);
}

async function offerSheetIn(argv: readonly string[], folder: string): Promise<void> {
  const path = await sheetArgument(argv, folder);
  if (path !== undefined) offers.add(path);
}

/** Without a window there is nobody else to say it. */
function giveUp(error: unknown): void {
  dialog.showErrorBox(APP_NAME, notStartedText(error instanceof Error ? error.message : String(error)));
  app.exit(1);
}

if (app.requestSingleInstanceLock()) {
  registerAppScheme();
  lockWindows(app);
  // SECURITY: for every window there may ever be. As root Chromium can't, and whoever starts it so has said so.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('second-instance', (_event, argv, folder) => {
    if (window) bringToFront(window);
    void offerSheetIn(argv.slice(1), folder);
  });
  // On a Mac files come this way, also before `ready`.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (window) bringToFront(window);
    void offerSheetIn([path], '/');
  });
  app.on('window-all-closed', () => app.quit());
  // Not awaited at the top level: `ready` waits for this module.
  app.whenReady().then(start).catch(giveUp);
} else {
  app.quit();
}
