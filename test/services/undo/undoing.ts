import type { Plan } from '../../../src/core/plan.ts';
import type { RunState } from '../../../src/core/run.ts';
import { connectionInfo } from '../../../src/services/connection.ts';
import { planUndo, type UndoInput } from '../../../src/services/undo/plan-undo.ts';
import type { Connected } from '../support/connect.ts';
import { start } from '../support/running.ts';

/** A run to undo: its plan and what became of it. */
export interface Ran {
  readonly plan: Plan;
  readonly state: RunState;
}

export function undoOf(
  { plan, state }: Ran,
  { client, clock, connection }: Connected,
  changed: Partial<UndoInput> = {},
): ReturnType<typeof planUndo> {
  return planUndo({
    run: { runId: 'run-1', plan, state },
    connection: connectionInfo(connection),
    newId: () => 'undo-1',
    client,
    concurrency: 4,
    patience: { clock, random: () => 0.5, tries: 5 },
    ...changed,
  });
}

/** The plan of an undo, which there has to be. */
export async function undoPlanOf(ran: Ran, connected: Connected): Promise<Plan> {
  const plan = await undoOf(ran, connected);
  if (!plan.ok) throw new Error(`No plan: ${JSON.stringify(plan.error)}`);
  return plan.value;
}

/** Plans and applies the undo of a run, after a stay on the disk as a stored run has it. */
export async function undo(ran: Ran, connected: Connected): Promise<Ran> {
  const plan = JSON.parse(JSON.stringify(await undoPlanOf(ran, connected))) as Plan;
  const state = await start(plan, connected).done;
  return { plan, state };
}
