import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/**
 * The file to open among a program’s arguments: the first that is there and is a file. Folders are not, so neither is
 * the app’s own, which is among them in development. Where none is there, the first that is called like a sheet: whoever
 * mistyped a name is told so when it is opened.
 *
 * SECURITY: what begins with a dash is a switch, never a file; Chromium and whoever started us put their own there.
 *
 * @param folder the one that relative paths are from
 * @returns its whole path
 */
export async function sheetArgument(argv: readonly string[], folder: string): Promise<string | undefined> {
  const named = argv.filter(
    (argument) => argument !== '' && !argument.startsWith('-') && !argument.includes('\0'),
  );
  for (const argument of named) {
    const path = resolve(folder, argument);
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile()) return path;
  }
  const missing = named.find((argument) => SHEET_NAME.test(argument));
  return missing === undefined ? undefined : resolve(folder, missing);
}

const SHEET_NAME = /\.(?:csv|tsv|txt)$/i;
