import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describeElectron, findElectron } from '../electron-runtime.ts';
import { hasDisplay } from './display.ts';
import { ElectronNotFound } from './electron-types.ts';
import { howToInstall, missingLibraries } from './system-packages.ts';

/** Chromium refuses to run its sandbox as root. What is shipped never switches it off. */
export const NO_SANDBOX: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** An Electron that can open a window here, or why there is none, for a person. */
export async function usableElectron(
  say: (line: string) => void,
): Promise<{ readonly executablePath: string } | { readonly why: string }> {
  if (!(await hasDisplay())) return { why: 'There is no display to open a window on.' };
  try {
    const runtime = await findElectron(say);
    if (runtime.kind === 'stand-in') say(describeElectron(runtime));
    const { executablePath } = runtime;
    const missing = await missingLibraries(executablePath);
    if (missing.length === 0) return { executablePath };
    return { why: `Electron can't start here: ${missing.join(', ')} missing. ${await howToInstall()}` };
  } catch (error) {
    if (!(error instanceof ElectronNotFound)) throw error;
    return { why: error.message };
  }
}

/** Runs a program until it ends, with this terminal as its own. @returns its exit code */
export async function runInForeground(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  // Set in the terminals of editors that are Electron apps themselves; it would start a bare Node.
  const { ELECTRON_RUN_AS_NODE: _, ...own } = process.env;
  const child = spawn(command, args, { stdio: 'inherit', env: { ...own, ...env } });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
