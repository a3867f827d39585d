import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * How to start npm without a shell: as a script of the running Node. `npm` by name is a batch file on Windows,
 * which only starts through a shell, with a shell's quoting.
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCommand() {
  const nodeFolder = dirname(process.execPath);
  const script = [
    process.env['npm_execpath'] ?? '',
    join(nodeFolder, 'node_modules/npm/bin/npm-cli.js'),
    join(nodeFolder, '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find((path) => basename(path) === 'npm-cli.js' && existsSync(path));
  if (script !== undefined) return { command: process.execPath, args: [script], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}
