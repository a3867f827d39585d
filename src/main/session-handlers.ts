import type { CommandError } from '../contract/commands.ts';
import type { OpenedSession } from '../contract/session-schemas.ts';
import { err, ok, type Result } from '../core/result.ts';
import { refused } from '../core/words/refusals.ts';
import type { CommandHandlersOf } from './dispatcher.ts';
import type { HostPorts } from './host.ts';
import type { OpenSession } from './open-session.ts';

interface SessionPorts extends Pick<HostPorts, 'engine' | 'memory' | 'chooseSheet' | 'samplePath'> {
  readonly open: OpenSession;
  readonly importFile: (path: string) => Promise<Result<OpenedSession, CommandError>>;
}

/** What the host does for a sheet until it is planned. */
export function sessionHandlers({
  engine,
  memory,
  chooseSheet,
  samplePath,
  open,
  importFile,
}: SessionPorts): CommandHandlersOf<'session' | 'mapping' | 'columns'> {
  return {
    'session.choose_file': async () => {
      const path = await chooseSheet();
      return path === undefined ? ok(null) : await importFile(path);
    },
    'session.import_text': (input) => open.opening(engine.call('session.import_text', input)),
    'session.import_sample': () =>
      open.opening(engine.call('session.import_file', { path: samplePath, name: 'sample-edits.csv' })),
    'session.open': (input) => open.opening(engine.call('session.open', input)),
    'session.operations': (input) => engine.call('session.operations', input),
    'session.close': (input) => open.leaving(input.sessionId, engine.call('session.close', input)),
    'session.discard': (input) => open.leaving(input.sessionId, engine.call('session.discard', input)),
    'session.configure': (input) => engine.call('session.configure', input),
    'session.record': (input) => engine.call('session.record', input),
    'columns.recall': (input) => engine.call('columns.recall', input),
    'columns.arrange': (input) => engine.call('columns.arrange', input),
    'mapping.recall': ({ headers }) => ok(memory.recall(headers) ?? null),
    'mapping.remember': async ({ mapping }) => {
      try {
        await memory.remember(mapping);
        return ok({});
      } catch (error) {
        return err(refused('mapping_not_kept', { why: (error as Error).message }));
      }
    },
  };
}
