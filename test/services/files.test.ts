import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRandom } from '../../src/practice/random.ts';
import type { Disk } from '../../src/services/disk/disk.ts';
import { systemDisk } from '../../src/services/disk/system-disk.ts';
import { makePrivateFolder, writeFileAtomically } from '../../src/services/files.ts';
import { FragileDisk } from './support/fragile-disk.ts';

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'files-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

describe('a file written atomically', () => {
  it('replaces the old one, and leaves nothing else behind', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'report.csv');
    await writeFileAtomically(path, 'old');
    await writeFileAtomically(path, new TextEncoder().encode('new'));
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(folder)).toStrictEqual(['report.csv']);
  });

  it('leaves the old one whole when writing fails midway', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'report.csv');
    await writeFileAtomically(path, 'old');
    const full: Disk = {
      ...systemDisk,
      create: async (made) => {
        const file = await systemDisk.create(made);
        const append = (bytes: Uint8Array) =>
          bytes.length > 8
            ? file.append(bytes.subarray(0, 8))
            : Promise.reject(new Error('ENOSPC: no space left on device'));
        return { ...file, append };
      },
    };
    await expect(writeFileAtomically(path, 'a longer new', full)).rejects.toThrow('ENOSPC');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toStrictEqual(['report.csv']);
  });

  it('is the old or the new one when the power is cut at any moment, and the new one once it is written', async () => {
    for (let seed = 0; seed < 20; seed++) {
      for (let moment = 1, isWritten = false; !isWritten; moment++) {
        const disk = FragileDisk.withFolder('/data');
        await writeFileAtomically('/data/plan', 'the old one', disk);
        const writing = writeFileAtomically('/data/plan', 'the new one, and longer', disk);
        const cut = disk.cutPowerAt(disk.moments + moment);
        isWritten = await Promise.race([cut.then(() => false), writing.then(() => true)]);
        disk.cutPower();
        const found = disk.afterCut(createRandom(seed * 100 + moment));
        const content = (await found.readFile('/data/plan')).toString();
        expect(
          isWritten ? ['the new one, and longer'] : ['the old one', 'the new one, and longer'],
        ).toContain(content);
      }
    }
  });

  it('cleans up when there is something in its place that it can’t replace', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'report.csv');
    await mkdir(join(path, 'inside'), { recursive: true });
    await expect(writeFileAtomically(path, 'new')).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
    expect(await readdir(folder)).toStrictEqual(['report.csv']);
  });

  it('fails where there is no folder', async () => {
    const folder = await temporaryFolder();
    await expect(writeFileAtomically(join(folder, 'none', 'report.csv'), 'new')).rejects.toThrow('ENOENT');
  });
});

describe('a private folder', () => {
  it('is there after a power cut, with those above it', async () => {
    for (let seed = 0; seed < 20; seed++) {
      const disk = FragileDisk.withFolder('/disk');
      expect(await makePrivateFolder('/disk/data/runs/run-1', disk)).toBe(true);
      const found = disk.afterCut(createRandom(seed));
      expect(await found.list('/disk/data/runs/run-1')).toStrictEqual([]);
    }
  });

  it.runIf(process.platform !== 'win32')('opens to its owner only, and may be there already', async () => {
    const folder = join(await temporaryFolder(), 'runs', 'run-1');
    await makePrivateFolder(folder);
    await makePrivateFolder(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, '..'))).mode & 0o777).toBe(0o700);
  });
});
