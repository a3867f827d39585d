import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { ReportKind } from '../core/report-kind.ts';
import { CLOSING, DIALOGS } from '../core/words/host.ts';

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

const CSV: FileFilter = { name: DIALOGS.csv, extensions: ['csv'] };
const REPORTS: { readonly [kind in ReportKind]: FileFilter } = {
  csv: CSV,
  failed: CSV,
  json: { name: DIALOGS.json, extensions: ['json'] },
  html: { name: DIALOGS.html, extensions: ['html'] },
};

/** @param path where it is proposed to go; without a folder the system decides */
export async function chooseReport(
  window: BrowserWindow,
  path: string,
  kind: ReportKind,
): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: DIALOGS.saveReport,
    defaultPath: path,
    filters: [REPORTS[kind]],
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
