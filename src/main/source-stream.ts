import { open } from 'node:fs/promises';
import { isSessionId, sessionPaths } from '../services/sessions/session-folder.ts';

/** So much at a time: with less the window spends its time on asking. */
const CHUNK_BYTES = 256 * 1024;

/** Read before they are asked for, so that disk and window do not wait for each other in turn. */
const CHUNKS_AHEAD = 4;

export interface SourceStream {
  readonly body: ReadableStream<Uint8Array>;
  readonly bytes: number;
}

/**
 * A session's source, as its bytes: read as fast as the window takes them, so a large sheet is nowhere in memory
 * as a whole. `undefined` where there is none.
 *
 * SECURITY: the id is checked to be one before it becomes part of a path.
 */
export async function sourceStream(dataFolder: string, sessionId: string): Promise<SourceStream | undefined> {
  if (!isSessionId(sessionId)) return undefined;
  const handle = await open(sessionPaths(dataFolder, sessionId).source, 'r').catch(() => undefined);
  if (!handle) return undefined;
  const { size } = await handle.stat();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { bytesRead, buffer } = await handle.read(new Uint8Array(CHUNK_BYTES), 0, CHUNK_BYTES, null);
        if (bytesRead > 0) {
          controller.enqueue(buffer.subarray(0, bytesRead));
          return;
        }
        controller.close();
        await handle.close();
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: CHUNKS_AHEAD },
  );
  return { body, bytes: size };
}
