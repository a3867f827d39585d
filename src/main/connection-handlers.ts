import type { CommandError, CommandOutput } from '../contract/commands.ts';
import { err, ok, type Result } from '../core/result.ts';
import { PRACTICE_NAME } from '../core/words/host.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import type { Link } from '../engine/methods.ts';
import { routeOf } from '../services/http/system-proxy.ts';
import type { CommandHandlersOf } from './dispatcher.ts';
import type { HostPorts } from './host.ts';

interface ConnectionPorts
  extends Pick<HostPorts, 'engine' | 'book' | 'resolveProxy' | 'isRunning' | 'settings'> {
  /** By which connection each plan was made. */
  readonly connectionOfPlan: Map<string, string>;
}

export interface ConnectionPart {
  readonly handlers: CommandHandlersOf<'connection' | 'practice'>;
  /** All that the engine needs to talk to whom a connection names. */
  readonly linkOf: (connectionId: string) => Promise<Result<Link, CommandError>>;
}

/** What the host does for connections and the practice server, which is one of them. */
export function connectionHandlers(ports: ConnectionPorts): ConnectionPart {
  const { engine, book, connectionOfPlan } = ports;

  async function usePractice(): Promise<Result<CommandOutput<'practice.start'>, CommandError>> {
    const started = await engine.call('practice.start', {});
    return started.ok ? ok(book.setPractice({ name: PRACTICE_NAME, ...started.value })) : started;
  }

  async function linkOf(connectionId: string): Promise<Result<Link, CommandError>> {
    const view = book.view(connectionId);
    if (!view.ok) return view;
    if (view.value.isPractice) {
      // After a restart of the engine it listens elsewhere.
      const started = await usePractice();
      if (!started.ok) return started;
    }
    const connection = await book.get(connectionId);
    if (!connection.ok) return connection;
    const { name, baseUrl, key } = connection.value;
    const route = routeOf(await ports.resolveProxy(baseUrl));
    if (!route.ok) return err(refused('proxy_unsupported', { what: route.error }));
    return ok({ name, baseUrl, key: key.reveal(), route: route.value });
  }

  const plansOf = (connectionId: string): readonly string[] =>
    [...connectionOfPlan].flatMap(([planId, id]) => (id === connectionId ? [planId] : []));

  /** A run goes on with the key and the name that it began with: both stay until it has ended. */
  async function whileIdle<T>(
    connectionId: string,
    act: () => Promise<Result<T, Refused>>,
  ): Promise<Result<T, Refused>> {
    return plansOf(connectionId).some(ports.isRunning) ? err(refused('connection_in_use')) : await act();
  }

  const handlers: ConnectionPart['handlers'] = {
    'connection.add': (input) => book.add(input),
    'connection.rename': ({ connectionId, name }) =>
      whileIdle(connectionId, () => book.rename(connectionId, name)),
    'connection.replace_key': ({ connectionId, key }) =>
      whileIdle(connectionId, async () => {
        const replaced = await book.replaceKey(connectionId, key);
        // What was planned with the old key must not be applied with it.
        if (replaced.ok) for (const planId of plansOf(connectionId)) connectionOfPlan.delete(planId);
        return replaced;
      }),
    'connection.test': async ({ connectionId }) => {
      const link = await linkOf(connectionId);
      if (!link.ok) return link;
      const { work } = ports.settings.get();
      return await engine.call('connection.test', { link: link.value, work });
    },
    'connection.remove': ({ connectionId }) => whileIdle(connectionId, () => book.remove(connectionId)),
    'practice.start': usePractice,
    'practice.reset': () => engine.call('practice.reset', {}),
  };
  return { handlers, linkOf };
}
