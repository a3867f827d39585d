import { quoted } from './text.ts';

/** Opening files from outside the window, and again. */

/** A file in a menu: `prices.csv — ~/Documents`. */
export const recentLabel = (name: string, folder: string): string => `${name} — ${folder}`;

export const PASTED_NAME = 'Pasted cells';

/** Why a file that was double-clicked or given to the app is not opened now. */
export const NOT_OPENED = {
  running: (name: string) =>
    `${quoted(name)} was not opened: a run is on. Open it again when the run has ended.`,
  planning: (name: string) =>
    `${quoted(name)} was not opened: a dry run is on. Open it again when the dry run is done.`,
  importing: (name: string) => `${quoted(name)} was not opened: another file is still being read.`,
  dialog: (name: string) =>
    `${quoted(name)} was not opened, so that nothing you were entering here is lost. Open it again when this is closed.`,
} as const;

export const savedAsText = (path: string): string => `Saved as ${path}`;
