import type { TellWindow } from '../contract/events.ts';
import { compareApproval } from '../core/approved-plan.ts';
import type { HeldBy } from '../core/held-by.ts';
import { type Plan, updatesOf } from '../core/plan.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import { accountHeldText, runFaultText } from '../core/words/run-faults.ts';
import type { WorkSettings } from '../core/work-settings.ts';
import type { Clock } from '../services/clock.ts';
import { connectionInfo } from '../services/connection.ts';
import { keyFingerprintOf } from '../services/key-fingerprint.ts';
import { beginRun } from '../services/run/begin-run.ts';
import { goOnWithRun } from '../services/run/go-on.ts';
import type { KeptRun, RunHost } from '../services/run/kept-run.ts';
import { systemOperator } from '../services/run/operator.ts';
import { listRun } from '../services/run-store/list-runs.ts';
import { readRun } from '../services/run-store/read-run.ts';
import { unfinishedRuns } from '../services/run-store/unfinished-runs.ts';
import { listSessions } from '../services/sessions/list-sessions.ts';
import { withoutStale } from './derive-plan.ts';
import type { KeptDryRuns } from './kept-dry-runs.ts';
import type { LinkedConnection, Links } from './links.ts';
import type { MethodInput, MethodOutput } from './methods.ts';
import type { PlanEntry } from './plan-entry.ts';
import type { Plans } from './plans.ts';
import { RunBatches } from './run-batches.ts';

export interface RunsOptions {
  readonly plans: Plans;
  readonly links: Links;
  readonly dryRuns: KeptDryRuns;
  readonly dataFolder: string;
  readonly appVersion: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly tell: TellWindow;
}

type Nothing = Record<string, never>;

const SUM_UP_AFTER_MS = 3_000;

/** Applies plans, one at a time for each key, each plan once. */
export class Runs {
  readonly #options: RunsOptions;
  /** Plans whose run is being started: two clicks are one run. */
  readonly #starting = new Set<PlanEntry>();

  constructor(options: RunsOptions) {
    this.#options = options;
  }

  async start({
    planId,
    customers,
    approvedHash,
    reason,
    work,
  }: MethodInput<'run.start'>): Promise<Result<{ readonly runId: string }, Refused>> {
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
    if (approvedHash !== undefined) {
      const approval = compareApproval(applied.hash, approvedHash);
      if (approval === 'unreadable') return err(refused('approval_unreadable'));
      if (approval === 'other') return err(refused('not_approved', { hash: applied.hash }));
    }
    if (reason === undefined && applied.connection.mode === 'LIVE') return err(refused('reason_missing'));
    this.#starting.add(entry);
    try {
      const run = await this.#begin(entry, applied, { work, reason });
      return run.ok
        ? ok({ runId: run.value.runId })
        : err(refused('run_elsewhere', { why: accountHeldText(run.error) }));
    } catch (error) {
      // Without its folder and plan on the disk no run begins.
      return err(refused('run_not_started', { why: (error as Error).message }));
    } finally {
      this.#starting.delete(entry);
    }
  }

  /** Whether a plan is just about to be applied: what it is must not change any more. */
  isStarting(planId: string): boolean {
    return [...this.#starting].some(({ plan }) => plan.id === planId);
  }

  /** Interrupted runs whose sheet is still there; others can be gone on with in a terminal. */
  async unfinished(): Promise<MethodOutput<'runs.unfinished'>> {
    const { dataFolder } = this.#options;
    const sessions = new Set((await listSessions(dataFolder)).map(({ sessionId }) => sessionId));
    return (await unfinishedRuns(dataFolder)).flatMap(({ source, startedAt, connection, ...run }) => {
      if (!source || !sessions.has(source.sessionId)) return [];
      const { name, baseUrl, mode, keyLastFour } = connection;
      return [
        {
          ...run,
          sessionId: source.sessionId,
          startedAt: startedAt ?? null,
          connection: { name, baseUrl, mode, keyLastFour },
        },
      ];
    });
  }

  async goOn({
    runId,
    link,
    work,
  }: MethodInput<'run.go_on'>): Promise<Result<MethodOutput<'run.go_on'>, Refused>> {
    const { plans, dataFolder } = this.#options;
    const kept = await readRun(dataFolder, runId);
    if (!kept.ok) return err(refused('run_not_resumed', { why: runFaultText(kept.error) }));
    const { plan } = kept.value;
    const restored = await plans.restore(plan, { link, work });
    if (!restored.ok) return restored;
    const entry = restored.value;
    const batches = this.#batchesOf(entry, plan);
    const run = await goOnWithRun({
      ...this.#hostOf(entry.linked, work),
      runId,
      connection: connectionInfo(entry.linked.connection),
      isAttended: true,
      onEvent: (event, state) => batches.onEvent(event, state),
    });
    if (!run.ok) {
      plans.forget(entry.sessionId);
      return err(refused('run_not_resumed', { why: run.error }));
    }
    this.#options.links.hold(entry.linked.account, run.value.done);
    entry.begin(run.value, () => batches.now());
    batches.begin(run.value.state);
    this.#sumUp(run.value);
    return ok({ sessionId: entry.sessionId, planId: plan.id });
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

  async #begin(
    entry: PlanEntry,
    applied: Plan,
    { work, reason }: { readonly work: WorkSettings; readonly reason: string | undefined },
  ): Promise<Result<KeptRun, HeldBy>> {
    const { links } = this.#options;
    const batches = this.#batchesOf(entry, applied);
    const run = await beginRun({
      ...this.#hostOf(links.again(entry.linked, work), work),
      plan: applied,
      isAttended: true,
      ...(reason === undefined ? {} : { reason }),
      onEvent: (event, state) => batches.onEvent(event, state),
    });
    if (!run.ok) return run;
    links.hold(entry.linked.account, run.value.done);
    entry.apply(applied);
    entry.begin(run.value, () => batches.now());
    batches.begin(run.value.state);
    this.#options.dryRuns.forget(entry.made.id);
    this.#sumUp(run.value);
    return run;
  }

  /** A while after it has ended, so that the history need not read all of it the first time it is opened. */
  #sumUp({ runId, done }: KeptRun): void {
    const { clock, dataFolder } = this.#options;
    const sumUp = async (): Promise<void> => {
      await done;
      // The window asks for the words of the last rows just now, and a large run takes a second or two to read.
      await clock.sleep(SUM_UP_AFTER_MS);
      await listRun(dataFolder, runId);
    };
    void sumUp().catch(() => undefined);
  }

  #batchesOf(entry: PlanEntry, applied: Plan): RunBatches {
    const { clock, tell } = this.#options;
    return new RunBatches(entry, applied, clock, (batch) => tell('run.batch', batch));
  }

  #hostOf({ client, connection }: LinkedConnection, work: WorkSettings): RunHost {
    const { clock, random, dataFolder, appVersion } = this.#options;
    return {
      dataFolder,
      clock,
      random,
      appVersion,
      client,
      work,
      ...systemOperator(),
      keyFingerprint: keyFingerprintOf(connection),
    };
  }

  #steer(runId: string, act: (run: KeptRun) => void): Result<Nothing, Refused> {
    const run = this.#options.plans.all().find((entry) => entry.run?.runId === runId)?.run;
    if (!run) return err(refused('run_unknown'));
    if (run.state.end) return err(refused('run_over'));
    act(run);
    return ok({});
  }
}
