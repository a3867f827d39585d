import type { TellWindow } from '../contract/events.ts';
import { rowsTouched } from '../core/operation.ts';
import type { Plan } from '../core/plan.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import type { Clock } from '../services/clock.ts';
import type { ReadingProgress } from '../services/dry-run/read-customers.ts';
import { DRY_RUN_SETTINGS } from '../services/dry-run/settings.ts';
import type { Session } from '../services/sessions/session.ts';
import type { SessionStore } from '../services/sessions/session-store.ts';
import type { KeptDryRuns } from './kept-dry-runs.ts';
import { knownFor, worthKeeping } from './known-for.ts';
import type { Links } from './links.ts';
import { makePlan } from './make-plan.ts';
import type { MethodInput, MethodOutput } from './methods.ts';
import { type EarlierPlan, PlanEntry } from './plan-entry.ts';
import { progressTeller } from './progress.ts';
import { Sheets } from './sheets.ts';

export interface PlansOptions {
  readonly sessions: SessionStore;
  readonly links: Links;
  readonly clock: Clock;
  readonly random: () => number;
  readonly tell: TellWindow;
  readonly dataFolder: string;
  readonly dryRuns: KeptDryRuns;
}

/** Makes plans and keeps the newest one of each session; whatever shows or applies a plan asks here. */
export class Plans {
  readonly #options: PlansOptions;
  readonly sheets = new Sheets();
  readonly #entries = new Map<string, PlanEntry>();
  /** Dry runs under way, by session. */
  readonly #planning = new Map<string, AbortController>();

  constructor(options: PlansOptions) {
    this.#options = options;
  }

  get(planId: string): Result<PlanEntry, Refused> {
    const entry = this.#entries.get(planId);
    return entry ? ok(entry) : err(refused('plan_unknown'));
  }

  ofSession(sessionId: string): PlanEntry | undefined {
    return this.all().find((entry) => entry.sessionId === sessionId);
  }

  all(): readonly PlanEntry[] {
    return [...this.#entries.values()];
  }

  /** Dry runs are on, over whatever connection. */
  get isAnyOn(): boolean {
    return this.#planning.size > 0;
  }

  /** A session was closed: nothing of it is needed any more. */
  forget(sessionId: string): void {
    this.#planning.get(sessionId)?.abort();
    this.#drop(sessionId);
    this.sheets.forget();
  }

  #drop(sessionId: string): void {
    const entry = this.ofSession(sessionId);
    if (entry) this.#entries.delete(entry.plan.id);
  }

  async make(input: MethodInput<'plan.make'>): Promise<Result<MethodOutput<'plan.make'>, Refused>> {
    const { sessionId, revision, again } = input;
    const session = await this.#options.sessions.get(sessionId);
    if (!session.ok) return session;
    if (revision > session.value.revision) return err(refused('wrong_revision'));
    if (this.#planning.has(sessionId)) return err(refused('planning'));
    const newest = this.ofSession(sessionId);
    if (newest?.isRunning === true) return err(refused('run_on'));
    // The rows that are not planned again keep what that plan and its run say of them.
    if (again && newest?.plan.id !== again.planId) return err(refused('plan_unknown'));
    const earlier = again && newest && { entry: newest, rows: new Set(again.rows) };
    const cancelling = new AbortController();
    this.#planning.set(sessionId, cancelling);
    try {
      return await this.#make(session.value, input, earlier, cancelling.signal);
    } finally {
      this.#planning.delete(sessionId);
    }
  }

  isPlanning(sessionId: string): boolean {
    return this.#planning.has(sessionId);
  }

  current(sessionId: string): MethodOutput<'plan.current'> {
    const entry = this.ofSession(sessionId);
    return {
      isPlanning: this.isPlanning(sessionId),
      plan: entry?.summary ?? null,
      run: entry?.runNow ?? null,
    };
  }

  cancel(sessionId: string): Result<Record<string, never>, Refused> {
    const planning = this.#planning.get(sessionId);
    if (!planning) return err(refused('not_planning'));
    planning.abort();
    return ok({});
  }

  async #make(
    session: Session,
    { revision, link, work, keepsRead }: MethodInput<'plan.make'>,
    earlier: EarlierPlan | undefined,
    signal: AbortSignal,
  ): Promise<Result<MethodOutput<'plan.make'>, Refused>> {
    const { clock, random, links, tell, dataFolder, dryRuns } = this.#options;
    const linked = links.get(link, work);
    if (!linked.ok) return linked;
    const { client } = linked.value;
    const validated = await this.sheets.at(session, revision);
    if (!validated.ok) return validated;
    const progress = progressTeller((now: ReadingProgress) => {
      const waitMs = client.gate.closedForMs + (now.requestsLeft * 60_000) / client.gate.perMinute;
      const leftMs = now.requestsLeft === 0 ? null : waitMs;
      tell('plan.progress', { sessionId: session.id, ...now, leftMs });
    });
    const known =
      keepsRead && !earlier ? knownFor(session.id, linked.value, this.all(), clock.now()) : undefined;
    const made = await makePlan({
      session,
      linked: linked.value,
      validated: validated.value,
      reading: {
        client,
        patience: { clock, random, tries: DRY_RUN_SETTINGS.readTries, signal },
        concurrency: work.concurrency,
        onProgress: (now) => progress.latest(now),
      },
      dataFolder,
      rows: earlier?.rows,
      known,
    });
    progress.stop();
    if (!made.ok) return made;
    const { plan, readings } = made.value;
    const entry = new PlanEntry({
      sessionId: session.id,
      linked: linked.value,
      validated: validated.value,
      made: plan,
      earlier,
      readings: worthKeeping(readings),
    });
    // Edited while the customers were read.
    entry.markStale(rowsTouched(session.operations.slice(revision)));
    this.enter(entry);
    dryRuns.keep(plan);
    return ok(entry.summary);
  }

  /** Takes a kept plan as the newest one of its session: its run is to be gone on with. */
  async restore(
    plan: Plan,
    { link, work }: Pick<MethodInput<'run.go_on'>, 'link' | 'work'>,
  ): Promise<Result<PlanEntry, Refused>> {
    if (!plan.source) return err(refused('run_without_sheet'));
    const { sessionId, revision } = plan.source;
    const session = await this.#options.sessions.open(sessionId);
    if (!session.ok) return err(refused('run_without_sheet'));
    if (this.#planning.has(sessionId)) return err(refused('planning'));
    if (this.ofSession(sessionId)?.isRunning === true) return err(refused('run_on'));
    const linked = this.#options.links.get(link, work);
    if (!linked.ok) return linked;
    const validated = await this.sheets.at(session.value, revision);
    if (!validated.ok) return validated;
    const entry = new PlanEntry({
      sessionId,
      linked: linked.value,
      validated: validated.value,
      made: plan,
    });
    this.enter(entry);
    return ok(entry);
  }

  /** From now on this is the newest plan of its session. */
  enter(entry: PlanEntry): void {
    this.#drop(entry.sessionId);
    this.#entries.set(entry.plan.id, entry);
  }
}
