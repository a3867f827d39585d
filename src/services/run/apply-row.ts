import { type Answer, summaryOf } from '../../core/answer.ts';
import { classify } from '../../core/classify.ts';
import { type Reconsidered, reconsider } from '../../core/drift.ts';
import type { Merge, MergeOptions } from '../../core/merge.ts';
import {
  judgeAnswer,
  judgeReading,
  type NotAttemptedReason,
  type Outcome,
  seenValues,
} from '../../core/outcome.ts';
import type { PlannedUpdate } from '../../core/plan.ts';
import type { RunEvent } from '../../core/run.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { type Clock, isoTime } from '../clock.ts';
import type { PacedClient } from '../paced-client.ts';
import { backOff, readPatiently } from '../patient-read.ts';
import type { Brake } from './brake.ts';
import type { RunSettings } from './settings.ts';

export interface RowContext {
  readonly client: PacedClient;
  readonly clock: Clock;
  readonly random: () => number;
  readonly settings: RunSettings;
  readonly mergeOptions: MergeOptions;
  readonly brake: Brake;
  /** Resolves when the event is durable; rejects when it may not be. */
  readonly record: (event: RunEvent) => Promise<void>;
}

/** A read made for an attempt counts as immediate for so long. */
const IMMEDIATELY_MS = 10_000;
const MINUTE_MS = 60_000;
const READ_TRIES = 5;

/**
 * Applies one planned row and says how it ended. At the head of its loop nothing is in doubt, except where
 * reading is denied.
 */
export async function applyRow(row: PlannedUpdate, context: RowContext): Promise<Outcome> {
  return await new RowTask(row, context).run();
}

/** What is to be sent, or how the row ended without sending. */
type Prepared =
  | { readonly kind: 'send'; readonly merge: Merge }
  | { readonly kind: 'ended'; readonly outcome: Outcome }
  | { readonly kind: 'again' };

const ended = (outcome: Outcome): Prepared => ({ kind: 'ended', outcome });

/** What is known of the customer, and for which attempt it was read. */
interface Fresh {
  readonly snapshot: Snapshot;
  readonly forAttempt: number;
}

class RowTask {
  readonly #row: PlannedUpdate;
  readonly #context: RowContext;
  #attempts = 0;
  /** Sends that count against the row: not those answered with 429 or never sent. */
  #tries = 0;
  #fresh: Fresh | undefined;
  /** Reading is denied, and a write of unknown effect is to be sent again. */
  #isInDoubt = false;

  constructor(row: PlannedUpdate, context: RowContext) {
    this.#row = row;
    this.#context = context;
    if (row.snapshot) this.#fresh = { snapshot: row.snapshot, forAttempt: -1 };
  }

  async run(): Promise<Outcome> {
    const outcome = await this.#runUntilEnded();
    // A later try that was refused, or never made, says nothing of an earlier one.
    return this.#isInDoubt && ASSERT_NOTHING_WRITTEN.has(outcome.state)
      ? { state: 'unknown', reason: 'could_not_read', seen: [] }
      : outcome;
  }

