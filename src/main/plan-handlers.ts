import { err, ok } from '../core/result.ts';
import { refused } from '../core/words/refusals.ts';
import type { CommandHandlers } from './dispatcher.ts';
import type { HostPorts } from './host.ts';

interface PlanPorts extends Pick<HostPorts, 'engine' | 'book' | 'copyText'> {
  /** By which connection each plan was made. */
  readonly connectionOfPlan: Map<string, string>;
}

/** What the host does for the rows of a plan. */
export function planHandlers({
  engine,
  book,
  copyText,
  connectionOfPlan,
}: PlanPorts): Pick<CommandHandlers, 'plan.copy' | 'plan.leave_out'> {
  return {
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
