import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { npmCommand } from './npm.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, dev?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages by path, such as `node_modules/zod`
 */

/**
 * Installs what package-lock.json asks for when node_modules holds something else. A few milliseconds when
 * there is nothing to do, which is why every command can afford it.
 * @param {string} root
 * @returns {string | undefined} what went wrong, for a person
 */
export function ensureDependencies(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (wanted === undefined)
    return 'package-lock.json is missing or damaged; a fresh copy of the project has one.';
  const installed = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (installed !== undefined && isInstalled(wanted, installed)) return undefined;

  if (process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules') + sep)) {
    // Windows does not let npm replace the executable that is running this.
    return 'The dependencies have changed. Please run "npm ci", then this command again.';
  }
  process.stderr.write(installed === undefined ? 'Installing dependencies …\n' : 'Updating dependencies …\n');
  const npm = npmCommand();
  const { status, error } = spawnSync(npm.command, [...npm.args, 'ci'], {
    cwd: root,
    shell: npm.shell,
    // Standard output belongs to the command that was asked for.
    stdio: ['ignore', 2, 2],
  });
  if (status === 0) return undefined;
  return `The dependencies could not be installed (npm ci: ${error?.message ?? `exit code ${String(status)}`}).`;
}

/**
 * npm writes what it installed beside it, in the lock file's own form. Packages for other platforms are locked
 * and not installed.
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 */
export function isInstalled(wanted, installed) {
  for (const [path, { version, integrity, optional }] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    if (found === undefined) {
      if (optional !== true) return false;
    } else if (found.version !== version || (integrity !== undefined && found.integrity !== integrity)) {
      return false;
    }
  }
  return Object.keys(installed).every((path) => path in wanted);
}

/**
 * @param {string} path
 * @returns {LockedPackages | undefined}
 */
function readPackages(path) {
  try {
    const { packages } = /** @type {{ packages?: LockedPackages }} */ (
      JSON.parse(readFileSync(path, 'utf8'))
    );
    return packages;
  } catch {
    return undefined;
  }
}
