import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Agent } from 'undici';
import type { RowId } from '../../src/core/diagnostic.ts';
import type { Outcome } from '../../src/core/outcome.ts';
import { type Plan, updatesOf } from '../../src/core/plan.ts';
import { mayResume } from '../../src/core/resume.ts';
import type { RunEvent } from '../../src/core/run.ts';
import { runFaultText } from '../../src/core/words/run-faults.ts';
import { createRandom, seedOf } from '../../src/practice/random.ts';
import { type PracticeServer, startPracticeServer } from '../../src/practice/server.ts';
import { linkTo } from '../../src/services/atlas-link.ts';
import type { Clock } from '../../src/services/clock.ts';
import { connectionInfo, createConnection } from '../../src/services/connection.ts';
import { dryRun } from '../../src/services/dry-run/dry-run.ts';
import { ownGate } from '../../src/services/gate/gate-for.ts';
import { readRun } from '../../src/services/run-store/read-run.ts';
import { sheetOf } from '../services/support/sheet.ts';
import type { Situation } from './boundaries.ts';
import { fastClock } from './fast-clock.ts';
import { type Life, live } from './life.ts';
import type { LifeInput } from './messages.ts';
import type { Death } from './schedule.ts';
import { customersAtFirst, faultsFor, meddle, taskSheet } from './task.ts';
import { type Verdict, verify } from './verify.ts';

const KEY = 'sk_test_practice';
/** A run that takes more processes than that is not getting on. */
const MOST_LIVES = 60;

export interface CampaignOptions {
  readonly dataFolder: string;
  /** Of the program, for its processes. */
  readonly compiledIn: string;
  readonly seed: number;
  /** How the process that takes the run up next is to die; `undefined`: not at all. */
  readonly nextDeath: (situation: Situation) => Death | undefined;
  /** A process was killed; `where` it came past last. */
  readonly onKill: (death: Death, where: string) => void;
  /** How long a process takes from its first word until the run is completed, in ms, as far as is known. */
  readonly usualMs: number;
}

export interface Campaign extends Verdict {
  readonly rows: number;
  readonly lives: number;
  readonly requests: number;
  /** Of a process that completed the run from its beginning or its middle. */
  readonly lastLifeMs: number;
}

/** One run, begun and gone on with by processes that are killed, until one completes it. */
export async function campaign(options: CampaignOptions): Promise<Campaign> {
  const { seed, dataFolder } = options;
  const practice = await startPracticeServer({
    customers: customersAtFirst(),
    rateLimit: Infinity,
    seed,
  });
  try {
    const since = Date.now();
    const plan = await planFor(practice, fastClock(since));
    meddle(practice);
    practice.scriptFaults(faultsFor(seed));
    const planPath = join(dataFolder, 'approved-plan.json');
    await writeFile(planPath, JSON.stringify(plan));
    return await new LivesOfARun(options, { practice, plan, planPath, since }).all();
  } finally {
    await practice.close();
  }
}

interface Task {
  readonly practice: PracticeServer;
  readonly plan: Plan;
  readonly planPath: string;
  readonly since: number;
}

class LivesOfARun {
  readonly #options: CampaignOptions;
  readonly #task: Task;
  readonly #random: () => number;
  /** Rows shown as ended by any process. */
  readonly #shown = new Map<RowId, Outcome>();
  readonly #misreported: string[] = [];
  /** Runs that died before their plan was kept are begun again, under another name. */
  #runs = 1;
  #isTorn = false;

  constructor(options: CampaignOptions, task: Task) {
    this.#options = options;
    this.#task = task;
    this.#random = createRandom(seedOf('campaign', options.seed));
  }

