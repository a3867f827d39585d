import { homedir } from 'node:os';
import { basename, sep } from 'node:path';
import { app } from 'electron';
import { recentLabel } from '../core/words/opening.ts';
import type { RecentFile } from '../services/settings/recent-files.ts';
import { folderText } from './folder-text.ts';
import type { RecentItem } from './menu-template.ts';

/** The folder of a path on this computer, as people know it. */
export const folderHere = (path: string): string => folderText(path, homedir(), sep);

/** Recent files as the menu has them. */
export const recentItems = (files: readonly RecentFile[]): readonly RecentItem[] =>
  files.map(({ id, path }) => ({ id, label: recentLabel(basename(path), folderHere(path)) }));

/** The system’s own list of recent documents follows ours, as far as it lets us. */
export function tellSystem(files: readonly RecentFile[]): void {
  app.clearRecentDocuments();
  for (const { path } of [...files].reverse()) app.addRecentDocument(path);
}
