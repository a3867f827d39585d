import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.ts';

/** Starts a program as the npm scripts do, in a group of its own as a shell would. */
function start(program: string): ChildProcess {
  const module = JSON.stringify(join(root, 'scripts/lib/run-as-this-process.mjs'));
  const outer = `
    const { runAsThisProcess } = await import(${module});
    await runAsThisProcess(process.execPath, ['-e', ${JSON.stringify(program)}], process.env);
  `;
  // The tests' own run may be below npm; what npm's shell does is not the question here.
  const env: NodeJS.ProcessEnv = { ...process.env, npm_lifecycle_event: undefined };
  return spawn(process.execPath, ['--input-type=module', '-e', outer], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
    env,
  });
}

const COUNTS_STOPS = `
  let stops = 0;
  process.on('SIGINT', () => { stops += 1; });
  setTimeout(() => { console.log('stops: ' + stops); process.exit(7); }, 1000);
  console.log('ready');
`;

async function outputAndEnd(child: ChildProcess, whenReady?: () => void) {
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (output.trim() === 'ready') whenReady?.();
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { output, code, signal };
}

describe.skipIf(process.platform === 'win32')('a command started through an npm script', () => {
  it('hears of one Ctrl+C once, and its exit code is passed on', async () => {
    const child = start(COUNTS_STOPS);
    const end = await outputAndEnd(child, () => {
      // The whole group, and npm's copy to the one process it started.
      process.kill(-(child.pid ?? Number.NaN), 'SIGINT');
      child.kill('SIGINT');
    });
    expect(end).toMatchObject({ output: 'ready\nstops: 1\n', code: 7 });
  });

  it('hears of a second Ctrl+C as well', async () => {
    const child = start(COUNTS_STOPS);
    const end = await outputAndEnd(child, () => {
      child.kill('SIGINT');
      setTimeout(() => child.kill('SIGINT'), 400);
    });
    expect(end.output).toBe('ready\nstops: 2\n');
  });

  it('ends as it ended when a signal ends it', async () => {
    const child = start(`console.log('ready'); setTimeout(() => {}, 5000);`);
    const end = await outputAndEnd(child, () => child.kill('SIGTERM'));
    expect(end.signal).toBe('SIGTERM');
  });
});
