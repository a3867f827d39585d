import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageBin } from './package-bin.ts';
import { root } from './paths.ts';
import { runNode } from './run.ts';

/** What the app is made of. */
const SOURCES = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
/** Its time is the last build's. */
const marker = join(root, 'out/.built');

/** Builds the app into `out/`. @throws with what the build said, where it fails */
export async function buildApp(): Promise<void> {
  const startedAt = new Date();
  const args = [packageBin('electron-vite'), 'build', '--logLevel=warn'];
  // A tool that is asked for production code in a test's environment would build something else.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { code, output } = await runNode(args, { env });
  if (code !== 0) throw new Error(`The app could not be built:\n${output.trim()}`);
  writeFileSync(marker, '');
  // What was changed meanwhile is newer than the build.
  utimesSync(marker, startedAt, startedAt);
}

/** What is in `out/` is no build to test or ship, whatever its age: the next one who needs one makes it. */
export const forgetBuild = (): void => rmSync(marker, { force: true });

/** Builds the app where it was not built since its sources last changed. Says whether it had to. */
export async function ensureBuilt(say: (line: string) => void): Promise<boolean> {
  const builtAt = statSync(marker, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (newest() <= builtAt) return false;
  say('Building the app …');
  await buildApp();
  return true;
}

/** Folders count too: a file that was removed changes theirs. */
function newest(): number {
  return Math.max(
    ...SOURCES.flatMap((source) => {
      const path = join(root, source);
      const stats = statSync(path);
      const below = stats.isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
      return [stats.mtimeMs, ...below.map((name) => statSync(join(path, name)).mtimeMs)];
    }),
  );
}
