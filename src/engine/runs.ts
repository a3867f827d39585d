import { randomUUID } from 'node:crypto';
import type { TellWindow } from '../contract/events.ts';
import { leaveOut } from '../core/leave-out.ts';
import { type Plan, updatesOf } from '../core/plan.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import type { Clock } from '../services/clock.ts';
import { hashOf } from '../services/dry-run/dry-run.ts';
import { keyFingerprintOf } from '../services/key-fingerprint.ts';
import { beginRun } from '../services/run/begin-run.ts';
import type { BegunRun } from '../services/run/begun-run.ts';
import { systemOperator } from '../services/run/operator.ts';
import type { PlanEntry } from './plan-entry.ts';
import type { Plans } from './plans.ts';
import { RunBatches } from './run-batches.ts';

export interface RunsOptions {
  readonly plans: Plans;
  readonly dataFolder: string;
  readonly appVersion: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly tell: TellWindow;
}

type Nothing = Record<string, never>;

/** Applies plans, one at a time for each key, each plan once. */
export class Runs {
  readonly #options: RunsOptions;
  /** Plans whose run is being started: two clicks are one run. */
  readonly #starting = new Set<PlanEntry>();

  constructor(options: RunsOptions) {
    this.#options = options;
  }

  async start(planId: string, customers: number): Promise<Result<{ readonly runId: string }, Refused>> {
    const found = this.#options.plans.get(planId);
    if (!found.ok) return found;
    const entry = found.value;
    if (entry.run) return err(refused(entry.isRunning ? 'run_on' : 'plan_spent'));
    const isBusy = this.#options.plans
      .all()
      .some(
        (other) =>
          other.linked.account === entry.linked.account && (other.isRunning || this.#starting.has(other)),
      );
    if (isBusy) return err(refused('run_on'));
    const applied = withoutStale(entry);
    const updates = updatesOf(applied).length;
    // What was reviewed is what changes: the number stands for what the person saw.
    if (updates !== customers) return err(refused('other_count', { asked: customers, customers: updates }));
    this.#starting.add(entry);
    try {
      const { runId } = await this.#begin(entry, applied);
      return ok({ runId });
    } catch (error) {
      // Without its folder and plan on the disk no run begins.
      return err(refused('run_not_started', { why: (error as Error).message }));
    } finally {
      this.#starting.delete(entry);
    }
  }

  pause(runId: string): Result<Nothing, Refused> {
    return this.#steer(runId, (run) => run.pause());
  }

  resume(runId: string): Result<Nothing, Refused> {
    return this.#steer(runId, (run) => run.resume());
  }

  stop(runId: string): Result<Nothing, Refused> {
    return this.#steer(runId, (run) => run.stop());
  }

  abort(runId: string): Result<Nothing, Refused> {
    return this.#steer(runId, (run) => run.abort());
  }

  async #begin(entry: PlanEntry, applied: Plan): Promise<BegunRun> {
    const { clock, random, dataFolder, appVersion, tell } = this.#options;
    entry.apply(applied);
    const batches = new RunBatches(entry, clock, (batch) => tell('run.batch', batch));
    const run = await beginRun({
      plan: applied,
      client: entry.linked.client,
      dataFolder,
      clock,
      random,
      appVersion,
      isAttended: true,
      ...systemOperator(),
      keyFingerprint: keyFingerprintOf(entry.linked.connection),
      onEvent: (event, state) => batches.onEvent(event, state),
    });
    entry.begin(run);
    batches.begin();
    return run;
  }

  #steer(runId: string, act: (run: BegunRun) => void): Result<Nothing, Refused> {
    const run = this.#options.plans.all().find((entry) => entry.run?.runId === runId)?.run;
    if (!run) return err(refused('run_unknown'));
    if (run.state.end) return err(refused('run_over'));
    act(run);
    return ok({});
  }
}

/** The plan as it was reviewed, or one derived from it with an id and a hash of its own. */
function withoutStale(entry: PlanEntry): Plan {
  const { plan } = entry;
  const rows = leaveOut(plan.rows, entry.staleRows);
  if (rows === plan.rows) return plan;
  return { ...plan, id: randomUUID(), hash: hashOf({ connection: plan.connection, rows }), rows };
}
