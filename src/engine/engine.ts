import type { TellWindow } from '../contract/events.ts';
import { ok } from '../core/result.ts';
import { systemClock } from '../services/clock.ts';
import { removeUnfinished } from '../services/sessions/list-sessions.ts';
import { SessionStore } from '../services/sessions/session-store.ts';
import { tidy } from '../services/tidy/tidy.ts';
import { openUndo } from '../services/undo/undo-session.ts';
import { arrangementHandlers } from './arrangements.ts';
import { RunHistory } from './history.ts';
import { KeptDryRuns } from './kept-dry-runs.ts';
import { Links } from './links.ts';
import type { EngineConfig } from './messages.ts';
import { opened } from './opened-session.ts';
import { planHandlers } from './plan-handlers.ts';
import { Plans } from './plans.ts';
import { Practice } from './practice.ts';
import { Runs } from './runs.ts';
import type { EngineHandlers } from './serve.ts';
import { sessionHandlers } from './session-handlers.ts';
import { tryKey } from './try-key.ts';

export interface Engine {
  readonly handlers: EngineHandlers;
  /** For tests; in the app the process ends. */
  close(): Promise<void>;
}

/** Puts the engine together: the process in which services do a sheet's and a run's work. */
export function createEngine({ dataFolder, appVersion }: EngineConfig, tell: TellWindow): Engine {
  const clock = systemClock;
  const random = Math.random;
  const sessions = new SessionStore({ dataFolder, clock });
  const dryRuns = new KeptDryRuns(dataFolder, clock);
  const links = new Links({
    clock,
    dataFolder,
    onNotice: (message) => process.stderr.write(`${message}\n`),
  });
  const plans = new Plans({ dataFolder, dryRuns, sessions, links, clock, random, tell });
  const runs = new Runs({ plans, links, dryRuns, dataFolder, appVersion, clock, random, tell });
  const history = new RunHistory({ dataFolder, clock, sessions, plans, dryRuns });
  const cleaned = removeUnfinished(dataFolder);
  void tidy(dataFolder, clock);
  const practice = new Practice(plans);

  const handlers: EngineHandlers = {
    ...sessionHandlers({ dataFolder, sessions, plans, cleaned }),
    ...arrangementHandlers(dataFolder),
    'practice.start': () => practice.start(),
    'practice.reset': () => practice.reset(),
    'connection.test': (input) => tryKey(links, input),
    ...planHandlers({ sessions, plans, runs }),
    'runs.unfinished': async () => ok(await runs.unfinished()),
    'run.go_on': (input) => runs.goOn(input),
    'run.start': (input) => runs.start(input),
    'run.pause': ({ runId }) => runs.pause(runId),
    'run.resume': ({ runId }) => runs.resume(runId),
    'run.stop': ({ runId }) => runs.stop(runId),
    'run.abort': ({ runId }) => runs.abort(runId),
    'history.list': async (input) => ok(await history.list(input)),
    'history.rows': (input) => history.rows(input),
    'history.undo': async ({ runId }) => {
      await cleaned;
      return await opened(openUndo(dataFolder, runId, sessions));
    },
    'history.delete': (input) => history.delete(input),
    'history.report_name': (input) => history.reportName(input),
    'history.report_write': (input) => history.writeReport(input),
    'history.prune': async (input) => ok(await history.prune(input)),
  };
  return {
    handlers,
    close: async () => {
      await dryRuns.settled();
      await sessions.release();
      await practice.close();
    },
  };
}
