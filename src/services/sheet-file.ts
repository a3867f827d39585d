import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { encodingOf } from '../core/csv/encoding.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type Refused, refused } from '../core/words/refusals.ts';

const MB = 1024 * 1024;
/** Larger than any sheet Excel can save, and than what can be held as one text. */
export const MOST_SHEET_BYTES = 400 * MB;
const START_BYTES = 4_096;

export const tooLarge = (name: string): Refused =>
  refused('file_too_large', { name, most: MOST_SHEET_BYTES / MB });

/**
 * Whether a file can be a sheet, by its size and first bytes: a workbook or a picture is told from a text file
 * before anything is copied.
 *
 * @returns its size in bytes, or why it can't be used
 */
export async function checkSheetFile(path: string): Promise<Result<number, Refused>> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (!found.isFile()) return err(refused('file_not_one', { name }));
    if (found.size > MOST_SHEET_BYTES) return err(tooLarge(name));
    const start = encodingOf(await readStart(path));
    return start.ok ? ok(found.size) : err(refused('file_unusable', { why: start.error.message }));
  } catch (error) {
    return err(unreadable(name, error));
  }
}

/** Why a file can’t be read, in words: gone, or what the system says. */
export function unreadable(name: string, error: unknown): Refused {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return refused('file_gone', { name });
  return refused('file_unreadable', { name, why: code ?? message });
}

async function readStart(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const start = Buffer.alloc(START_BYTES);
    const { bytesRead } = await handle.read(start, 0, START_BYTES, 0);
    return start.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
