import pLimit from 'p-limit';
import type { RowId } from '../../core/diagnostic.ts';
import { inRunOrder } from '../../core/email-order.ts';
import type { NotAttemptedReason, Outcome } from '../../core/outcome.ts';
import { type Plan, type PlannedUpdate, updatesOf } from '../../core/plan.ts';
import { type RunEnd, type RunEvent, RunReducer, type RunState } from '../../core/run.ts';
import type { RunSettings } from '../../core/run-settings.ts';
import { type Clock, isoTime } from '../clock.ts';
import type { PacedClient } from '../paced-client.ts';
import { applyRow } from './apply-row.ts';
import { Brake } from './brake.ts';

/** Keeps what happens in a run, in the order of the calls, which need not wait for each other. */
export interface Journal {
  /** Resolves when the event is durable; rejects when it may not be, and for ever after. */
  append(event: RunEvent): Promise<void>;
}

export interface RunOptions {
  readonly runId: string;
  readonly plan: Plan;
  readonly client: PacedClient;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly random: () => number;
  readonly settings: RunSettings;
  readonly appVersion: string;
  readonly operator: string;
  readonly machine: string;
  readonly reason?: string | undefined;
  readonly keyFingerprint: string;
  /** Told each event once it is durable. */
  readonly onEvent?: (event: RunEvent, state: RunState) => void;
}

/** One application of one plan. */
export interface Run {
  readonly state: RunState;
  /** Resolves when every row has an outcome. */
  readonly done: Promise<RunState>;
  pause(): void;
  resume(): void;
  /** Finishes what is in flight; the rest is not attempted. */
  stop(): void;
  /** Cuts off what is in flight and reads what became of it. */
  abort(): void;
}

/** Starts applying a plan. Nothing but the plan's changes is sent, each after its intent is in the journal. */
export function startRun(options: RunOptions): Run {
  const runner = new Runner(options);
  const done = runner.run();
  return {
    get state() {
      return runner.state;
    },
    done,
    pause: () => {
      if (!runner.state.end) runner.brake.pause('person');
    },
    resume: () => runner.brake.resume(),
    stop: () => runner.brake.stop('stopped'),
    abort: () => runner.brake.abort(),
  };
}

class Runner {
  readonly brake: Brake;
  readonly #options: RunOptions;
  readonly #reducer: RunReducer;
  readonly #outcomes = new Map<RowId, Promise<Outcome>>();
  #defect: { readonly error: unknown } | undefined;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#reducer = new RunReducer(options.plan);
    const { clock, random } = options;
    this.brake = new Brake({
      clock,
      random,
      onPause: (reason, detail) =>
        this.#note({
          kind: 'paused',
          at: isoTime(clock),
          reason,
          ...(detail === undefined ? {} : { detail }),
        }),
      onResume: () => this.#note({ kind: 'resumed', at: isoTime(clock) }),
    });
  }

  get state(): RunState {
    return this.#reducer.state;
  }

  async run(): Promise<RunState> {
    const { plan, settings } = this.#options;
    const updates = inRunOrder(updatesOf(plan));
    await this.#recordOrStop(this.#startEvent());
    const limit = pLimit(settings.concurrency);
    for (const update of updates)
      this.#outcomes.set(
        update.row,
        limit(() => this.#applyAndRecord(update)),
      );
    await Promise.allSettled(this.#outcomes.values());
    // Without an end in its journal the run is still there to be gone on with.
    if (this.#defect) throw this.#defect.error;
    await this.#recordOrStop(this.#endEvent());
    return this.state;
  }

  async #applyAndRecord(update: PlannedUpdate): Promise<Outcome> {
    try {
      const outcome = await this.#applyInOrder(update);
      await this.#recordOrStop({ kind: 'ended', at: isoTime(this.#options.clock), row: update.row, outcome });
      return outcome;
    } catch (error) {
      this.#fail(error);
      throw error;
    }
  }

  /** A defect: nothing more is sent, what is in flight finishes, and the run rejects. */
  #fail(error: unknown): void {
    this.#defect ??= { error };
    this.brake.stop('stopped');
  }

  /** Rows come in an order in which the one that is waited for was begun before: waiting can't lock up. */
  async #applyInOrder(update: PlannedUpdate): Promise<Outcome> {
    const before = update.after === undefined ? undefined : await this.#outcomes.get(update.after);
    if (before && before.state !== 'applied' && before.state !== 'already_so') {
      return { state: 'not_attempted', reason: 'depends_on_other_row' };
    }
    const { plan, ...rest } = this.#options;
    try {
      return await applyRow(update, {
        ...rest,
        mergeOptions: plan.options,
        brake: this.brake,
        record: (event) => this.#record(event),
      });
    } catch (error) {
      if (!(error instanceof JournalError)) throw error;
      return this.#outcomeWithoutJournal(update.row);
    }
  }

  /** The journal failed while the row was at work: whether a request had left decides what can be said. */
  #outcomeWithoutJournal(row: RowId): Outcome {
    const isSent = (this.state.rows.get(row)?.attempts.length ?? 0) > 0;
    return isSent
      ? { state: 'unknown', reason: 'journal_failed', seen: [] }
      : { state: 'not_attempted', reason: 'journal_failed' };
  }

  /** Durable first, known second. */
  async #record(event: RunEvent): Promise<void> {
    try {
      await this.#options.journal.append(event);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.brake.stop('journal_failed', detail);
      throw new JournalError(detail);
    }
    this.#know(event);
  }

  /** For events after which nothing is sent: where the journal fails they are still known in this process. */
  async #recordOrStop(event: RunEvent): Promise<void> {
    try {
      await this.#record(event);
    } catch (error) {
      if (!(error instanceof JournalError)) throw error;
      this.#know(event);
    }
  }

  /** Pauses need not be durable before they hold. */
  #note(event: RunEvent): void {
    void this.#recordOrStop(event);
  }

  #know(event: RunEvent): void {
    this.#reducer.apply(event);
    try {
      this.#options.onEvent?.(event, this.state);
    } catch (error) {
      this.#fail(error);
    }
  }

  #startEvent(): RunEvent {
    const { plan, clock, runId, appVersion, settings, operator, machine, reason, keyFingerprint } =
      this.#options;
    return {
      kind: 'run_started',
      at: isoTime(clock),
      runId,
      planId: plan.id,
      planHash: plan.hash,
      connection: plan.connection,
      keyFingerprint,
      operator,
      machine,
      ...(reason === undefined ? {} : { reason }),
      appVersion,
      rows: plan.rows.length,
      settings,
    };
  }

  #endEvent(): RunEvent {
    const reason = this.brake.stopReason;
    const detail = this.brake.stopDetail;
    return {
      kind: 'run_ended',
      at: isoTime(this.#options.clock),
      end: endOf(reason),
      ...(reason === undefined ? {} : { reason }),
      ...(detail === undefined ? {} : { detail }),
    };
  }
}

function endOf(reason: NotAttemptedReason | undefined): RunEnd {
  if (reason === undefined) return 'completed';
  return reason === 'stopped' || reason === 'aborted' ? reason : 'failed';
}

class JournalError extends Error {
  override readonly name = 'JournalError';
}
