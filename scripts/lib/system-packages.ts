import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.ts';

/** What Electron and a screen without a monitor need of Debian, beyond what every installation has. */
const PACKAGES = [
  'xvfb',
  'xauth',
  'unzip',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libxss1',
  'libxtst6',
  'libnotify4',
] as const;

/** Since Debian 13 and Ubuntu 24.04 some libraries carry the width of their clock in the name. */
const RENAMED_SUFFIX = 't64';

const isRoot = process.getuid?.() === 0;

export const isInPath = (command: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));

/** Installs what is missing where that needs no password: as root on Debian and its relatives. */
export async function installMissingPackages(): Promise<void> {
  if (!isRoot || !isInPath('dpkg-query') || !isInPath('apt-get')) return;
  const missing = await missingPackages();
  if (missing.length === 0) return;
  process.stdout.write(`Installing ${missing.join(' ')} …\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  const names = await Promise.all(missing.map(nameInThisRelease));
  const { code, output } = await run('apt-get', installArguments(names), { env });
  // Not fatal by itself: whether Electron can do without is found out next.
  if (code !== 0) process.stdout.write(`apt-get could not install them:\n${output.trim()}\n`);
}

/** How a person gets what is missing, as a command where there is one. */
export async function howToInstall(): Promise<string> {
  if (!isInPath('dpkg-query')) {
    return 'Please install GTK 3, NSS, ALSA, GBM, libnotify and Xvfb with your system’s package manager.';
  }
  const missing = await missingPackages();
  return `Please run: sudo apt-get ${installArguments(missing.length === 0 ? PACKAGES : missing).join(' ')}`;
}

/** The libraries an executable asks for and the system hasn't got. */
export async function missingLibraries(executablePath: string): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [];
  const { output } = await run('ldd', [executablePath]);
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name ?? '');
}

const installArguments = (names: readonly string[]): readonly string[] => [
  'install',
  '-y',
  '--no-install-recommends',
  ...names,
];

async function missingPackages(): Promise<readonly string[]> {
  const both = PACKAGES.flatMap((name) => [name, name + RENAMED_SUFFIX]);
  // It complains about the names it doesn't know; what it does know is in its output all the same.
  const { output } = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...both]);
  const installed = new Set([...output.matchAll(/^(\S+) installed$/gm)].map(([, name]) => name));
  return PACKAGES.filter((name) => !installed.has(name) && !installed.has(name + RENAMED_SUFFIX));
}

async function nameInThisRelease(name: string): Promise<string> {
  const { output } = await run('apt-cache', ['policy', name]);
  return /Candidate: (?!\(none\))/.test(output) ? name : name + RENAMED_SUFFIX;
}
