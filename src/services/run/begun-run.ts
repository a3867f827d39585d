import type { RunState } from '../../core/run.ts';
import type { Run } from './runner.ts';

/** A run with its files. */
export interface BegunRun extends Run {
  readonly runId: string;
}

/** A run that is done only when its files are closed. */
export function closingAfter(run: Run, runId: string, close: () => Promise<void>): BegunRun {
  const closed = async (): Promise<RunState> => {
    try {
      return await run.done;
    } finally {
      await close();
    }
  };
  return {
    runId,
    get state() {
      return run.state;
    },
    done: closed(),
    pause: () => run.pause(),
    resume: () => run.resume(),
    stop: () => run.stop(),
    abort: () => run.abort(),
  };
}
