import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CommandError } from '../contract/commands.ts';
import type { RecentFileView } from '../contract/file-schemas.ts';
import type { OpenedSession } from '../contract/session-schemas.ts';
import { err, ok, type Result } from '../core/result.ts';
import { refused } from '../core/words/refusals.ts';
import type { RecentFile, RecentFiles } from '../services/settings/recent-files.ts';
import type { CommandHandlersOf } from './dispatcher.ts';
import type { FileOffers } from './file-offers.ts';

export interface FilePorts {
  readonly recent: RecentFiles;
  readonly offers: FileOffers;
  /** Of a path, as people know it. */
  readonly folderText: (path: string) => string;
  /** Imports it, and the window has it open from then on. */
  readonly importFile: (path: string) => Promise<Result<OpenedSession, CommandError>>;
}

/** Files that the host knows by their paths, and the window by numbers. */
export function fileHandlers(ports: FilePorts): CommandHandlersOf<'file' | 'recent'> {
  const { recent, offers, importFile } = ports;
  return {
    'recent.list': async () => ok(await Promise.all(recent.files.map((file) => viewOf(file, ports)))),
    'recent.open': async ({ id }) => {
      const path = recent.pathOf(id);
      return path === undefined ? err(refused('recent_unknown')) : await importFile(path);
    },
    'recent.remove': async ({ id }) => {
      await recent.remove(id);
      return ok({});
    },
    'recent.clear': async () => {
      await recent.clear();
      return ok({});
    },
    'file.open_offered': async ({ offerId }) => {
      const path = offers.take(offerId);
      return path === undefined ? ok(null) : await importFile(path);
    },
    'file.decline_offered': ({ offerId }) => {
      offers.take(offerId);
      return ok({});
    },
  };
}

async function viewOf(
  { id, path, openedAt }: RecentFile,
  { folderText }: FilePorts,
): Promise<RecentFileView> {
  const isMissing = await isGone(path);
  return { id, fileName: basename(path), folder: folderText(path), openedAt, isMissing };
}

/** A drive that does not answer holds up nobody’s start; opening the file then says what is the matter. */
const LONGEST_LOOK_MS = 1_000;

async function isGone(path: string): Promise<boolean> {
  const looking = stat(path).then(
    (found) => !found.isFile(),
    () => true,
  );
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), LONGEST_LOOK_MS);
  });
  return await Promise.race([looking, waiting]).finally(() => clearTimeout(timer));
}
