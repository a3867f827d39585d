import type { CommandError } from '../contract/commands.ts';
import { err, ok, type Result } from '../core/result.ts';
import { PRACTICE_NAME } from '../core/words/host.ts';
import { refused } from '../core/words/refusals.ts';
import type { Link } from '../engine/methods.ts';
import type { CommandHandlersOf } from './dispatcher.ts';
import type { HostPorts } from './host.ts';

interface RunPorts extends Pick<HostPorts, 'engine' | 'book' | 'settings'> {
  /** By which connection each plan was made. */
  readonly connectionOfPlan: Map<string, string>;
  readonly linkOf: (connectionId: string) => Promise<Result<Link, CommandError>>;
}

/** What the host does for runs: whether their connection is still there, and by which settings they begin. */
export function runHandlers({
  engine,
  book,
  settings,
  connectionOfPlan,
  linkOf,
}: RunPorts): CommandHandlersOf<'runs' | 'run'> {
  return {
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
  };
}
