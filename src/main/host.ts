import type { CommandError, CommandOutput } from '../contract/commands.ts';
import type { OpenedSession } from '../contract/session-schemas.ts';
import type { ReportKind } from '../core/report-kind.ts';
import { err, ok, type Result } from '../core/result.ts';
import { refused } from '../core/words/refusals.ts';
import type { ConnectionBook } from '../services/connection-book.ts';
import type { MappingMemory } from '../services/settings/mapping-memory.ts';
import { connectionHandlers } from './connection-handlers.ts';
import type { CommandHandlers } from './dispatcher.ts';
import type { EngineCalls } from './engine-link.ts';
import { type FilePorts, fileHandlers } from './file-handlers.ts';
import { historyHandlers } from './history-handlers.ts';
import { OpenSession } from './open-session.ts';
import { planHandlers } from './plan-handlers.ts';
import { ReportFiles } from './report-files.ts';
import { reportHandlers } from './report-handlers.ts';
import { runHandlers } from './run-handlers.ts';
import { sessionHandlers } from './session-handlers.ts';
import { type SettingsPort, settingsHandlers } from './settings-handlers.ts';
import { type WindowPorts, windowHandlers } from './window-handlers.ts';

/** What of the host is Electron's; tests have their own. */
export interface HostPorts extends WindowPorts, Omit<FilePorts, 'importFile'> {
  readonly engine: EngineCalls;
  readonly book: ConnectionBook;
  readonly memory: MappingMemory;
  /** The system's proxy settings for an address, as a PAC file would say it. */
  readonly resolveProxy: (url: string) => Promise<string>;
  /** The system's dialogs; `undefined` when they were cancelled. */
  readonly chooseSheet: () => Promise<string | undefined>;
  readonly chooseReport: (name: string, kind: ReportKind) => Promise<string | undefined>;
  readonly copyText: (text: string) => Promise<void>;
  readonly showInFolder: (path: string) => void;
  readonly samplePath: string;
  readonly keysAreKept: () => Promise<boolean>;
  /** Whether a run of the plan is on. */
  readonly isRunning: (planId: string) => boolean;
  readonly settings: SettingsPort;
  readonly about: Pick<CommandOutput<'app.start'>, 'version' | 'electron' | 'isStandIn' | 'locale'>;
  /** Told once; a window that loads again does not import again. */
  readonly startsWithSample: () => boolean;
}

export interface Host {
  readonly handlers: CommandHandlers;
  /** A file that was dropped on the window. Its path comes from the preload script and never enters the window. */
  readonly importDropped: (path: unknown) => Promise<Result<OpenedSession, CommandError>>;
}

/** What the host does for each command: its own part, and what it passes on to the engine. */
export function createHost(ports: HostPorts): Host {
  const { engine, book, settings } = ports;
  /** By which connection each plan was made; the engine knows none. */
  const connectionOfPlan = new Map<string, string>();
  const open = new OpenSession();
  const reports = new ReportFiles(ports);
  const { handlers: forConnections, linkOf } = connectionHandlers({ ...ports, connectionOfPlan });

  /** A file that somebody chose: it is among the recent ones from then on. */
  async function importFile(path: string): Promise<Result<OpenedSession, CommandError>> {
    const opened = await open.opening(engine.call('session.import_file', { path }));
    // A list of files that can’t be kept is no reason not to open one.
    if (opened.ok) await ports.recent.note(path).catch(() => undefined);
    return opened;
  }

  const handlers: CommandHandlers = {
    'app.start': async () => {
      const sessions = await engine.call('sessions.list', {});
      if (!sessions.ok) return sessions;
      const layout = ports.layout.get();
      return ok({
        ...ports.about,
        sessions: sessions.value,
        connections: book.list(),
        keysAreKept: await ports.keysAreKept(),
        settings: settings.get(),
        startsWithSample: ports.startsWithSample(),
        openSession: open.id,
        offered: ports.offers.waiting,
        ...(layout && { layout }),
      });
    },
    ...sessionHandlers({ ...ports, open, importFile }),
    ...forConnections,
    ...settingsHandlers(settings),
    ...planHandlers({ ...ports, connectionOfPlan, linkOf }),
    ...runHandlers({ ...ports, connectionOfPlan, linkOf }),
    ...historyHandlers({ engine, open, reports }),
    ...reportHandlers({ ...ports, reports }),
    ...fileHandlers({ ...ports, importFile }),
    ...windowHandlers(ports),
  };
  return {
    handlers,
    importDropped: async (path) =>
      typeof path === 'string' && path !== '' ? await importFile(path) : err(refused('nothing_dropped')),
  };
}
