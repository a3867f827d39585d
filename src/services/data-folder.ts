import { homedir } from 'node:os';
import { join } from 'node:path';

const NAME = 'Patchsheet';

/** The app's own folder, the same for the window and the terminal: where Electron puts `userData`. */
export function dataFolderOf(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const chosen = env['PATCHSHEET_DATA'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), NAME);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', NAME);
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), NAME);
}
