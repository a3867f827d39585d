import type { CommandError, CommandOutput } from '../contract/commands.ts';
import type { OpenedSession } from '../contract/session-schemas.ts';
import type { ReportKind } from '../core/report-kind.ts';
import { err, ok, type Result } from '../core/result.ts';
import { PRACTICE_NAME } from '../core/words/host.ts';
import { refused } from '../core/words/refusals.ts';
import type { ConnectionBook } from '../services/connection-book.ts';
import type { MappingMemory } from '../services/settings/mapping-memory.ts';
import { connectionHandlers } from './connection-handlers.ts';
import type { CommandHandlers } from './dispatcher.ts';
import type { EngineCalls } from './engine-link.ts';
import { type FilePorts, fileHandlers } from './file-handlers.ts';
import { historyHandlers } from './history-handlers.ts';
import { planHandlers } from './plan-handlers.ts';
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
  /** Connections a run is on over. */
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
  const { engine, book, memory } = ports;
  /** By which connection each plan was made; the engine knows none. */
  const connectionOfPlan = new Map<string, string>();
  let lastReport: string | undefined;
  const saved = (path: string): { readonly path: string } => {
    lastReport = path;
    return { path };
  };
  /** What the window has open; one that loads again goes on there. */
  let openSession: string | null = null;

  async function opening(
    answering: Promise<Result<OpenedSession, CommandError>>,
  ): Promise<Result<OpenedSession, CommandError>> {
    const opened = await answering;
    if (opened.ok) openSession = opened.value.sessionId;
    return opened;
  }

  /** A file that somebody chose: it is among the recent ones from then on. */
  async function importFile(path: string): Promise<Result<OpenedSession, CommandError>> {
    const opened = await opening(engine.call('session.import_file', { path }));
    // A list of files that can’t be kept is no reason not to open one.
    if (opened.ok) await ports.recent.note(path).catch(() => undefined);
    return opened;
  }

  const forgetSession = (sessionId: string): void => {
    if (openSession === sessionId) openSession = null;
  };

  async function leaving<T>(sessionId: string, answering: Promise<Result<T, CommandError>>) {
    const left = await answering;
    if (left.ok) forgetSession(sessionId);
    return left;
  }

  const { handlers: forConnections, linkOf } = connectionHandlers({ ...ports, connectionOfPlan });
  const { settings } = ports;

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
        openSession,
        offered: ports.offers.waiting,
        ...(layout && { layout }),
      });
    },
    'session.choose_file': async () => {
      const path = await ports.chooseSheet();
      return path === undefined ? ok(null) : await importFile(path);
    },
    'session.import_text': (input) => opening(engine.call('session.import_text', input)),
    'session.import_sample': () =>
      opening(engine.call('session.import_file', { path: ports.samplePath, name: 'sample-edits.csv' })),
    'session.open': (input) => opening(engine.call('session.open', input)),
    'session.operations': (input) => engine.call('session.operations', input),
    'session.close': (input) => leaving(input.sessionId, engine.call('session.close', input)),
    'session.discard': (input) => leaving(input.sessionId, engine.call('session.discard', input)),
    'session.configure': (input) => engine.call('session.configure', input),
    'session.record': (input) => engine.call('session.record', input),
    'mapping.recall': ({ headers }) => ok(memory.recall(headers) ?? null),
    'mapping.remember': async ({ mapping }) => {
      try {
        await memory.remember(mapping);
        return ok({});
      } catch (error) {
        return err(refused('mapping_not_kept', { why: (error as Error).message }));
      }
    },
    ...forConnections,
    ...settingsHandlers(settings),
    'plan.make': async ({ connectionId, ...input }) => {
      const link = await linkOf(connectionId);
      if (!link.ok) return link;
      const { work } = settings.get();
      const made = await engine.call('plan.make', { ...input, link: link.value, work });
      if (!made.ok) return made;
      const now = await book.get(connectionId);
      if (now.ok && now.value.key.reveal() !== link.value.key) return err(refused('key_replaced'));
      const connection = book.view(connectionId);
      if (!connection.ok) return connection;
      connectionOfPlan.set(made.value.planId, connectionId);
      return ok({ ...made.value, connection: connection.value });
    },
    'plan.current': async (input) => {
      const current = await engine.call('plan.current', input);
      if (!current.ok) return current;
      const { plan, ...rest } = current.value;
      const connection = book.view(connectionOfPlan.get(plan?.planId ?? '') ?? '');
      // Without its connection nothing can be done with a plan any more.
      return ok({ ...rest, plan: plan && connection.ok ? { ...plan, connection: connection.value } : null });
    },
    'plan.cancel': (input) => engine.call('plan.cancel', input),
    'plan.states': (input) => engine.call('plan.states', input),
    'plan.slice': (input) => engine.call('plan.slice', input),
    'plan.figure_rows': (input) => engine.call('plan.figure_rows', input),
    'plan.row': (input) => engine.call('plan.row', input),
    'runs.unfinished': async () => {
      const unfinished = await engine.call('runs.unfinished', {});
      // Invented customers are gone with the server that invented them.
      return unfinished.ok
        ? ok(unfinished.value.filter(({ connection }) => connection.name !== PRACTICE_NAME))
        : unfinished;
    },
    'run.go_on': async ({ runId, connectionId }) => {
      const link = await linkOf(connectionId);
      if (!link.ok) return link;
      const { work } = settings.get();
      const gone = await engine.call('run.go_on', { runId, link: link.value, work });
      if (gone.ok) connectionOfPlan.set(gone.value.planId, connectionId);
      return gone;
    },
    ...planHandlers({ ...ports, connectionOfPlan }),
    ...fileHandlers({ ...ports, importFile }),
    ...historyHandlers({ ...ports, opening, forgetSession, saved }),
    'run.start': async (input) => {
      const connectionId = connectionOfPlan.get(input.planId);
      if (connectionId === undefined) return err(refused('plan_unknown'));
      // Removed since, and with it the leave to use its key.
      const connection = book.view(connectionId);
      const { work } = settings.get();
      return connection.ok ? await engine.call('run.start', { ...input, work }) : connection;
    },
    'run.pause': (input) => engine.call('run.pause', input),
    'run.resume': (input) => engine.call('run.resume', input),
    'run.stop': (input) => engine.call('run.stop', input),
    'run.abort': (input) => engine.call('run.abort', input),
    'report.save': async (input) => {
      const suggested = await engine.call('report.name', input);
      if (!suggested.ok) return suggested;
      const path = await ports.chooseReport(suggested.value.name, input.kind);
      if (path === undefined) return ok(null);
      const written = await engine.call('report.write', { ...input, path });
      if (!written.ok) return written;
      return ok(saved(path));
    },
    'report.copy_summary': async (input) => {
      const summary = await engine.call('report.summary', input);
      if (!summary.ok) return summary;
      await ports.copyText(summary.value.text);
      return ok({});
    },
    'report.show': () => {
      if (lastReport === undefined) return err(refused('no_report'));
      ports.showInFolder(lastReport);
      return ok({});
    },
    ...windowHandlers(ports),
  };
  return {
    handlers,
    importDropped: async (path) =>
      typeof path === 'string' && path !== '' ? await importFile(path) : err(refused('nothing_dropped')),
  };
}
