import { spawn } from 'node:child_process';
import { root } from './paths.ts';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Ends the program when it takes longer. */
  readonly timeoutMs?: number;
  /** Shows the output at once as well; otherwise it is only handed back. */
  readonly isShown?: boolean;
}

export interface RunResult {
  /** `null` when it did not start, was ended by a signal or took too long. */
  readonly code: number | null;
  /** What it wrote, both streams in the order they arrived. */
  readonly output: string;
}

/** Runs a program without a shell and waits for its end. A program that can't be started is a result as well. */
export async function run(
  command: string,
  args: readonly string[],
  { cwd = root, env = process.env, timeoutMs = 0, isShown = false }: RunOptions = {},
): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      stdio: isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    const output = () => Buffer.concat(chunks).toString('utf8');
    child.once('error', (error) => {
      resolve({ code: null, output: output() + error.message });
    });
    child.once('close', (code) => {
      resolve({ code, output: output() });
    });
  });
}

/** Runs a script, or a package's command (see `packageBin`), on the Node that runs us. */
export const runNode = async (args: readonly string[], options?: RunOptions): Promise<RunResult> =>
  run(process.execPath, args, options);
