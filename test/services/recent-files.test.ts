import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../src/services/clock.ts';
import { MOST_RECENT_FILES, RecentFiles } from '../../src/services/settings/recent-files.ts';

let folder: string;
let now = 0;
const clock: Clock = { now: () => now, sleep: () => Promise.resolve() };

beforeEach(() => {
  now = Date.parse('2026-11-29T10:00:00Z');
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-recent-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const open = (): Promise<RecentFiles> => RecentFiles.open(folder, clock);
const paths = (recent: RecentFiles): readonly string[] => recent.files.map(({ path }) => path);

describe('recent files', () => {
  it('are known at the next start, the newest first', async () => {
    const recent = await open();
    await recent.note('/a.csv');
    now += 1_000;
    await recent.note('/b.csv');
    const again = await open();
    expect(paths(again)).toEqual(['/b.csv', '/a.csv']);
    expect(again.files[0]?.openedAt).toBe('2026-11-29T10:00:01.000Z');
  });

  it('have each file once, under the id it had', async () => {
    const recent = await open();
    await recent.note('/a.csv');
    const id = recent.files[0]?.id;
    await recent.note('/b.csv');
    await recent.note('/a.csv');
    expect(paths(recent)).toEqual(['/a.csv', '/b.csv']);
    expect(recent.files[0]?.id).toBe(id);
    expect(recent.pathOf(id ?? '')).toBe('/a.csv');
  });

  it('forget the oldest', async () => {
    const recent = await open();
    for (let file = 0; file <= MOST_RECENT_FILES; file++) await recent.note(`/${file}.csv`);
    expect(paths(recent)).toHaveLength(MOST_RECENT_FILES);
    expect(paths(recent)).not.toContain('/0.csv');
  });

  it('forget what is taken out, and everything when cleared', async () => {
    const recent = await open();
    for (const path of ['/a.csv', '/b.csv', '/c.csv']) await recent.note(path);
    await recent.remove(recent.files[1]?.id ?? '');
    expect(paths(await open())).toEqual(['/c.csv', '/a.csv']);
    await recent.clear();
    expect(paths(await open())).toEqual([]);
  });

  it('tell of every change', async () => {
    const told: number[] = [];
    const recent = await RecentFiles.open(folder, clock, (files) => told.push(files.length));
    await recent.note('/a.csv');
    await recent.note('/b.csv');
    await recent.clear();
    expect(told).toEqual([1, 2, 0]);
  });
});
