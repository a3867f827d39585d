import { rowsTouched } from '../core/operation.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import { listSessions } from '../services/sessions/list-sessions.ts';
import type { SessionStore } from '../services/sessions/session-store.ts';
import type { MethodInput } from './methods.ts';
import { opened } from './opened-session.ts';
import { operationsFrom } from './operations-from.ts';
import type { Plans } from './plans.ts';
import type { EngineHandlersOf } from './serve.ts';

export interface SessionParts {
  readonly dataFolder: string;
  readonly sessions: SessionStore;
  readonly plans: Plans;
  /** What an import before left unfinished is gone: nothing new is begun until then. */
  readonly cleaned: Promise<void>;
}

/** What is done with a sheet before it is planned, and what that means for the plan there is. */
export function sessionHandlers({
  dataFolder,
  sessions,
  plans,
  cleaned,
}: SessionParts): EngineHandlersOf<'sessions' | 'session'> {
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

  async function whileIdle(
    sessionId: string,
    act: () => Promise<Result<void, Refused>>,
  ): Promise<Result<Record<string, never>, Refused>> {
    if (plans.ofSession(sessionId)?.isRunning === true) return err(refused('run_on'));
    const done = await act();
    if (!done.ok) return done;
    plans.forget(sessionId);
    return ok({});
  }

  return {
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
    'session.open': ({ sessionId }) => opened(sessions.open(sessionId)),
    'session.operations': async ({ sessionId, from }) => {
      const session = await sessions.get(sessionId);
      return session.ok ? ok(operationsFrom(session.value.operations, from)) : session;
    },
    'session.close': ({ sessionId }) => whileIdle(sessionId, () => sessions.close(sessionId)),
    'session.discard': ({ sessionId }) => whileIdle(sessionId, () => sessions.discard(sessionId)),
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
  };
}
