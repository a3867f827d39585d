import type { HeldBy } from '../../core/held-by.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { type Clock, isoTime } from '../clock.ts';
import {
  beat,
  type Claimant,
  claimantOf,
  giveUp,
  lastBeat,
  lastClaim,
  makeClaim,
  removeClaimsBefore,
} from './claims.ts';
import type { ProcessTable } from './process-table.ts';

export interface LockOptions {
  readonly clock: Clock;
  readonly processes: ProcessTable;
  /** How often a holder gives a sign of life, for those who can't see its process. */
  readonly beatMs: number;
  /** How long it may give none before it counts as gone. */
  readonly deadAfterMs: number;
}

/** A lock that is held. It ends with the process, however that ends. */
export interface Hold {
  release(): Promise<void>;
}

/** Locks between the processes of a machine, each a folder; see `claims.ts` for why there are never two holders. */
export class Locks {
  readonly #options: LockOptions;

  constructor(options: LockOptions) {
    this.#options = options;
  }

  /** Takes a lock, also over from a process that is gone. Where signs of life have to be waited for, that takes a while. */
  async take(folder: string, runId: string): Promise<Result<Hold, HeldBy>> {
    const { clock, processes } = this.#options;
    const claimant: Claimant = { process: await processes.self(), since: isoTime(clock), runId };
    for (;;) {
      const last = await lastClaim(folder);
      const holder = await this.#holderOf(folder, last);
      if (holder) return err(heldBy(holder));
      if (!(await makeClaim(folder, last + 1, claimant))) continue;
      await removeClaimsBefore(folder, last + 1);
      return ok(this.#hold(folder, last + 1));
    }
  }

  /** Who holds a lock, as far as can be seen at once. */
  async look(folder: string): Promise<HeldBy | undefined> {
    const last = await lastClaim(folder);
    const claimant = await claimantOf(folder, last);
    if (!claimant) return undefined;
    const { processes, clock, deadAfterMs } = this.#options;
    const seen = await processes.look(claimant.process);
    const isHeld =
      seen === 'running' || (seen === 'unsure' && clock.now() - (await lastBeat(folder, last)) < deadAfterMs);
    return isHeld ? heldBy(claimant) : undefined;
  }

  /** Who made a claim and is still at work; `undefined` where it is given up or its process is gone. */
  async #holderOf(folder: string, number: number): Promise<Claimant | undefined> {
    const { processes, clock, beatMs, deadAfterMs } = this.#options;
    let beatenAt: number | undefined;
    for (let watchedMs = 0; ; watchedMs += beatMs) {
      const claimant = await claimantOf(folder, number);
      if (!claimant) return undefined;
      const seen = await processes.look(claimant.process);
      if (seen !== 'unsure') return seen === 'running' ? claimant : undefined;
      // Watched rather than compared with the time of day: clocks are set, and machines sleep.
      const at = await lastBeat(folder, number);
      if (beatenAt !== undefined && at !== beatenAt) return claimant;
      if (watchedMs >= deadAfterMs) return undefined;
      beatenAt = at;
      await clock.sleep(beatMs);
    }
  }

  #hold(folder: string, number: number): Hold {
    const { clock, beatMs } = this.#options;
    const giveSign = (): void => void beat(folder, number, new Date(clock.now())).catch(() => undefined);
    const beating = setInterval(giveSign, beatMs);
    beating.unref();
    let released: Promise<void> | undefined;
    return {
      release: () => {
        clearInterval(beating);
        // Where even that can't be written, it ends with the process.
        released ??= giveUp(folder, number).catch(() => undefined);
        return released;
      },
    };
  }
}

const heldBy = ({ process: { pid, host }, since, runId }: Claimant): HeldBy => ({ pid, host, since, runId });
