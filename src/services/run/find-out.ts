import type { Change } from '../../core/change.ts';
import { classify } from '../../core/classify.ts';
import { judgeReading, type Outcome, type SeenValue, seenValues } from '../../core/outcome.ts';
import type { PlannedUpdate } from '../../core/plan.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import type { RowContext } from './row-context.ts';
import { stopOver } from './stop-reason.ts';

/** What became of a write of unknown effect, as far as its customer shows. */
export type Found =
  | { readonly kind: 'written'; readonly seen: readonly SeenValue[] }
  | { readonly kind: 'not_written'; readonly seen: readonly SeenValue[] }
  /** Fields with values that are neither those before nor those wanted, or some of each. */
  | { readonly kind: 'other'; readonly seen: readonly SeenValue[] }
  | { readonly kind: 'not_seen'; readonly reason: 'could_not_read' | 'journal_failed' };

/** Waits until a write has settled, reads its customer and compares per field. */
export async function findOut(
  update: PlannedUpdate,
  changes: readonly Change[],
  context: RowContext,
): Promise<Found> {
  const { clock, settings } = context;
  await clock.sleep(settings.settleMs);
  const snapshot = await look(update, context);
  if (!snapshot) {
    // Nothing leaves after the journal has failed, not even a read.
    const reason = context.brake.stopReason === 'journal_failed' ? 'journal_failed' : 'could_not_read';
    return { kind: 'not_seen', reason };
  }
  const { customer } = snapshot;
  return { kind: judgeReading(changes, customer), seen: seenValues(changes, customer) };
}

/** How the row ends, unless it may be sent again. */
export function foundOutcome(found: Exclude<Found, { kind: 'not_written' }>): Outcome {
  switch (found.kind) {
    case 'written':
      return { state: 'applied', seen: found.seen };
    case 'other':
      return { state: 'unknown', reason: 'other_values_found', seen: found.seen };
    case 'not_seen':
      return { state: 'unknown', reason: found.reason, seen: [] };
  }
}

/** The customer as it is now, whatever has ended the run meanwhile. `undefined`: it could not be read. */
export async function look(update: PlannedUpdate, context: RowContext): Promise<Snapshot | undefined> {
  const { brake, fresh } = context;
  if (brake.stopReason === 'journal_failed') return undefined;
  const found = await fresh.look(update);
  if (found.kind === 'read') return found.reading.snapshot;
  if (found.kind === 'answer' && classify(found.answer) === 'stop_run') stopOver(found.answer, brake);
  return undefined;
}
