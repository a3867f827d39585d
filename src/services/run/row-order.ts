import { inRunOrder } from '../../core/email-order.ts';
import type { PlannedUpdate } from '../../core/plan.ts';
import type { Freshness } from '../../core/run-settings.ts';

/**
 * The order in which rows are written. Where a page of the listing keeps many of them fresh they go as the listing
 * shows them, those it did not show at the end; else as in the file. E-mails that move come before all that.
 */
export function inWritingOrder(
  updates: readonly PlannedUpdate[],
  freshness: Freshness,
): readonly PlannedUpdate[] {
  return inRunOrder(
    freshness.kind === 'within' ? updates.toSorted((a, b) => placeOf(a) - placeOf(b) || 0) : updates,
  );
}

const placeOf = ({ snapshot }: PlannedUpdate): number => snapshot?.position ?? Number.MAX_SAFE_INTEGER;
