import type { TellWindow } from '../contract/events.ts';
import type { OpenedSession } from '../contract/session-schemas.ts';
import { rowsTouched } from '../core/operation.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import { systemClock } from '../services/clock.ts';
import { listSessions, removeUnfinished } from '../services/sessions/list-sessions.ts';
import type { Session } from '../services/sessions/session.ts';
import { SessionStore } from '../services/sessions/session-store.ts';
import { openUndo } from '../services/undo/undo-session.ts';
import { copiedText } from './copied-text.ts';
import { figureRows } from './figure-rows.ts';
import { RunHistory } from './history.ts';
import { KeptDryRuns } from './kept-dry-runs.ts';
import { leaveOutOfPlan } from './leave-out-of-plan.ts';
import { Links } from './links.ts';
import type { EngineConfig } from './messages.ts';
import type { MethodInput } from './methods.ts';
import { operationsFrom } from './operations-from.ts';
import { Plans } from './plans.ts';
import { Practice } from './practice.ts';
import { nameOfReport, summaryOf, writeReport } from './reports.ts';
import { rowView, sliceOf, statesOf } from './row-views.ts';
import { Runs } from './runs.ts';
import type { EngineHandlers } from './serve.ts';
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
  const plans = new Plans({
    dataFolder,
    dryRuns,
    sessions,
    links,
    clock,
    random,
    tell,
  });
  const runs = new Runs({ plans, links, dryRuns, dataFolder, appVersion, clock, random, tell });
  const history = new RunHistory({ dataFolder, clock, sessions, plans, dryRuns });
  const cleaned = removeUnfinished(dataFolder);
  const practice = new Practice(plans);

  async function opened(session: Promise<Result<Session, Refused>>): Promise<Result<OpenedSession, Refused>> {
    const found = await session;
    return found.ok ? ok(openedSession(found.value)) : found;
  }

  async function record(
    input: MethodInput<'session.record'>,
  ): Promise<Result<{ readonly savedAt: string }, Refused>> {
    const { sessionId, revision, operation } = input;
    const session = await sessions.get(sessionId);
    if (!session.ok) return session;
    const entry = plans.ofSession(sessionId);
    const rows = rowsTouched([operation]);
    const locked = entry ? [...rows].filter((row) => entry.isLocked(row)).length : 0;
    if (locked > 0) return err(refused('rows_locked', { rows: locked }));
    const recorded = await session.value.record(revision, operation);
    if (recorded.ok) entry?.markStale(rows);
    // Its log takes nothing any more; whoever asks next gets the session as it is on the disk.
    else if (recorded.error.code === 'session_not_saved') await sessions.forget(sessionId);
    return recorded;
  }

  const whileIdle = async (
    sessionId: string,
    act: () => Promise<Result<void, Refused>>,
  ): Promise<Result<Record<string, never>, Refused>> => {
    if (plans.ofSession(sessionId)?.isRunning === true) return err(refused('run_on'));
    const done = await act();
    if (!done.ok) return done;
    plans.forget(sessionId);
    return ok({});
  };

  const handlers: EngineHandlers = {
    'sessions.list': async () => ok(await listSessions(dataFolder)),
    'session.import_file': async ({ path, name }) => {
      await cleaned;
      return await opened(sessions.import({ kind: 'file', path, name }));
    },
    'session.import_text': async ({ name, text, options }) => {
      await cleaned;
      return await opened(
        sessions.import({ kind: 'text', name, text, head: { ...(options && { options }) } }),
      );
    },
    'session.open': async ({ sessionId }) => await opened(sessions.open(sessionId)),
    'session.operations': async ({ sessionId, from }) => {
      const session = await sessions.get(sessionId);
      return session.ok ? ok(operationsFrom(session.value.operations, from)) : session;
    },
    'session.close': async ({ sessionId }) => await whileIdle(sessionId, () => sessions.close(sessionId)),
    'session.discard': async ({ sessionId }) => await whileIdle(sessionId, () => sessions.discard(sessionId)),
    'session.configure': async ({ sessionId, ...changes }) => {
      const session = await sessions.get(sessionId);
      if (!session.ok) return session;
      // A plan of the sheet as it was read before is none of this one.
      if (changes.options !== undefined)
        return await whileIdle(sessionId, () => session.value.configure(changes));
      const configured = await session.value.configure(changes);
      return configured.ok ? ok({}) : configured;
    },
    'session.record': record,
    'practice.start': () => practice.start(),
    'practice.reset': () => practice.reset(),
    'connection.test': (input) => tryKey(links, input),
    'plan.make': (input) => plans.make(input),
    'plan.current': async ({ sessionId }) => {
      const session = await sessions.get(sessionId);
      return session.ok ? ok(plans.current(sessionId)) : session;
    },
    'plan.cancel': async ({ sessionId }) => {
      const session = await sessions.get(sessionId);
      return session.ok ? plans.cancel(sessionId) : session;
    },
    'plan.states': ({ planId }) => {
      const entry = plans.get(planId);
      return entry.ok ? ok(statesOf(entry.value)) : entry;
    },
    'plan.slice': ({ planId, rows }) => {
      const entry = plans.get(planId);
      return entry.ok ? ok(sliceOf(entry.value, rows)) : entry;
    },
    'plan.figure_rows': ({ planId, figure }) => {
      const entry = plans.get(planId);
      return entry.ok ? figureRows(entry.value, figure) : entry;
    },
    'plan.row': ({ planId, row }) => {
      const entry = plans.get(planId);
      if (!entry.ok) return entry;
      const view = rowView(entry.value, row);
      return view ? ok(view) : err(refused('plan_unknown'));
    },
    'plan.text': ({ planId, row, what }) => {
      const entry = plans.get(planId);
      return entry.ok ? copiedText(entry.value, row, what) : entry;
    },
    'plan.leave_out': (input) =>
      runs.isStarting(input.planId) ? err(refused('run_on')) : leaveOutOfPlan(plans, input),
    'runs.unfinished': async () => ok(await runs.unfinished()),
    'run.go_on': (input) => runs.goOn(input),
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
    'run.start': (input) => runs.start(input),
    'run.pause': ({ runId }) => runs.pause(runId),
    'run.resume': ({ runId }) => runs.resume(runId),
    'run.stop': ({ runId }) => runs.stop(runId),
    'run.abort': ({ runId }) => runs.abort(runId),
    'report.name': ({ planId, kind }) => {
      const entry = plans.get(planId);
      return entry.ok ? ok({ name: nameOfReport(entry.value, kind) }) : entry;
    },
    'report.summary': ({ planId }) => {
      const entry = plans.get(planId);
      return entry.ok ? ok({ text: summaryOf(entry.value) }) : entry;
    },
    'report.write': async ({ planId, kind, path }) => {
      const entry = plans.get(planId);
      return entry.ok ? await writeReport(entry.value, kind, path) : entry;
    },
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

function openedSession({ id, head, revision }: Session): OpenedSession {
  const { fileName, bytes, options, mapping, undoes } = head;
  return {
    sessionId: id,
    fileName,
    bytes,
    options,
    ...(mapping === undefined ? {} : { mapping }),
    ...(undoes === undefined ? {} : { undoes }),
    revision,
  };
}
