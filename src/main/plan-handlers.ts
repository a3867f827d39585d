import type { CommandError } from '../contract/commands.ts';
import { err, ok, type Result } from '../core/result.ts';
import { refused } from '../core/words/refusals.ts';
import type { Link } from '../engine/methods.ts';
import type { CommandHandlersOf } from './dispatcher.ts';
import type { HostPorts } from './host.ts';

interface PlanPorts extends Pick<HostPorts, 'engine' | 'book' | 'settings' | 'copyText'> {
  /** By which connection each plan was made. */
  readonly connectionOfPlan: Map<string, string>;
  readonly linkOf: (connectionId: string) => Promise<Result<Link, CommandError>>;
}

/** What the host does for dry runs and their plans: over which connection each was made only it knows. */
export function planHandlers({
  engine,
  book,
  settings,
  copyText,
  connectionOfPlan,
  linkOf,
}: PlanPorts): CommandHandlersOf<'plan'> {
  return {
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
    'plan.copy': async (input) => {
      const text = await engine.call('plan.text', input);
      if (!text.ok) return text;
      await copyText(text.value.text);
      return ok({});
    },
    'plan.leave_out': async (input) => {
      const connectionId = connectionOfPlan.get(input.planId);
      if (connectionId === undefined) return err(refused('plan_unknown'));
      const connection = book.view(connectionId);
      if (!connection.ok) return connection;
      const derived = await engine.call('plan.leave_out', input);
      if (!derived.ok) return derived;
      const { plan, states } = derived.value;
      connectionOfPlan.set(plan.planId, connectionId);
      return ok({ plan: { ...plan, connection: connection.value }, states });
    },
  };
}
