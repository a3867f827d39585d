import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ElectronNotFound, type ElectronRuntime } from './electron-types.ts';
import { root } from './paths.ts';
import { run } from './run.ts';

const packageFolder = join(root, 'node_modules/electron');

/** The version that is shipped: the one package.json pins. */
export const pinnedVersion = (
  JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
).version;

/** The executable the electron package has downloaded, if it has. */
export function installedElectron(): ElectronRuntime | undefined {
  try {
    const executablePath = join(packageFolder, 'dist', readFileSync(join(packageFolder, 'path.txt'), 'utf8'));
    const version = versionBeside(executablePath);
    if (!existsSync(executablePath) || version !== pinnedVersion) return undefined;
    return { executablePath, version, kind: 'official', why: 'it is the version that is shipped' };
  } catch {
    return undefined;
  }
}

/** The executable that the variables known from Electron's own tools name. */
export async function namedElectron(environment: NodeJS.ProcessEnv): Promise<ElectronRuntime | undefined> {
  const { ELECTRON_EXEC_PATH: executable, ELECTRON_OVERRIDE_DIST_PATH: folder } = environment;
  if (executable) return described(executable, 'ELECTRON_EXEC_PATH names it');
  if (folder)
    return described(join(folder, executableName()), 'ELECTRON_OVERRIDE_DIST_PATH names its folder');
  return undefined;
}

async function described(executablePath: string, why: string): Promise<ElectronRuntime> {
  if (!existsSync(executablePath)) throw new ElectronNotFound(`${why}, but there is no ${executablePath}.`);
  const version = versionBeside(executablePath) ?? (await versionAskedFrom(executablePath));
  return { executablePath, version, kind: version === pinnedVersion ? 'official' : 'stand-in', why };
}

/** Electron's archives carry their version in a file beside the executable (on macOS beside the app). */
function versionBeside(executablePath: string): string | undefined {
  const levels = basename(executablePath) === 'Electron' ? 4 : 1;
  let folder = executablePath;
  for (let level = 0; level < levels; level += 1) folder = dirname(folder);
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return undefined;
  }
}

async function versionAskedFrom(executablePath: string): Promise<string> {
  const { code, output } = await run(executablePath, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeoutMs: 10_000,
  });
  if (code === 0) return output.trim();
  throw new ElectronNotFound(`${executablePath} does not say which version it is:\n${output.trim()}`);
}

function executableName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}
