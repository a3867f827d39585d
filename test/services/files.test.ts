import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Disk } from '../../src/services/disk/disk.ts';
import { systemDisk } from '../../src/services/disk/system-disk.ts';
import { makePrivateFolder, writeFileAtomically } from '../../src/services/files.ts';

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
  it.runIf(process.platform !== 'win32')('opens to its owner only, and may be there already', async () => {
    const folder = join(await temporaryFolder(), 'runs', 'run-1');
    await makePrivateFolder(folder);
    await makePrivateFolder(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, '..'))).mode & 0o777).toBe(0o700);
  });
});
