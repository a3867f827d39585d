import type { OpenedSession } from '../contract/session-schemas.ts';
import { ok, type Result } from '../core/result.ts';
import type { Refused } from '../core/words/refusals.ts';
import type { Session } from '../services/sessions/session.ts';

/** A session as the window gets it, once it is open. */
export async function opened(
  opening: Promise<Result<Session, Refused>>,
): Promise<Result<OpenedSession, Refused>> {
  const session = await opening;
  return session.ok ? ok(openedSession(session.value)) : session;
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
