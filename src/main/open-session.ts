import type { CommandError } from '../contract/commands.ts';
import type { OpenedSession } from '../contract/session-schemas.ts';
import type { Result } from '../core/result.ts';

/** What the window has open; one that loads again goes on there. */
export class OpenSession {
  #id: string | null = null;

  get id(): string | null {
    return this.#id;
  }

  /** From now on the window has this one open, where it could be opened. */
  async opening(
    answering: Promise<Result<OpenedSession, CommandError>>,
  ): Promise<Result<OpenedSession, CommandError>> {
    const opened = await answering;
    if (opened.ok) this.#id = opened.value.sessionId;
    return opened;
  }

  /** It is no longer open, where it could be left. */
  async leaving<T>(
    sessionId: string,
    answering: Promise<Result<T, CommandError>>,
  ): Promise<Result<T, CommandError>> {
    const left = await answering;
    if (left.ok) this.forget(sessionId);
    return left;
  }

  forget(sessionId: string): void {
    if (this.#id === sessionId) this.#id = null;
  }
}
