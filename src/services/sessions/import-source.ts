import { constants, createWriteStream } from 'node:fs';
import { chmod, copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { err, ok, type Result } from '../../core/result.ts';
import type { Refused } from '../../core/words/refusals.ts';
import { makePrivateFolder, syncFolder } from '../files.ts';
import { checkSheetFile, MOST_SHEET_BYTES, tooLarge, unreadable } from '../sheet-file.ts';
import { newSessionId, pathsIn, sessionsFolder } from './session-folder.ts';
import { type SessionHead, writeHead } from './session-head.ts';

/** Folders that are not sessions yet, or no longer; whatever a crash leaves of them is removed at the next start. */
export const UNFINISHED_PREFIX = '.unfinished-';

export type ImportSource =
  | { readonly kind: 'file'; readonly path: string; readonly name?: string | undefined }
  /** Pasted: text becomes a source like any other. */
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly text: string;
      /** What is known of it from the start: how it is written, and of a text that is no person's all the rest. */
      readonly head?: Partial<Pick<SessionHead, 'options' | 'mapping' | 'undoes'>>;
    };

/**
 * Copies a source into a folder of its own: from now on the sheet is a function of this copy, whatever becomes
 * of the file. The folder gets its name when everything in it is on the disk, so there are no half sessions.
 *
 * @returns the new session's id
 */
export async function importSource(
  dataFolder: string,
  source: ImportSource,
): Promise<Result<string, Refused>> {
  const name = source.kind === 'file' ? (source.name ?? basename(source.path)) : source.name;
  if (source.kind === 'file') {
    const checked = await checkSheetFile(source.path);
    if (!checked.ok) return checked;
  }
  const parent = sessionsFolder(dataFolder);
  await makePrivateFolder(parent);
  const id = newSessionId();
  const paths = pathsIn(join(parent, `${UNFINISHED_PREFIX}${id}`));
  await mkdir(paths.folder, { mode: 0o700 });
  try {
    const copied = await copySource(source, paths.source, name);
    if (!copied.ok) return copied;
    await writeHead(paths.head, {
      version: 1,
      fileName: name,
      bytes: copied.value,
      options: {},
      ...(source.kind === 'text' ? source.head : {}),
      isClosed: false,
    });
    await rename(paths.folder, join(parent, id));
    await syncFolder(parent);
    return ok(id);
  } finally {
    await rm(paths.folder, { recursive: true, force: true });
  }
}

async function copySource(source: ImportSource, to: string, name: string): Promise<Result<number, Refused>> {
  try {
    const bytes = source.kind === 'file' ? await copyOf(source.path, to) : await writeText(source.text, to);
    // It may have grown since it was looked at.
    return bytes > MOST_SHEET_BYTES ? err(tooLarge(name)) : ok(bytes);
  } catch (error) {
    return err(unreadable(name, error));
  }
}

/** @returns its size in bytes */
async function copyOf(path: string, to: string): Promise<number> {
  // The system copies without a detour through this process, or shares the blocks where it can.
  await copyFile(path, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  await chmod(to, 0o600);
  const handle = await open(to, 'r+');
  try {
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

async function writeText(text: string, to: string): Promise<number> {
  const file = createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(Readable.from(piecesOf(text)), file);
  return file.bytesWritten;
}

const PIECE_CHARACTERS = 1024 * 1024;

/** Pieces of a long text as bytes; never cut between the two halves of a character. */
function* piecesOf(text: string): Generator<Buffer> {
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + PIECE_CHARACTERS);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last < 0xdc00) end++;
    yield Buffer.from(text.slice(at, end), 'utf8');
    at = end;
  }
}
