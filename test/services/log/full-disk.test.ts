import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { Log } from '../../../src/services/log/log.ts';
import { openLogFile } from '../../../src/services/log/log-file.ts';

const PROGRAM = join(import.meta.dirname, 'append-until-killed.ts');

/** What a process says that appends to a log until it is killed, in files of at most so many KB. */
async function linesOf(path: string, most: string, killAfter: number): Promise<readonly string[]> {
  const command = `ulimit -f ${most}; exec "$0" --disable-warning=ExperimentalWarning "$@"`;
  const child = spawn('bash', ['-c', command, process.execPath, PROGRAM, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  const output = createInterface(child.stdout);
  output.on('line', (line) => {
    lines.push(line);
    if (lines.length === killAfter) child.kill('SIGKILL');
  });
  await once(output, 'close');
  return lines;
}

async function numbersIn(path: string): Promise<readonly number[]> {
  const opened = await Log.open(await openLogFile(path));
  if (!opened.ok) throw new Error(`Damaged at record ${opened.error.record}`);
  await opened.value.log.close();
  return opened.value.records.map((record) => (record as { readonly number: number }).number);
}

async function temporaryLog(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'log-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'journal.log');
}

it.runIf(process.platform !== 'win32')(
  'a log that finds no more room in the middle of a record says so, and holds everything it confirmed',
  async () => {
    const path = await temporaryLog();
    for (const most of ['8', '33', '64']) {
      const lines = await linesOf(path, most, Number.POSITIVE_INFINITY);
      expect(lines.at(-1)).toBe('failed EFBIG');
      const confirmed = lines.slice(0, -1).map(Number);
      const kept = await numbersIn(path);
      expect(confirmed.length).toBeGreaterThan(3);
      expect(kept).toStrictEqual(Array.from(kept, (_, index) => index));
      expect(kept).toEqual(expect.arrayContaining(confirmed));
    }
  },
);

it.runIf(process.platform !== 'win32')(
  'a log whose process is killed holds everything it confirmed, and goes on',
  async () => {
    const path = await temporaryLog();
    for (const killAfter of [1, 40, 333]) {
      const confirmed = (await linesOf(path, 'unlimited', killAfter)).map(Number);
      const kept = await numbersIn(path);
      expect(confirmed.length).toBeGreaterThanOrEqual(killAfter);
      expect(kept).toStrictEqual(Array.from(kept, (_, index) => index));
      expect(kept).toEqual(expect.arrayContaining(confirmed));
    }
  },
);
