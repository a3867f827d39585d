import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import { CLOSING, DIALOGS } from '../core/words/host.ts';
import type { ReportKind } from '../services/report-text.ts';

const SHEETS: FileFilter = { name: DIALOGS.sheets, extensions: ['csv', 'tsv', 'txt'] };
const ALL: FileFilter = { name: DIALOGS.allFiles, extensions: ['*'] };

/** @returns the file's path; `undefined` when the dialog was cancelled */
export async function chooseSheet(window: BrowserWindow): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: DIALOGS.chooseSheet,
    properties: ['openFile'],
    filters: [SHEETS, ALL],
  });
  return canceled ? undefined : filePaths[0];
}

export async function chooseReport(
  window: BrowserWindow,
  name: string,
  kind: ReportKind,
): Promise<string | undefined> {
  const isJson = kind === 'json';
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: DIALOGS.saveReport,
    defaultPath: name,
    filters: [{ name: isJson ? DIALOGS.json : DIALOGS.csv, extensions: [isJson ? 'json' : 'csv'] }],
  });
  return canceled || filePath === '' ? undefined : filePath;
}

/** Asks before a run is left. @returns whether to stop it and close */
export async function asksToStop(window: BrowserWindow, rowsLeft: number): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: CLOSING.title,
    message: CLOSING.message(rowsLeft),
    detail: CLOSING.detail,
    buttons: [CLOSING.stay, CLOSING.stopAndClose],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
