import type { Plan } from '../../core/plan.ts';
import type { RunEvent, RunState } from '../../core/run.ts';
import type { RunSettings } from '../../core/run-settings.ts';
import type { Clock } from '../clock.ts';
import type { PacedClient } from '../paced-client.ts';
import { RunEngine } from './run-engine.ts';
import type { Journal } from './run-record.ts';

export type { Journal } from './run-record.ts';

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

export interface ResumeOptions extends RunOptions {
  /** All that the run's journal holds. */
  readonly events: readonly RunEvent[];
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
export const startRun = (options: RunOptions): Run => begin({ ...options, events: [] });

/**
 * Goes on with a run from its plan and the events of its journal alone. Whether that is allowed is decided before:
 * `mayResume`, `proveAccount`. A run that died before its start was durable is started.
 */
export const resumeRun = (options: ResumeOptions): Run => begin(options);

function begin(options: ResumeOptions): Run {
  const engine = new RunEngine(options);
  const done = engine.run();
  return {
    get state() {
      return engine.state;
    },
    done,
    pause: () => {
      if (!engine.state.end) engine.brake.pause('person');
    },
    resume: () => engine.goOn(),
    stop: () => engine.brake.stop('stopped'),
    abort: () => engine.brake.abort(),
  };
}
