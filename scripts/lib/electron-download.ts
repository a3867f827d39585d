import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageBin } from './package-bin.ts';

/** Where the release can't be reached, a firewall often just stays silent. */
const FIRST_BYTE_WITHIN_MS = 15_000;
const NEXT_BYTE_WITHIN_MS = 30_000;
const TRY_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000;

interface FailedDownload {
  readonly atMs: number;
  readonly reason: string;
}

/**
 * Has the electron package download its executable. A failure is remembered for a day: where code-hosting sites
 * are blocked, they are blocked tomorrow morning too, and nobody should wait for that on every start.
 * @returns why there is none, or `undefined` when there is one now
 */
export async function downloadElectron(version: string, cacheFolder: string): Promise<string | undefined> {
  if (process.env['ELECTRON_SKIP_BINARY_DOWNLOAD'])
    return 'ELECTRON_SKIP_BINARY_DOWNLOAD forbids to download it';

  const memo = join(cacheFolder, `failed-download-${version}.json`);
  const failed = readFailure(memo);
  if (failed !== undefined && Date.now() - failed.atMs < TRY_AGAIN_AFTER_MS) {
    const hours = Math.floor((Date.now() - failed.atMs) / 3_600_000);
    const when = hours === 0 ? 'less than an hour ago' : `${hours} h ago`;
    return `it could not be downloaded ${when} (${failed.reason}); "npx install-electron" tries again at once`;
  }

  const reason = await runInstaller(cacheFolder);
  if (reason === undefined) {
    rmSync(memo, { force: true });
    return undefined;
  }
  writeFileSync(memo, JSON.stringify({ atMs: Date.now(), reason } satisfies FailedDownload));
  return `it could not be downloaded (${reason}); that is tried again in a day, or with "npx install-electron"`;
}

async function runInstaller(cacheFolder: string): Promise<string | undefined> {
  // Its download grows in a folder of ours, so that a slow one can be told from a dead one.
  const folder = mkdtempSync(join(cacheFolder, '.download-'));
  try {
    return await new Promise((resolve) => {
      const child = spawn(process.execPath, [packageBin('electron', 'install-electron')], {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
      });
      let errors = '';
      child.stderr.on('data', (chunk: Buffer) => {
        errors += chunk.toString();
      });

      let size = 0;
      let grownAtMs = performance.now();
      const watch = setInterval(() => {
        const now = sizeOf(folder);
        if (now !== size) [size, grownAtMs] = [now, performance.now()];
        const limitMs = size === 0 ? FIRST_BYTE_WITHIN_MS : NEXT_BYTE_WITHIN_MS;
        if (performance.now() - grownAtMs < limitMs) return;
        errors = `nothing arrived for ${limitMs / 1000} s`;
        child.kill('SIGKILL');
      }, 250);

      const end = (reason: string | undefined): void => {
        clearInterval(watch);
        resolve(reason);
      };
      child.once('error', (error) => end(error.message));
      child.once('close', (code) =>
        end(code === 0 ? undefined : (firstLine(errors) ?? `exit code ${String(code)}`)),
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const firstLine = (text: string): string | undefined => text.trim().split('\n')[0]?.trim() || undefined;

function sizeOf(folder: string): number {
  let size = 0;
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const found = statSync(join(folder, path), { throwIfNoEntry: false });
    if (found?.isFile()) size += found.size;
  }
  return size;
}

function readFailure(path: string): FailedDownload | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as FailedDownload;
  } catch {
    return undefined;
  }
}
