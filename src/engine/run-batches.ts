import type { EventPayload } from '../contract/events.ts';
import { type Plan, type PlannedUpdate, updatesOf } from '../core/plan.ts';
import { stateNumber } from '../core/row-state.ts';
import type { RunEvent, RunState } from '../core/run.ts';
import { runEndText, runNote } from '../core/words/run.ts';
import type { Clock } from '../services/clock.ts';
import { Pace } from '../services/run/pace.ts';
import type { PlanEntry } from './plan-entry.ts';

/** At most 20 a second: what a screen can show and IPC carries without being noticed. */
const BATCH_MS = 50;
/** Without any event the time left still moves. */
const HEARTBEAT_MS = 1_000;

/** Folds a run's events into few messages, each with all counts: one that is missed is made up for by the next. */
export class RunBatches {
  readonly #entry: PlanEntry;
  readonly #emit: (batch: EventPayload<'run.batch'>) => void;
  readonly #pace: Pace;
  readonly #updates: readonly PlannedUpdate[];
  readonly #changed = new Set<number>();
  #heartbeat: NodeJS.Timeout | undefined;
  #runId = '';
  #ended = 0;
  #scheduled: NodeJS.Timeout | undefined;
  #state: RunState | undefined;

  constructor(
    entry: PlanEntry,
    applied: Plan,
    clock: Clock,
    emit: (batch: EventPayload<'run.batch'>) => void,
  ) {
    this.#entry = entry;
    this.#updates = updatesOf(applied);
    this.#emit = emit;
    this.#pace = new Pace(() => clock.now());
  }

  /** The run has begun, or is gone on with: rows without an outcome wait for their turn. */
  begin(state: RunState): void {
    this.#standing(state);
    this.#heartbeat = setInterval(() => this.#schedule(), HEARTBEAT_MS);
  }

  /** Told each event once it is durable. */
  onEvent(event: RunEvent, state: RunState): void {
    this.#state = state;
    this.#runId = state.runId;
    if ('row' in event) {
      const next = this.#stateAfter(event);
      if (next !== undefined && this.#entry.setState(event.row, next)) this.#changed.add(event.row);
    }
    if (event.kind === 'ended') {
      this.#ended++;
      this.#pace.ended();
    }
    if (event.kind === 'run_resumed') this.#standing(state);
    if (event.kind === 'run_ended') this.#flush();
    else this.#schedule();
  }

  #standing({ rows }: RunState): void {
    this.#ended = 0;
    for (const { row } of this.#updates) {
      const outcome = rows.get(row)?.outcome;
      if (outcome) this.#ended++;
      if (this.#entry.setState(row, outcome?.state ?? 'queued')) this.#changed.add(row);
    }
  }

  #stateAfter(event: RunEvent) {
    if (event.kind === 'intent') return 'sending' as const;
    return event.kind === 'ended' ? event.outcome.state : undefined;
  }

  #schedule(): void {
    if (this.#state?.end) return;
    this.#scheduled ??= setTimeout(() => this.#flush(), BATCH_MS);
  }

  #flush(): void {
    clearTimeout(this.#scheduled);
    this.#scheduled = undefined;
    const now = this.now();
    if (!now) return;
    if (now.end) clearInterval(this.#heartbeat);
    const changed = [...this.#changed].map((row): [number, number] => [
      row,
      stateNumber(this.#entry.stateOf(row)),
    ]);
    this.#changed.clear();
    this.#emit({ ...now, changed });
  }

  /** How the run stands, with no changed rows: for whoever looks at all of them anyway. */
  now(): EventPayload<'run.batch'> | null {
    const state = this.#state;
    if (!state) return null;
    const rate = state.end ? undefined : this.#pace.rate(this.#updates.length - this.#ended);
    return {
      runId: this.#runId,
      planId: this.#entry.plan.id,
      changed: [],
      counts: this.#entry.counts,
      ended: this.#ended,
      total: this.#updates.length,
      perMinute: rate?.perMinute ?? null,
      leftMs: rate?.leftMs ?? null,
      note: state.end ? '' : runNote(state.pausedBy, this.#entry.linked.client.gate.closedForMs),
      pausedBy: state.pausedBy ?? null,
      end: state.end ? { how: state.end.how, message: runEndText(state) } : null,
    };
  }
}
