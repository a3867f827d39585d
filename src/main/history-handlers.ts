import type { CommandError } from '../contract/commands.ts';
import type { OpenedSession } from '../contract/session-schemas.ts';
import { ok, type Result } from '../core/result.ts';
import type { CommandHandlers } from './dispatcher.ts';
import type { HostPorts } from './host.ts';

interface HistoryPorts extends Pick<HostPorts, 'engine' | 'chooseReport'> {
  /** The window has this session open from now on. */
  readonly opening: (
    answering: Promise<Result<OpenedSession, CommandError>>,
  ) => Promise<Result<OpenedSession, CommandError>>;
  /** This session is no longer there. */
  readonly forgetSession: (sessionId: string) => void;
  /** This report can be shown in its folder. */
  readonly saved: (path: string) => { readonly path: string };
}

type HistoryCommand = Extract<keyof CommandHandlers, `history.${string}`>;

/** What the host does for the history of runs. */
export function historyHandlers({
  engine,
  chooseReport,
  opening,
  forgetSession,
  saved,
}: HistoryPorts): Pick<CommandHandlers, HistoryCommand> {
  return {
    'history.list': (input) => engine.call('history.list', input),
    'history.rows': (input) => engine.call('history.rows', input),
    'history.undo': (input) => opening(engine.call('history.undo', input)),
    'history.delete': async (input) => {
      const deleted = await engine.call('history.delete', input);
      if (deleted.ok) deleted.value.sessionIds.forEach(forgetSession);
      return deleted;
    },
    'history.report': async (input) => {
      const suggested = await engine.call('history.report_name', input);
      if (!suggested.ok) return suggested;
      const path = await chooseReport(suggested.value.name, input.report);
      if (path === undefined) return ok(null);
      const written = await engine.call('history.report_write', { ...input, path });
      return written.ok ? ok(saved(path)) : written;
    },
  };
}
