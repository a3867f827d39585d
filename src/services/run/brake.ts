import type { NotAttemptedReason } from '../../core/outcome.ts';
import type { PauseReason } from '../../core/run.ts';
import type { Clock } from '../clock.ts';
import { backOff } from '../patient-read.ts';

export interface BrakeOptions {
  readonly clock: Clock;
  readonly random: () => number;
  /** Without a net for longer the run waits for a person; `null`: it goes on by itself. */
  readonly longestAbsenceMs: number | null;
  readonly onPause: (reason: PauseReason, detail: string | undefined) => void;
  readonly onResume: () => void;
}

/** Holds up or ends all workers of a run alike. */
export class Brake {
  readonly #options: BrakeOptions;
  readonly #aborting = new AbortController();
  readonly #ending = new AbortController();
  #stopReason: NotAttemptedReason | undefined;
  #stopDetail: string | undefined;
  /** Each reason holds everybody up until it is gone; the net coming back does not end a person's pause. */
  readonly #pausedBy = new Map<PauseReason, string | undefined>();
  #held: { readonly promise: Promise<void>; readonly release: () => void } | undefined;
  #reconnecting: Promise<void> | undefined;
  #failedConnects = 0;
  #awaySince: number | undefined;

  constructor(options: BrakeOptions) {
    this.#options = options;
  }

  /** Aborts what is in flight. */
  get signal(): AbortSignal {
    return this.#aborting.signal;
  }

  /** Aborted by every way to end the run: for waiting after which something new would be sent. */
  get ending(): AbortSignal {
    return this.#ending.signal;
  }

  /** Why no further row begins: the weightiest reason, the first of those that weigh the same. */
  get stopReason(): NotAttemptedReason | undefined {
    return this.#stopReason;
  }

  get stopDetail(): string | undefined {
    return this.#stopDetail;
  }

  /** Finishes what is in flight and begins nothing else. */
  stop(reason: NotAttemptedReason, detail?: string): void {
    if (this.#stopReason === undefined || weightOf(reason) > weightOf(this.#stopReason)) {
      this.#stopReason = reason;
      this.#stopDetail = detail;
    }
    this.#ending.abort();
    if (this.#pausedBy.size === 0) return;
    this.#pausedBy.clear();
    this.#letGo();
  }

  /** Cuts off what is in flight; what became of it is read before the run ends. */
  abort(): void {
    this.stop('aborted');
    this.#aborting.abort();
  }

  pause(reason: PauseReason, detail?: string): void {
    if (this.#stopReason || this.#pausedBy.has(reason)) return;
    this.#pausedBy.set(reason, detail);
    if (!this.#held) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#held = { promise, release: resolve };
    }
    this.#options.onPause(reason, detail);
  }

  /** A person goes on; what waits for the net still does. */
  resume(): void {
    this.#awaySince = undefined;
    for (const reason of this.#pausedBy.keys()) if (reason !== 'no_connection') this.#endPause(reason);
  }

  get isHeld(): boolean {
    return this.#held !== undefined;
  }

  /** Returns at once when nothing is paused. */
  async whilePaused(): Promise<void> {
    while (this.#held) await this.#held.promise;
  }

  connected(): void {
    this.#failedConnects = 0;
    this.#awaySince = undefined;
  }

  /** No byte left: everybody waits, longer each time, and no row is charged for it. */
  async waitForConnection(detail: string): Promise<void> {
    this.#reconnecting ??= this.#reconnect(detail).finally(() => {
      this.#reconnecting = undefined;
    });
    await this.#reconnecting;
  }

  async #reconnect(detail: string): Promise<void> {
    const { clock, random, longestAbsenceMs } = this.#options;
    this.#awaySince ??= clock.now();
    this.pause('no_connection', detail);
    this.#failedConnects++;
    await backOff(this.#failedConnects, { clock, random, signal: this.ending });
    const isLong = longestAbsenceMs !== null && clock.now() - this.#awaySince > longestAbsenceMs;
    if (isLong) this.pause('long_absence');
    this.#endPause('no_connection');
  }

  #endPause(reason: PauseReason): void {
    if (!this.#pausedBy.delete(reason)) return;
    const [left] = this.#pausedBy;
    if (left) this.#options.onPause(...left);
    else this.#letGo();
  }

  #letGo(): void {
    this.#held?.release();
    this.#held = undefined;
    this.#options.onResume();
  }
}

/** A run that a person stopped, then aborted, and whose journal then failed, has failed. */
function weightOf(reason: NotAttemptedReason): number {
  if (reason === 'stopped') return 0;
  return reason === 'aborted' ? 1 : 2;
}
