import { type Answer, summaryOf } from '../../core/answer.ts';
import { classify, type Verdict } from '../../core/classify.ts';
import type { Merge } from '../../core/merge.ts';
import type { PlannedUpdate } from '../../core/plan.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { isoTime } from '../clock.ts';
import type { PacedClient } from '../paced-client.ts';
import type { RowContext } from './row-context.ts';

export interface SentAttempt {
  readonly answer: Answer<Snapshot>;
  readonly verdict: Verdict;
}

/** An outcome follows such an answer at once and shares its sync; where that fails, the outcome's own record does too. */
const ENDS_THE_ROW: ReadonlySet<Verdict> = new Set<Verdict>(['compare', 'reject_row']);

/** Sends once, the gate having been passed: the intent is durable before the request leaves. */
export async function sendAttempt(
  { row, customerId }: PlannedUpdate,
  attempt: number,
  { body, changes }: Merge,
  { client, clock, brake, record }: RowContext,
): Promise<SentAttempt> {
  try {
    await record({ kind: 'intent', at: isoTime(clock), row, attempt, customerId, body, changes });
  } catch (error) {
    client.gate.giveBack();
    throw error;
  }
  const answer = brake.stopReason
    ? notSent(client)
    : await client.entered.updateCustomer(customerId, body, brake.signal);
  const verdict = classify(answer);
  if (verdict !== 'pause') brake.connected();
  const recorded = record({ kind: 'answered', at: isoTime(clock), row, attempt, answer: summaryOf(answer) });
  if (ENDS_THE_ROW.has(verdict)) recorded.catch(() => undefined);
  else await recorded;
  return { answer, verdict };
}

/** The run ended while the disk was at work: nothing leaves, and the journal says so. */
function notSent({ gate }: PacedClient): Answer<Snapshot> {
  gate.giveBack();
  return { kind: 'not_sent', why: 'aborted', detail: 'the run had ended' };
}