  async #runUntilEnded(): Promise<Outcome> {
    const { brake, client } = this.#context;
    for (;;) {
      await brake.whilePaused();
      if (brake.stopReason) return this.#notAttempted(brake.stopReason);
      try {
        await client.gate.enter(brake.signal);
      } catch {
        continue;
      }
      if (brake.stopReason) {
        client.gate.giveBack();
        continue;
      }
      const prepared = await this.#prepare();
      if (prepared.kind === 'again') continue;
      if (prepared.kind === 'ended') return prepared.outcome;
      const outcome = await this.#send(prepared.merge);
      if (outcome) return outcome;
    }
  }

  #notAttempted(reason: NotAttemptedReason): Outcome {
    return { state: 'not_attempted', reason };
  }

  /** The gate was entered: either what was read is fresh enough and the write may leave, or it is read now. */
  async #prepare(): Promise<Prepared> {
    if (!this.#row.snapshot) return { kind: 'send', merge: this.#row };
    if (!this.#fresh || this.#isStale(this.#fresh)) return await this.#readAgain();
    const decision = reconsider(this.#row, this.#fresh.snapshot, this.#context.mergeOptions);
    // Nothing will be sent for this row: its turn is somebody else's.
    if (decision.kind !== 'send') this.#context.client.gate.giveBack();
    return this.#decide(decision, this.#fresh.snapshot);
  }

  #decide(decision: Reconsidered, { customer }: Snapshot): Prepared {
    switch (decision.kind) {
      case 'send':
        return { kind: 'send', merge: decision.merge };
      case 'already_so':
        // A write of ours that was not there when it was looked for has landed since.
        return this.#tries > 0
          ? ended({ state: 'applied', seen: seenValues(this.#row.changes, customer) })
          : ended({ state: 'already_so' });
      case 'conflict':
        return ended({ state: 'conflict', fields: decision.fields });
    }
  }

  #isStale({ snapshot, forAttempt }: Fresh): boolean {
    const { clock, settings, client } = this.#context;
    const ageMs = clock.now() - snapshot.readAt;
    const isForThisAttempt = forAttempt === this.#attempts;
    // Behind a slow gate a write's turn comes later than that; reading again each time would never end.
    const turnMs = (2 * settings.concurrency * MINUTE_MS) / client.gate.perMinute;
    if (isForThisAttempt && ageMs <= turnMs) return false;
    if (settings.freshness.kind === 'within') return ageMs > settings.freshness.ms;
    return !isForThisAttempt || ageMs > IMMEDIATELY_MS;
  }

  async #readAgain(): Promise<Prepared> {
    const { client, brake } = this.#context;
    const { customerId } = this.#row;
    // The first read goes through the gate that was entered already.
    const first = await client.entered.getCustomer(customerId, brake.signal);
    const answer = first.kind === 'ok' ? first : await this.#read(first);
    if (answer.kind === 'ok') {
      brake.connected();
      this.#fresh = { snapshot: answer.value, forAttempt: this.#attempts };
      return { kind: 'again' };
    }
    if (brake.signal.aborted) return { kind: 'again' };
    const verdict = classify(answer);
    if (verdict === 'stop_run') return this.#stopRun(answer);
    if (verdict === 'wait') return { kind: 'again' };
    if (verdict === 'pause') {
      await brake.waitForConnection('detail' in answer ? answer.detail : '');
      return { kind: 'again' };
    }
    const isGone = answer.kind === 'refused' && answer.status === 404;
    return ended({ state: 'failed', reason: isGone ? 'customer_gone' : 'not_readable_before' });
  }

  async #read(first: Answer<Snapshot>): Promise<Answer<Snapshot>> {
    const { client, clock, random, brake } = this.#context;
    let isFirst = true;
    return await readPatiently(
      () => {
        const answering = isFirst
          ? Promise.resolve(first)
          : client.getCustomer(this.#row.customerId, brake.signal);
        isFirst = false;
        return answering;
      },
      { clock, random, tries: first.kind === 'not_sent' ? 1 : READ_TRIES, signal: brake.signal },
    );
  }

  /** Sends once, after the intent is durable. No outcome: the row may be tried again. */
  async #send(merge: Merge): Promise<Outcome | undefined> {
    const { client, clock, brake, record } = this.#context;
    const { row, customerId } = this.#row;
    const attempt = ++this.#attempts;
    const { body, changes } = merge;
    await record({ kind: 'intent', at: isoTime(clock), row, attempt, customerId, body, changes });
    const answer = await client.entered.updateCustomer(customerId, body, brake.signal);
    const verdict = classify(answer);
    if (verdict !== 'pause') brake.connected();
    const recorded = record({
      kind: 'answered',
      at: isoTime(clock),
      row,
      attempt,
      answer: summaryOf(answer),
    });
    // An outcome follows at once and shares the sync; where that fails, the outcome's own record does too.
    if (verdict === 'compare' || verdict === 'reject_row') recorded.catch(() => undefined);
    else await recorded;
    switch (verdict) {
      case 'compare':
        return answer.kind === 'ok' ? judgeAnswer(changes, answer.value.customer) : undefined;
      case 'reject_row':
        return answer.kind === 'refused' ? { state: 'rejected', refusal: answer } : undefined;
      case 'stop_run': {
        const stopped = this.#stopRun(answer);
        return stopped.kind === 'ended' ? stopped.outcome : undefined;
      }
      case 'wait':
        return undefined;
      case 'pause':
        if (!brake.signal.aborted) await brake.waitForConnection('detail' in answer ? answer.detail : '');
        return undefined;
      case 'unknown_until_read':
        this.#tries++;
        return await this.#findOut(merge);
    }
  }

  #stopRun(answer: Answer<unknown>): Prepared {
    const status = answer.kind === 'refused' ? answer.status : 0;
    const reason: NotAttemptedReason =
      status === 401 ? 'key_rejected' : status >= 300 && status < 400 ? 'redirected' : 'not_allowed';
    this.#context.brake.stop(reason, answer.kind === 'refused' ? answer.error?.message : undefined);
    return ended(this.#notAttempted(reason));
  }

  /** A request of unknown effect: wait until it has settled, read, and compare per field. */
  async #findOut({ changes }: Merge): Promise<Outcome | undefined> {
    const { clock, brake, settings } = this.#context;
    await clock.sleep(settings.settleMs);
    if (!this.#row.snapshot) return await this.#withoutReading();
    const answer = await this.#readToFindOut();
    if (answer.kind !== 'ok') return { state: 'unknown', reason: 'could_not_read', seen: [] };
    const snapshot = answer.value;
    const seen = seenValues(changes, snapshot.customer);
    switch (judgeReading(changes, snapshot.customer)) {
      case 'written':
        return { state: 'applied', seen };
      case 'other':
        return { state: 'unknown', reason: 'other_values_found', seen };
      case 'not_written':
        // A write that was cut off by us may still land after we looked.
        if (brake.signal.aborted) return { state: 'unknown', reason: 'aborted', seen };
        if (this.#tries >= settings.triesPerRow) return { state: 'failed', reason: 'tries_spent' };
        this.#fresh = { snapshot, forAttempt: this.#attempts };
        await this.#backOff();
        return undefined;
    }
  }

  /** Not aborted together with the run: rows in flight are reconciled before it ends. */
  async #readToFindOut(): Promise<Answer<Snapshot>> {
    const { clock, random } = this.#context;
    return await readPatiently(() => this.#readOnceConnected(), { clock, random, tries: READ_TRIES });
  }

  /** The net that failed under the write may be away for longer than any number of tries. */
  async #readOnceConnected(): Promise<Answer<Snapshot>> {
    const { client, brake } = this.#context;
    for (;;) {
      const answer = await client.getCustomer(this.#row.customerId);
      if (answer.kind !== 'not_sent') {
        brake.connected();
        return answer;
      }
      const isWaitedFor = brake.stopReason === undefined || brake.stopReason === 'stopped';
      if (!isWaitedFor) return answer;
      await brake.waitForConnection(answer.detail);
    }
  }

  /** The body is absolute and may be sent again; what never answers ends unknown, not failed. */
  async #withoutReading(): Promise<Outcome | undefined> {
    const { brake, settings } = this.#context;
    if (brake.signal.aborted) return { state: 'unknown', reason: 'aborted', seen: [] };
    if (this.#tries >= settings.triesPerRow || brake.stopReason) {
      return { state: 'unknown', reason: 'tries_spent', seen: [] };
    }
    this.#isInDoubt = true;
    await this.#backOff();
    return undefined;
  }

  #backOff(): Promise<void> {
    const { clock, random, brake } = this.#context;
    return backOff(this.#tries, { clock, random, signal: brake.signal });
  }
}

const ASSERT_NOTHING_WRITTEN: ReadonlySet<Outcome['state']> = new Set<Outcome['state']>([
  'rejected',
  'failed',
  'not_attempted',
]);
