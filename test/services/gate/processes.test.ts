import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startPracticeServer } from '../../../src/practice/server.ts';
import { realMs } from '../support/fake-clock.ts';

const PROGRAM = join(import.meta.dirname, 'send-until-killed.ts');
const WINDOW_MS = 2_000;
const LIMIT = 100;

function sender(folder: string, baseUrl: string): { readonly child: ChildProcess; readonly lines: string[] } {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', PROGRAM, folder, baseUrl, String(WINDOW_MS)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => lines.push(...text.trim().split('\n')));
  return { child, lines };
}

it('three programs with one key share its rate, and one that is killed at any moment stops nobody', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'patchsheet-gate-'));
  const practice = await startPracticeServer({ size: 10, rateLimit: LIMIT, rateWindowMs: WINDOW_MS });
  onTestFinished(async () => {
    await practice.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const senders = [1, 2, 3].map(() => sender(folder, practice.baseUrl));
  while (senders.some(({ lines }) => lines.length < 3)) await realMs(50);
  const from = Date.now();
  await realMs(2 * WINDOW_MS);
  senders[0]?.child.kill('SIGKILL');
  // Others come and are killed in the midst of what they do.
  for (const ms of [300, 420, 510]) {
    const other = sender(folder, practice.baseUrl);
    await realMs(ms);
    other.child.kill('SIGKILL');
  }
  const killedAt = Date.now();
  await realMs(2 * WINDOW_MS);
  const until = Date.now();
  const requests = practice.requests();
  expect(requests.filter(({ status }) => status === 429)).toStrictEqual([]);
  for (const { lines } of senders) expect(new Set(lines)).toStrictEqual(new Set(['200']));
  for (const [start, end] of [
    [from, killedAt],
    [killedAt, until],
  ] as const) {
    const sent = requests.filter(({ arrivedAt }) => arrivedAt >= start && arrivedAt < end).length;
    const share = (sent * WINDOW_MS) / ((end - start) * LIMIT);
    // A busy machine wakes sleepers late: the least says only that nobody was stopped. Gates of their own would use thrice as much.
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThanOrEqual(1);
  }
}, 60_000);
