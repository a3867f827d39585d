import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { findElectron } from '../../../scripts/electron-runtime.ts';
import { root } from '../../../scripts/lib/paths.ts';

export interface LaunchOptions {
  /** The folder of the app's package.json. */
  readonly appFolder: string;
  /** Arguments for the app, after its folder. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The profile of an earlier start, to see what is still known; without one, a fresh one is made. */
  readonly profile?: string;
}

export interface Launched {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly profile: string;
  /** Ends the app, and removes its profile if it was made for this start. */
  readonly close: () => Promise<void>;
}

/**
 * The first is set in the terminals of editors that are Electron apps themselves and would start a bare Node;
 * with the others a test would read a person's data or test what is being developed.
 */
const NOT_INHERITED: ReadonlySet<string> = new Set([
  'ELECTRON_RUN_AS_NODE',
  'ELECTRON_RENDERER_URL',
  'PATCHSHEET_DATA',
]);

/** Chromium refuses to run its sandbox as root. What is shipped never switches it off. */
const isRoot = process.getuid?.() === 0;

/** Starts the real app, nothing faked, and waits for its first window. */
export async function launch({
  appFolder,
  args = [],
  env = {},
  ...options
}: LaunchOptions): Promise<Launched> {
  const { executablePath } = await findElectron();
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'patchsheet-profile-'));
  const removeProfile = (): void => {
    if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const app = await _electron.launch({
      executablePath,
      args: [`--user-data-dir=${profile}`, appFolder, ...args],
      // Playwright switches the sandbox off unless told otherwise.
      chromiumSandbox: !isRoot,
      env: { ...inheritedEnvironment(), ...env },
      timeout: 30_000,
    });
    const close = async (): Promise<void> => {
      await app.close();
      removeProfile();
    };
    try {
      return { app, window: await app.firstWindow(), profile, close };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    removeProfile();
    throw error;
  }
}

/** Starts Patchsheet as it was built, with its data in the profile. */
export async function launchApp(options: Omit<LaunchOptions, 'appFolder'> = {}): Promise<Launched> {
  if (!existsSync(join(root, 'out/main/index.js'))) throw new Error('The app is not built: npm run build.');
  return await launch({ ...options, appFolder: root });
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !NOT_INHERITED.has(entry[0]),
    ),
  );
}
