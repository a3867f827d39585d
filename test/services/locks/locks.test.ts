import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../src/services/clock.ts';
import { Locks } from '../../../src/services/locks/locks.ts';
import { type ProcessTable, systemProcesses } from '../../../src/services/locks/process-table.ts';

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'locks-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

const locksWith = (processes: ProcessTable): Locks =>
  new Locks({ clock: systemClock, processes, beatMs: 50, deadAfterMs: 600 });
const locks = locksWith(systemProcesses);

/** A machine that can't say whether another process runs, like one without `/proc`. */
const unsure: ProcessTable = { self: systemProcesses.self, look: () => Promise.resolve('unsure') };

function started(program: string, ...args: readonly string[]): ChildProcess {
  const path = join(import.meta.dirname, program);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The child says nothing');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return line;
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

describe('a lock', () => {
  it('has one holder, who is named, and is free once given up', async () => {
    const folder = await temporaryFolder();
    const first = await locks.take(folder, 'run-1');
    if (!first.ok) throw new Error('The lock should be free');
    const second = await locks.take(folder, 'run-2');
    expect(second).toMatchObject({ ok: false, error: { pid: process.pid, runId: 'run-1' } });
    expect(await locks.look(folder)).toMatchObject({ runId: 'run-1' });
    await first.value.release();
    expect(await locks.look(folder)).toBeUndefined();
    for (let round = 0; round < 30; round++) {
      const next = await locks.take(folder, `run-${round}`);
      if (!next.ok) throw new Error('The lock should be free');
      await next.value.release();
    }
  });

  it('of a process that was killed is taken over at once, and not before', async () => {
    const folder = await temporaryFolder();
    const child = started('hold-until-killed.ts', folder, 'run-1');
    expect(await firstLine(child)).toBe('held');
    expect(await locks.take(folder, 'run-2')).toMatchObject({
      ok: false,
      error: { pid: child.pid, runId: 'run-1' },
    });
    await kill(child);
    const before = Date.now();
    const taken = await locks.take(folder, 'run-2');
    expect(taken.ok).toBe(true);
    if (process.platform === 'linux') expect(Date.now() - before).toBeLessThan(500);
    const late = started('hold-until-killed.ts', folder, 'run-3');
    expect(await firstLine(late)).toBe(`refused ${process.pid} run-2`);
    if (taken.ok) await taken.value.release();
  });

  it.runIf(process.platform === 'linux')('of a process that was halted is not free', async () => {
    const folder = await temporaryFolder();
    const child = started('hold-until-killed.ts', folder, 'run-1');
    expect(await firstLine(child)).toBe('held');
    child.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await locks.take(folder, 'run-2')).toMatchObject({ ok: false, error: { pid: child.pid } });
    expect(await locks.look(folder)).toMatchObject({ pid: child.pid });
    await kill(child);
    expect(await locks.look(folder)).toBeUndefined();
  });

  it('whose claim the power cut short is free, and one of a newer version is held while it is alive', async () => {
    const folder = await temporaryFolder();
    for (const [number, text] of [
      [1, ''],
      [2, '\0\0\0\0'],
    ] as const) {
      await mkdir(join(folder, String(number)));
      await writeFile(join(folder, String(number), 'holder'), text);
      expect(await locks.look(folder)).toBeUndefined();
    }
    const taken = await locks.take(folder, 'run-1');
    if (!taken.ok) throw new Error('The lock should be free');
    await taken.value.release();
    await mkdir(join(folder, '4'));
    const path = join(folder, '4', 'holder');
    await writeFile(path, 'H{"version":2}');
    const beating = setInterval(() => void utimes(path, new Date(), new Date()), 20);
    expect((await locks.take(folder, 'run-2')).ok).toBe(false);
    clearInterval(beating);
    expect((await locks.take(folder, 'run-2')).ok).toBe(true);
  });

  it('whose claim can’t be read is not taken for a free one', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, '1', 'holder'), { recursive: true });
    await expect(locks.take(folder, 'run-1')).rejects.toThrow('EISDIR');
  });

  it.runIf(process.platform === 'linux')(
    'of a process whose number another one has now, or of an earlier start of the machine, is free',
    async () => {
      for (const changed of [{ started: '1' }, { boot: 'an earlier one' }]) {
        const folder = await temporaryFolder();
        const self = { ...(await systemProcesses.self()), ...changed };
        const earlier = locksWith({ ...systemProcesses, self: () => Promise.resolve(self) });
        expect((await earlier.take(folder, 'run-1')).ok).toBe(true);
        expect((await locks.take(folder, 'run-2')).ok).toBe(true);
      }
    },
  );

  it('whose holder can’t be seen is held while it gives signs of life, and free some time after the last', async () => {
    const folder = await temporaryFolder();
    const child = started('hold-until-killed.ts', folder, 'run-1');
    expect(await firstLine(child)).toBe('held');
    const other = locksWith(unsure);
    expect(await other.take(folder, 'run-2')).toMatchObject({ ok: false, error: { runId: 'run-1' } });
    await kill(child);
    const before = Date.now();
    expect((await other.take(folder, 'run-2')).ok).toBe(true);
    expect(Date.now() - before).toBeGreaterThanOrEqual(550);
  });

  it('is not taken from its holder by one who looked long ago and was slow', async () => {
    const folder = await temporaryFolder();
    expect((await locks.take(folder, 'gone')).ok).toBe(true);
    const deciding = Promise.withResolvers<'gone'>();
    const quick = locksWith({ ...systemProcesses, look: () => Promise.resolve('gone') });
    const looks = [deciding.promise];
    const slow = locksWith({
      ...systemProcesses,
      look: (identity) => looks.pop() ?? systemProcesses.look(identity),
    });
    const late = slow.take(folder, 'late');
    for (let round = 0; round < 20; round++) {
      const hold = await quick.take(folder, `run-${round}`);
      if (hold.ok && round < 19) await hold.value.release();
    }
    // What it had seen was right then. By now its claim would be one of a number that was given long ago.
    deciding.resolve('gone');
    expect(await late).toMatchObject({ ok: false, error: { runId: 'run-19' } });
  });

  it('never has two holders, with twenty processes after it and some of them killed while they hold it', async () => {
    const folder = await temporaryFolder();
    const diary = join(folder, 'diary');
    const stop = join(folder, 'stop');
    const children = Array.from({ length: 20 }, () =>
      started('race-until-killed.ts', join(folder, 'lock'), diary, stop),
    );
    const exits = children.map((child) => once(child, 'exit'));
    await Promise.all(children.map(firstLine));
    const doomed = children.slice(0, 8);
    for (const child of doomed) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      await killWhileHolding(child, diary);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    await writeFile(stop, '');
    await Promise.all(exits);
    const lines = (await readFile(diary, 'utf8')).trimEnd().split('\n');
    const trespassers = trespassersIn(lines);
    expect(trespassers).toStrictEqual([]);
    expect(lines.length).toBeGreaterThan(100);
    expect(new Set(lines.map((line) => line.split(' ')[0])).size).toBeGreaterThan(5);
  }, 30_000);
});

/** Kills a process when its last line says that it is inside, or after a while wherever it is. */
async function killWhileHolding(child: ChildProcess, diary: string): Promise<void> {
  const isInside = async (): Promise<boolean> => {
    const last = (await readFile(diary, 'utf8')).trimEnd().split('\n').at(-1) ?? '';
    return last.startsWith(`${child.pid} `) && !last.endsWith('leave');
  };
  for (let tries = 0; tries < 40 && !(await isInside()); tries++)
    await new Promise((resolve) => setTimeout(resolve, 2));
  await kill(child);
}

/** Lines of a process that was inside while another one had entered since. One that was killed writes none. */
function trespassersIn(lines: readonly string[]): readonly string[] {
  let inside = '';
  return lines.filter((line) => {
    const [pid = '', what] = line.split(' ');
    if (what === 'enter') inside = pid;
    return pid !== inside;
  });
}
