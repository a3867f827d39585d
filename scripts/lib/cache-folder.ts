import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { scratchFolder } from './paths.ts';

/**
 * Where big downloads are kept: outside the project, so that a fresh copy of it has them already; inside
 * node_modules where that place can't be written to.
 */
export function cacheFolder(): string {
  for (const folder of [userCacheFolder(), scratchFolder]) {
    try {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
      return folder;
    } catch {
      // The next one, then.
    }
  }
  throw new Error(`Neither ${userCacheFolder()} nor ${scratchFolder} can be written to.`);
}

function userCacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') {
    return join(LOCALAPPDATA ?? join(homedir(), 'AppData/Local'), 'patchsheet/Cache');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/patchsheet');
  return join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'patchsheet');
}