  get #runId(): string {
    return `run-${this.#runs}`;
  }

  async all(): Promise<Campaign> {
    let events: readonly RunEvent[] | undefined;
    for (let lives = 1; lives <= MOST_LIVES; lives++) {
      const situation = this.#situation(events);
      const death = this.#options.nextDeath(situation);
      const life = await live(
        this.#input(situation, death),
        this.#options.compiledIn,
        this.#killAfterMs(death),
      );
      this.#look(life);
      events = await this.#eventsKept();
      this.#compare(events ?? []);
      if (life.end === 'killed') {
        if (death) this.#options.onKill(death, lastPassed(life));
        if (!isCompleted(events)) continue;
      }
      return await this.#verdict(events ?? [], lives, life.ms);
    }
    throw new Error(`The run of seed ${this.#options.seed} is not completed after ${MOST_LIVES} processes.`);
  }

  #situation(events: readonly RunEvent[] | undefined): Situation {
    const left = events && mayResume(this.#task.plan, events);
    return {
      isBegun: events !== undefined && events.length > 0,
      isKept: events !== undefined,
      isTorn: this.#isTorn,
      left: left?.ok ? left.value.left.length : updatesOf(this.#task.plan).length,
    };
  }

  #input({ isKept }: Situation, death: Death | undefined): LifeInput {
    return {
      dataFolder: this.#options.dataFolder,
      runId: this.#runId,
      ...(isKept ? {} : { planPath: this.#task.planPath }),
      baseUrl: this.#task.practice.baseUrl,
      key: KEY,
      since: this.#task.since,
      seed: seedOf(this.#options.seed, this.#random()),
      concurrency: 1 + Math.floor(this.#random() * 4),
      death: death?.kind === 'at_boundary' ? death.own : undefined,
    };
  }

  #killAfterMs(death: Death | undefined): number | undefined {
    return death?.kind === 'at_moment' ? death.part * this.#options.usualMs : undefined;
  }

  #look({ messages, end }: Life): void {
    for (const message of messages)
      if (message.kind === 'ended') this.#shown.set(message.row, message.outcome);
    const last = messages.at(-1);
    this.#isTorn = last?.kind === 'passed' && last.boundary.endsWith('half written');
    if (end === 'completed' || end === 'killed') return;
    const why = last?.kind === 'wrong' ? last.why : JSON.stringify(last);
    throw new Error(`A process of seed ${this.#options.seed} ${end}: ${why}`);
  }

  /** All that the last process left; `undefined` where there is no run yet. */
  async #eventsKept(): Promise<readonly RunEvent[] | undefined> {
    const read = await readRun(this.#options.dataFolder, this.#runId);
    if (read.ok) return read.value.events;
    if (read.error.code !== 'unknown_run') throw new Error(runFaultText(read.error));
    this.#runs++;
    return undefined;
  }

  /** What was shown once stays so. */
  #compare(events: readonly RunEvent[]): void {
    for (const [row, outcome] of this.#shown) {
      const kept = events.findLast((event) => event.kind === 'ended' && event.row === row);
      if (kept?.kind === 'ended' && isDeepStrictEqual(kept.outcome, outcome)) continue;
      this.#misreported.push(`Row ${row} was shown as ${outcome.state} and is not in the journal so.`);
    }
  }

  async #verdict(events: readonly RunEvent[], lives: number, lastLifeMs: number): Promise<Campaign> {
    await quiet(this.#task.practice);
    const verdict = verify(this.#task.plan, events, this.#task.practice);
    return {
      ...verdict,
      misreported: [...this.#misreported, ...verdict.misreported],
      rows: updatesOf(this.#task.plan).length,
      lives,
      requests: this.#task.practice.requests().length,
      lastLifeMs,
    };
  }
}

async function planFor({ baseUrl }: PracticeServer, clock: Clock): Promise<Plan> {
  const connection = createConnection({ name: 'practice', baseUrl, key: KEY });
  if (!connection.ok) throw new Error(connection.error);
  const dispatcher = new Agent();
  const planned = await dryRun({
    validated: sheetOf(taskSheet()),
    connection: connectionInfo(connection.value),
    fileName: 'task.csv',
    newId: () => 'plan-1',
    client: linkTo(connection.value, dispatcher, clock, ownGate(connection.value, clock)),
    concurrency: 4,
    patience: { clock, random: () => 0.5, tries: 5 },
  });
  await dispatcher.close();
  if (!planned.ok) throw new Error(`No plan: ${JSON.stringify(planned.error)}`);
  return planned.value;
}

const isCompleted = (events: readonly RunEvent[] | undefined): boolean =>
  events?.at(-1)?.kind === 'run_ended';

function lastPassed({ messages }: Life): string {
  const last = messages.findLast((message) => message.kind === 'passed');
  return last?.kind === 'passed' ? last.boundary : 'before all of them';
}

/** What had left at the last death arrives, and is answered. */
async function quiet(practice: PracticeServer): Promise<void> {
  for (let calm = 0; calm < 3; ) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const isCalm = practice.requests().every(({ status, cut }) => status !== null || cut !== null);
    calm = isCalm ? calm + 1 : 0;
  }
}
