import type { AnswerSummary } from './answer.ts';
import { assertNever } from './assert-never.ts';
import type { Change } from './change.ts';
import type { RowId } from './diagnostic.ts';
import { openAgain } from './open-again.ts';
import type { NotAttemptedReason, Outcome } from './outcome.ts';
import type { PatchBody } from './patch-body.ts';
import type { ConnectionInfo, Plan } from './plan.ts';
import { updatesOf } from './plan.ts';
import type { RunSettings } from './run-settings.ts';

/** Why a run waits for a person or for the net. */
export type PauseReason =
  | 'person'
  | 'no_connection'
  | 'long_rate_limit'
  | 'budget_spent'
  | 'too_many_failures'
  | 'pilot_done'
  /** The machine slept, or the net was away, for so long that somebody should say that it is still meant. */
  | 'long_absence';

/** By whom, where and how a run was started. */
export type RunStart = Pick<
  Extract<RunEvent, { readonly kind: 'run_started' }>,
  'connection' | 'operator' | 'machine' | 'reason' | 'appVersion' | 'settings'
>;

export type RunEnd = 'completed' | 'stopped' | 'aborted' | 'failed';

/** Everything that is known of a run is the sequence of these; the journal keeps them, screens listen to them. */
export type RunEvent =
  | {
      readonly kind: 'run_started';
      readonly at: string;
      readonly runId: string;
      readonly planId: string;
      readonly planHash: string;
      readonly connection: ConnectionInfo;
      readonly keyFingerprint: string;
      /** Who started it and where, as the system names them. */
      readonly operator: string;
      readonly machine: string;
      /** A ticket, or why it is done, where the person gave one. */
      readonly reason?: string;
      readonly appVersion: string;
      readonly rows: number;
      readonly settings: RunSettings;
    }
  /** Gone on with, from the plan and the events so far alone. */
  | {
      readonly kind: 'run_resumed';
      readonly at: string;
      readonly appVersion: string;
      readonly operator: string;
      readonly machine: string;
      readonly keyFingerprint: string;
    }
  /** Durable before the request leaves. The body is the one sent, the changes are those against what was read just before. */
  | {
      readonly kind: 'intent';
      readonly at: string;
      readonly row: RowId;
      readonly attempt: number;
      readonly customerId: string;
      readonly body: PatchBody;
      readonly changes: readonly Change[];
    }
  | {
      readonly kind: 'answered';
      readonly at: string;
      readonly row: RowId;
      readonly attempt: number;
      readonly answer: AnswerSummary;
    }
  /** Durable before the row is shown as ended. */
  | { readonly kind: 'ended'; readonly at: string; readonly row: RowId; readonly outcome: Outcome }
  | { readonly kind: 'paused'; readonly at: string; readonly reason: PauseReason; readonly detail?: string }
  | { readonly kind: 'resumed'; readonly at: string }
  | {
      readonly kind: 'run_ended';
      readonly at: string;
      readonly end: RunEnd;
      readonly reason?: NotAttemptedReason;
      readonly detail?: string;
    };

export interface Attempt {
  readonly number: number;
  readonly sentAt: string;
  readonly body: PatchBody;
  readonly answer?: AnswerSummary;
  readonly answeredAt?: string;
}

/** What a run knows of one of its rows. */
export interface RunRow {
  readonly row: RowId;
  readonly attempts: readonly Attempt[];
  /** Of the last attempt, or of the plan before there is one. */
  readonly changes: readonly Change[];
  readonly outcome?: Outcome;
  readonly endedAt?: string;
}

export interface RunState {
  readonly runId: string;
  readonly planId: string;
  readonly startedAt: string;
  /** Missing before it started. */
  readonly start?: RunStart;
  /** Of the key it was last at work with; empty before it started. */
  readonly keyFingerprint: string;
  readonly pausedBy?: PauseReason | undefined;
  readonly end?: {
    readonly how: RunEnd;
    readonly at: string;
    readonly reason?: NotAttemptedReason | undefined;
    readonly detail?: string | undefined;
  };
  readonly rows: ReadonlyMap<RowId, RunRow>;
}

/** A run's state, event by event. One owner folds the events in; it changes its own maps and shows them read-only. */
export class RunReducer {
  readonly #plan: Plan;
  readonly #rows = new Map<RowId, RunRow>();
  #state: Omit<RunState, 'rows'>;

  constructor(plan: Plan) {
    this.#plan = plan;
    for (const { row, changes } of updatesOf(plan)) this.#rows.set(row, { row, attempts: [], changes });
    this.#state = { runId: '', planId: plan.id, startedAt: '', keyFingerprint: '' };
  }

  get state(): RunState {
    return { ...this.#state, rows: this.#rows };
  }

  apply(event: RunEvent): void {
    switch (event.kind) {
      case 'run_started':
        this.#state = {
          ...this.#state,
          runId: event.runId,
          startedAt: event.at,
          start: startOf(event),
          keyFingerprint: event.keyFingerprint,
        };
        return;
      case 'run_resumed':
        this.#resume(event.keyFingerprint);
        return;
      case 'intent': {
        const attempt: Attempt = { number: event.attempt, sentAt: event.at, body: event.body };
        this.#update(event.row, (row) => ({
          ...row,
          changes: event.changes,
          attempts: [...row.attempts, attempt],
        }));
        return;
      }
      case 'answered':
        this.#update(event.row, (row) => ({
          ...row,
          attempts: row.attempts.map((attempt) =>
            attempt.number === event.attempt
              ? { ...attempt, answer: event.answer, answeredAt: event.at }
              : attempt,
          ),
        }));
        return;
      case 'ended':
        this.#update(event.row, (row) => ({ ...row, outcome: event.outcome, endedAt: event.at }));
        return;
      case 'paused':
        this.#state = { ...this.#state, pausedBy: event.reason };
        return;
      case 'resumed':
        this.#state = { ...this.#state, pausedBy: undefined };
        return;
      case 'run_ended': {
        const { end: how, at, reason, detail } = event;
        this.#state = { ...this.#state, pausedBy: undefined, end: { how, at, reason, detail } };
        return;
      }
      default:
        assertNever(event, 'run event');
    }
  }

  /** The end is none any more, and rows that ended only because of it are waiting again. */
  #resume(keyFingerprint: string): void {
    const again = openAgain(this.#plan, this.state);
    const { end: _, ...going } = this.#state;
    this.#state = { ...going, keyFingerprint, pausedBy: undefined };
    for (const row of again) {
      this.#update(row, ({ outcome: _outcome, endedAt: _endedAt, ...open }) => open);
    }
  }

  #update(row: RowId, change: (row: RunRow) => RunRow): void {
    const known = this.#rows.get(row);
    if (!known) throw new Error(`The run has no row ${row}`);
    this.#rows.set(row, change(known));
  }
}

function startOf(event: Extract<RunEvent, { readonly kind: 'run_started' }>): RunStart {
  const { connection, operator, machine, reason, appVersion, settings } = event;
  return { connection, operator, machine, appVersion, settings, ...(reason === undefined ? {} : { reason }) };
}
