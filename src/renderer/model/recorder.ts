import type { RecordedOperation } from '../../core/operation.ts';
import type { Host } from './host.ts';

export interface RecorderEvents {
  readonly onSaved: (savedAt: string) => void;
  readonly onFailed: (message: string) => void;
}

/** Sends operations to the host one after the other; each is on the disk before the next one leaves. */
export class Recorder {
  readonly #host: Host;
  readonly #sessionId: string;
  readonly #events: RecorderEvents;
  #last: Promise<boolean> = Promise.resolve(true);

  constructor(host: Host, sessionId: string, events: RecorderEvents) {
    this.#host = host;
    this.#sessionId = sessionId;
    this.#events = events;
  }

  record(revision: number, operation: RecordedOperation): void {
    this.#last = this.#last.then(async (isWhole) => {
      // After one that could not be saved the numbers no longer fit; the person was told.
      if (!isWhole) return false;
      const saved = await this.#host.command('session.record', {
        sessionId: this.#sessionId,
        revision,
        operation,
      });
      if (saved.ok) this.#events.onSaved(saved.value.savedAt);
      else this.#events.onFailed(saved.error.message);
      return saved.ok;
    });
  }

  /** Whether everything recorded so far is on the disk. */
  flush(): Promise<boolean> {
    return this.#last;
  }
}
