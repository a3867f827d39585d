import { spawn } from 'node:child_process';
import { findElectron } from '../../../scripts/electron-runtime.ts';
import { root } from '../../../scripts/lib/paths.ts';

/** Starts the app once more with a profile that is in use, in some folder. @returns its exit code */
export async function startAgain(
  profile: string,
  args: readonly string[],
  folder: string,
): Promise<number | null> {
  const { executablePath } = await findElectron();
  const isRoot = process.getuid?.() === 0;
  const child = spawn(
    executablePath,
    [`--user-data-dir=${profile}`, ...(isRoot ? ['--no-sandbox'] : []), root, ...args],
    { cwd: folder, stdio: 'ignore' },
  );
  return await new Promise((resolve, reject) => {
    child.once('exit', resolve);
    child.once('error', reject);
  });
}
