import type { CommandError, OpenedSession } from '../contract/commands.ts';
import type { KeepDays } from '../contract/history-schemas.ts';
import { ok, type Result } from '../core/result.ts';
import type { CommandHandlers } from './dispatcher.ts';
import type { HostPorts } from './host.ts';

/** How long runs and dry runs are kept. */
export interface KeepSetting {
  get(): KeepDays;
  /** Resolves when it is on the disk. */
  set(keepDays: KeepDays): Promise<void>;
}

interface HistoryPorts extends Pick<HostPorts, 'engine' | 'chooseReport' | 'keeping'> {
  /** The window has this session open from now on. */
  readonly opening: (
    answering: Promise<Result<OpenedSession, CommandError>>,
  ) => Promise<Result<OpenedSession, CommandError>>;
  /** This report can be shown in its folder. */
  readonly saved: (path: string) => { readonly path: string };
}

type HistoryCommand = Extract<keyof CommandHandlers, `history.${string}`>;

/** What the host does for the history of runs. */
export function historyHandlers({
  engine,
  chooseReport,
  keeping,
  opening,
  saved,
}: HistoryPorts): Pick<CommandHandlers, HistoryCommand> {
  return {
    'history.list': async (input) => {
      const list = await engine.call('history.list', input);
      return list.ok ? ok({ ...list.value, keepDays: keeping.get() }) : list;
    },
    'history.rows': (input) => engine.call('history.rows', input),
    'history.undo': (input) => opening(engine.call('history.undo', input)),
    'history.delete': (input) => engine.call('history.delete', input),
    'history.keep_days': async ({ keepDays }) => {
      await keeping.set(keepDays);
      return ok({});
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
