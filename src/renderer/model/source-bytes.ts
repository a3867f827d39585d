import { sourceUrl } from '../../contract/names.ts';
import type { OpenedSession } from '../../contract/session-schemas.ts';
import type { ByteSource } from '../../core/csv/encoding.ts';

/** A session's source as it comes from the host; what is here can be worked on while the rest is on its way. */
export class SourceBytes implements ByteSource {
  readonly #chunks: Uint8Array[] = [];
  #isComplete = false;
  #arriving = Promise.withResolvers<void>();

  /** Begins to read; ends early, and is complete then, where nobody wants it any more. */
  constructor(session: OpenedSession, signal: AbortSignal) {
    this.#read(session, signal).catch((error: unknown) => {
      // Whoever asks for more later hears of it as well.
      this.#arriving.promise.catch(() => undefined);
      this.#arriving.reject(error);
    });
  }

  get chunks(): readonly Uint8Array[] {
    return this.#chunks;
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Resolves when more has come, or all of it has; rejects where no more will. */
  more(): Promise<void> {
    return this.#arriving.promise;
  }

  async #read({ sessionId }: OpenedSession, signal: AbortSignal): Promise<void> {
    const response = await fetch(sourceUrl(sessionId));
    if (!response.ok || response.body === null)
      throw new Error(`The source of session ${sessionId} can't be read`);
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (signal.aborted) {
        await reader.cancel();
        break;
      }
      this.#chunks.push(part.value);
      this.#tell();
    }
    this.#isComplete = true;
    this.#tell();
  }

  #tell(): void {
    const { resolve } = this.#arriving;
    this.#arriving = Promise.withResolvers<void>();
    resolve();
  }
}
