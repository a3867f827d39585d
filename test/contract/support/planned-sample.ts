import type { CommandOutput } from '../../../src/contract/commands.ts';
import type { TestHost } from './test-host.ts';

type Plan = CommandOutput<'plan.make'>;

/** The sample sheet, dry-run on the practice server. */
export async function plannedSample(host: TestHost): Promise<Plan & { readonly sessionId: string }> {
  const { sessionId } = await host.must('session.import_sample', {});
  const { connectionId } = await host.must('practice.start', {});
  const plan = await host.must('plan.make', { sessionId, revision: 0, connectionId });
  return { ...plan, sessionId };
}
