import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly key?: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
  /** Told the process once it runs, to send it signals. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs the command line as a person would, in its own process with its own data folder. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const data = await temporaryFolder();
  const { ATLAS_API_KEY: _key, ...inherited } = process.env;
  const key = 'key' in options ? options.key : 'sk_test_practice';
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: {
      ...inherited,
      NO_COLOR: '1',
      PATCHSHEET_DATA: data,
      ...(key === undefined ? {} : { ATLAS_API_KEY: key }),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  options.onStart?.(child);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, stdout, stderr };
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'patchsheet-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
