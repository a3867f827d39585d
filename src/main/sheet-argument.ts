import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/**
 * The file to open among a program’s arguments: the first that is there and is a file. Folders are not, so neither is
 * the app’s own, which is among them in development.
 *
 * SECURITY: what begins with a dash is a switch, never a file; Chromium and whoever started us put their own there.
 *
 * @param folder the one that relative paths are from
 * @returns its whole path
 */
export async function sheetArgument(argv: readonly string[], folder: string): Promise<string | undefined> {
  for (const argument of argv) {
    if (argument === '' || argument.startsWith('-') || argument.includes('\0')) continue;
    const path = resolve(folder, argument);
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile()) return path;
  }
  return undefined;
}
