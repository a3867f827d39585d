import { dirname, join } from 'node:path';
import type { SettingsFile } from '../services/settings/settings-file.ts';

/** Proposes to save where the last report went, and remembers where this one goes. */
export async function choosingInLastFolder(
  settings: SettingsFile,
  name: string,
  choose: (path: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const { reportFolder } = settings.settings;
  const path = await choose(reportFolder === undefined ? name : join(reportFolder, name));
  if (path === undefined || dirname(path) === reportFolder) return path;
  // A report is worth more than knowing where the next one should go.
  await settings.change({ reportFolder: dirname(path) }).catch(() => undefined);
  return path;
}
