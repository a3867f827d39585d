import type { CommandHandlersOf } from './dispatcher.ts';
import type { HostPorts } from './host.ts';
import type { OpenSession } from './open-session.ts';
import type { ReportFiles } from './report-files.ts';

interface HistoryPorts extends Pick<HostPorts, 'engine'> {
  readonly open: OpenSession;
  readonly reports: ReportFiles;
}

/** What the host does for the history of runs. */
export function historyHandlers({ engine, open, reports }: HistoryPorts): CommandHandlersOf<'history'> {
  return {
    'history.list': (input) => engine.call('history.list', input),
    'history.rows': (input) => engine.call('history.rows', input),
    'history.undo': (input) => open.opening(engine.call('history.undo', input)),
    'history.delete': async (input) => {
      const deleted = await engine.call('history.delete', input);
      if (deleted.ok) for (const sessionId of deleted.value.sessionIds) open.forget(sessionId);
      return deleted;
    },
    'history.report': (input) =>
      reports.save({
        kind: input.report,
        naming: engine.call('history.report_name', input),
        write: (path) => engine.call('history.report_write', { ...input, path }),
      }),
  };
}
