import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { changedAt, entriesIn, foldersIn } from './entries.ts';

const DAY_MS = 86_400_000;

/** Files that a process was killed over, by the names that `writeFileAtomically` and the window's state give them. */
const TEMPORARY = /^(?:\.?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|window\.json)\.tmp$/;
/** What was put aside since it could not be understood; whoever misses a connection looks for it sooner. */
const DAMAGED = /\.json\.damaged$/;
const DAMAGED_KEPT_MS = 30 * DAY_MS;

/** Removes what killed processes left behind. Writing a file takes seconds: what is older than a day nobody writes. */
export async function tidyLeftovers(dataFolder: string, clock: Clock): Promise<void> {
  const now = clock.now();
  await removeFiles(dataFolder, TEMPORARY, now - DAY_MS);
  await removeFiles(dataFolder, DAMAGED, now - DAMAGED_KEPT_MS);
  for (const kind of ['sessions', 'runs', 'dry-runs', 'gates'])
    for (const folder of await foldersIn(join(dataFolder, kind)))
      await removeFiles(folder, TEMPORARY, now - DAY_MS);
  await removeUnbegun(join(dataFolder, 'dry-runs'), ['summary.json'], now - DAY_MS);
  await removeUnbegun(join(dataFolder, 'runs'), ['plan.json', 'journal.log'], now - DAY_MS);
}

async function removeFiles(folder: string, pattern: RegExp, before: number): Promise<void> {
  for (const entry of await entriesIn(folder)) {
    const path = join(folder, entry.name);
    if (entry.isFile() && pattern.test(entry.name) && (await changedAt(path)) < before)
      await rm(path, { force: true });
  }
}

/** Folders in which nothing of what makes them a run or a dry run was written yet. */
async function removeUnbegun(parent: string, makings: readonly string[], before: number): Promise<void> {
  for (const folder of await foldersIn(parent)) {
    const names = (await entriesIn(folder)).map(({ name }) => name);
    const times = await Promise.all([folder, ...names.map((name) => join(folder, name))].map(changedAt));
    if (names.some((name) => makings.includes(name)) || Math.max(...times) >= before) continue;
    await rm(folder, { recursive: true, force: true });
  }
}
