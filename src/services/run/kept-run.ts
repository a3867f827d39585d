import type { Plan } from '../../core/plan.ts';
import type { RunState } from '../../core/run.ts';
import type { WorkSettings } from '../../core/work-settings.ts';
import type { Hold } from '../locks/locks.ts';
import type { RunFiles } from '../run-store/run-store.ts';
import type { Run, RunOptions } from './runner.ts';

/** What a composition root knows of itself, for every run it begins or goes on with. */
export interface RunHost
  extends Pick<
    RunOptions,
    'client' | 'clock' | 'random' | 'appVersion' | 'operator' | 'machine' | 'keyFingerprint'
  > {
  readonly dataFolder: string;
  readonly concurrency?: number | undefined;
  /** As usual where nobody chose. */
  readonly work?: WorkSettings | undefined;
}

/** A run whose journal is on the disk. */
export interface KeptRun extends Run {
  readonly runId: string;
  readonly plan: Plan;
}

/** A run with its files and its account: both are let go when it has ended, however it ends. */
export function keptRun(run: Run, runId: string, plan: Plan, files: RunFiles, account: Hold): KeptRun {
  const close = async (): Promise<RunState> => {
    try {
      return await run.done;
    } finally {
      try {
        await files.close();
      } finally {
        await account.release();
      }
    }
  };
  return {
    runId,
    plan,
    get state() {
      return run.state;
    },
    done: close(),
    pause: () => run.pause(),
    resume: () => run.resume(),
    stop: () => run.stop(),
    abort: () => run.abort(),
  };
}
