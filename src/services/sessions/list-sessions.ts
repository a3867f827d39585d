import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SessionSummary } from '../../contract/session-schemas.ts';
import type { JsonValue } from '../../core/json.ts';
import { readLog } from '../log/read-log.ts';
import { UNFINISHED_PREFIX } from './import-source.ts';
import { isSessionId, pathsIn, sessionsFolder } from './session-folder.ts';
import { readHead } from './session-head.ts';

/** All sessions that were not discarded, the one worked on last first. Reads, and changes nothing. */
export async function listSessions(dataFolder: string): Promise<SessionSummary[]> {
  const folder = sessionsFolder(dataFolder);
  const ids = await sessionIds(dataFolder);
  const summaries = await Promise.all(ids.map((id) => summaryOf(folder, id)));
  return summaries
    .filter((summary) => summary !== undefined)
    .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}

/** `undefined` where there is nothing that could be opened. */
async function summaryOf(folder: string, sessionId: string): Promise<SessionSummary | undefined> {
  const paths = pathsIn(join(folder, sessionId));
  const head = await readHead(paths.head);
  if (!head) return undefined;
  const bytes = await readFile(paths.operations).catch(() => Buffer.alloc(0));
  const log = readLog(bytes);
  return {
    sessionId,
    fileName: head.fileName,
    savedAt: new Date(await lastTime([paths.head, paths.operations])).toISOString(),
    // Damage is said when the session is opened; up to there this many are whole.
    operations: log.ok ? log.value.records.filter(beginsStep).length : log.error.record - 1,
  };
}

/** When any of some files was written last, in epoch ms; 0 where there is none. */
async function lastTime(paths: readonly string[]): Promise<number> {
  const times = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  return Math.max(0, ...times);
}

/** When a session was opened, worked on or closed last, in epoch ms. */
export async function lastUseOf(dataFolder: string, sessionId: string): Promise<number> {
  const { head, operations, arrangement } = pathsIn(join(sessionsFolder(dataFolder), sessionId));
  return await lastTime([head, operations, arrangement]);
}

/** Ids of the sessions that were not discarded, without a look into them. */
export async function sessionIds(dataFolder: string): Promise<readonly string[]> {
  const names = await readdir(sessionsFolder(dataFolder)).catch(() => []);
  return names.filter(isSessionId);
}

/** The sessions by which a run's undo is shown. */
export async function sessionsOfUndo(dataFolder: string, runId: string): Promise<readonly string[]> {
  const folder = sessionsFolder(dataFolder);
  const names = await sessionIds(dataFolder);
  const heads = await Promise.all(names.map((id) => readHead(pathsIn(join(folder, id)).head)));
  return names.filter((_, index) => heads[index]?.undoes === runId);
}

/** Removes what a crash left of imports and discards. Only while nobody imports. */
export async function removeUnfinished(dataFolder: string): Promise<void> {
  const folder = sessionsFolder(dataFolder);
  const names = await readdir(folder).catch(() => []);
  const unfinished = names.filter((name) => name.startsWith(UNFINISHED_PREFIX));
  await Promise.all(unfinished.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

/** To the person who did it, a step of many pieces is one edit. */
const beginsStep = (record: JsonValue): boolean =>
  typeof record !== 'object' || record === null || !('step' in record) || record['step'] !== 'more';
