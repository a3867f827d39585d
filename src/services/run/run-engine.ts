import pLimit, { type LimitFunction } from 'p-limit';
import type { RowId } from '../../core/diagnostic.ts';
import type { Outcome } from '../../core/outcome.ts';
import { type PlannedUpdate, updatesOf } from '../../core/plan.ts';
import { historyOf } from '../../core/row-history.ts';
import type { RunEvent, RunState } from '../../core/run.ts';
import { isoTime } from '../clock.ts';
import { RowTask } from './apply-row.ts';
import { Brake } from './brake.ts';
import { isReallyWritten } from './pilot.ts';
import type { RowContext } from './row-context.ts';
import { inWritingOrder } from './row-order.ts';
import { endEvent, resumeEvent, startEvent } from './run-events.ts';
import { JournalError, RunRecord } from './run-record.ts';
import type { ResumeOptions } from './runner.ts';
import { shareContext } from './share-context.ts';

/** Works through the rows of one run: what was left in doubt first, then all others, in their order. */
export class RunEngine {
  readonly brake: Brake;
  readonly #options: ResumeOptions;
  readonly #record: RunRecord;
  readonly #context: RowContext;
  readonly #updates: readonly PlannedUpdate[];
  readonly #limit: LimitFunction;
  readonly #tasks = new Map<RowId, RowTask>();
  readonly #outcomes = new Map<RowId, Promise<Outcome>>();
  /** The row that was begun last for each customer. */
  readonly #rowsByCustomer = new Map<string, RowId>();
  #left = 0;
  #defect: { readonly error: unknown } | undefined;

  constructor(options: ResumeOptions) {
    this.#options = options;
    const { plan, clock, random, settings } = options;
    this.brake = new Brake({
      clock,
      random,
      longestAbsenceMs: settings.longestAbsenceMs,
      onPause: (reason, detail) =>
        this.#note({
          kind: 'paused',
          at: isoTime(clock),
          reason,
          ...(detail === undefined ? {} : { detail }),
        }),
      onResume: () => this.#note({ kind: 'resumed', at: isoTime(clock) }),
    });
    this.#record = new RunRecord({
      ...options,
      onEvent: options.onEvent,
      onJournalFailed: (detail) => this.brake.stop('journal_failed', detail),
      onDefect: (error) => this.#fail(error),
    });
    this.#updates = inWritingOrder(updatesOf(plan), settings.freshness);
    this.#limit = pLimit(settings.concurrency);
    this.#context = shareContext({
      ...options,
      updates: this.#updates,
      brake: this.brake,
      record: (event) => this.#record.add(event),
    });
  }

  get state(): RunState {
    return this.#record.state;
  }

  /** A person says so. */
  goOn(): void {
    this.#context.rules.goOn();
    this.brake.resume();
  }

  async run(): Promise<RunState> {
    const { events } = this.#options;
    const isBegun = events.some(({ kind }) => kind === 'run_started');
    await this.#record.addOrKnow(isBegun ? resumeEvent(this.#options) : startEvent(this.#options));
    await this.#reconcile();
    const outcomes = [...this.state.rows.values()].flatMap(({ outcome }) => outcome ?? []);
    this.#context.rules.begin(outcomes.filter(isReallyWritten).length);
    this.#left = this.#updates.length - outcomes.length;
    for (const update of this.#updates) this.#begin(update);
    await Promise.allSettled(this.#outcomes.values());
    // Without an end in its journal the run is still there to be gone on with.
    if (this.#defect) throw this.#defect.error;
    await this.#record.addOrKnow(endEvent(this.#options.clock, this.brake));
    return this.state;
  }

  /** Rows that a run before this one left in doubt are read before anything else is sent. */
  async #reconcile(): Promise<void> {
    const open = this.#updates.flatMap((update) => {
      const known = this.state.rows.get(update.row);
      if (known?.outcome) this.#outcomes.set(update.row, Promise.resolve(known.outcome));
      return known && !known.outcome && known.attempts.length > 0
        ? [[update, historyOf(known)] as const]
        : [];
    });
    await Promise.allSettled(
      open.map(([update, history]) => {
        const task = new RowTask(update, this.#context, history);
        this.#tasks.set(update.row, task);
        return this.#limit(() => this.#orFail(() => this.#reconcileRow(update, task)));
      }),
    );
  }

  async #reconcileRow(update: PlannedUpdate, task: RowTask): Promise<void> {
    const outcome = await this.#orWithoutJournal(update, () => task.reconcile());
    if (outcome) this.#outcomes.set(update.row, this.#end(update, outcome));
  }

  #begin(update: PlannedUpdate): void {
    if (this.#outcomes.has(update.row)) return;
    const customer = update.customerId.toLowerCase();
    const before = this.#rowsByCustomer.get(customer);
    this.#rowsByCustomer.set(customer, update.row);
    const outcome = this.#limit(() =>
      this.#orFail(async () => {
        // A plan has one row for each customer; were it otherwise, they would still go one by one.
        if (before !== undefined) await this.#outcomes.get(before);
        return await this.#end(update, await this.#applyInOrder(update));
      }),
    );
    this.#outcomes.set(update.row, outcome);
  }

  /** Rows come in an order in which the one that is waited for was begun before: waiting can't lock up. */
  async #applyInOrder(update: PlannedUpdate): Promise<Outcome> {
    const before = update.after === undefined ? undefined : await this.#outcomes.get(update.after);
    if (before && before.state !== 'applied' && before.state !== 'already_so') {
      return { state: 'not_attempted', reason: 'depends_on_other_row' };
    }
    const task = this.#tasks.get(update.row) ?? new RowTask(update, this.#context);
    const { rules } = this.#context;
    await rules.rowBegins();
    const outcome = await this.#orWithoutJournal(update, () => task.run());
    rules.rowLeaves(outcome, this.#isLast);
    return outcome;
  }

  get #isLast(): boolean {
    return this.#left <= 1;
  }

  /** Durable before the row is shown as ended. */
  async #end({ row }: PlannedUpdate, outcome: Outcome): Promise<Outcome> {
    this.#context.fresh.forget(row);
    this.#tasks.delete(row);
    this.#context.rules.rowEnds(outcome, this.#isLast);
    this.#left--;
    await this.#record.addOrKnow({ kind: 'ended', at: isoTime(this.#options.clock), row, outcome });
    return outcome;
  }

  /** The journal failed while the row was at work: whether a request had left decides what can be said. */
  async #orWithoutJournal<T>({ row }: PlannedUpdate, work: () => Promise<T>): Promise<T | Outcome> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof JournalError)) throw error;
      const isSent = (this.state.rows.get(row)?.attempts.length ?? 0) > 0;
      return isSent
        ? { state: 'unknown', reason: 'journal_failed', seen: [] }
        : { state: 'not_attempted', reason: 'journal_failed' };
    }
  }

  async #orFail<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
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

  /** Pauses need not be durable before they hold. */
  #note(event: RunEvent): void {
    void this.#record.addOrKnow(event);
  }
}
