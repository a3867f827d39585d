import type { Change } from '../../core/change.ts';
import { classify } from '../../core/classify.ts';
import { reconsider } from '../../core/drift.ts';
import type { Merge } from '../../core/merge.ts';
import { judgeAccepted, judgeAnswer, type Outcome, seenValues } from '../../core/outcome.ts';
import type { PlannedUpdate } from '../../core/plan.ts';
import type { RowHistory } from '../../core/row-history.ts';
import { backOff } from '../patient-read.ts';
import { findOut, foundOutcome, look } from './find-out.ts';
import type { FreshResult } from './fresh-customers.ts';
import type { Reading } from './readings.ts';
import type { RowContext } from './row-context.ts';
import { type SentAttempt, sendAttempt } from './send-attempt.ts';
import { stopOver } from './stop-reason.ts';

/** What is to be sent, how the row ended without sending, or that it has to be looked at again. */
type Prepared =
  | { readonly kind: 'send'; readonly merge: Merge }
  | { readonly kind: 'ended'; readonly outcome: Outcome }
  | { readonly kind: 'again' };

const AGAIN: Prepared = { kind: 'again' };
const ended = (outcome: Outcome): Prepared => ({ kind: 'ended', outcome });

/** The life of one planned row in a run. At the head of its loop nothing is in doubt, except where reading is denied. */
export class RowTask {
  readonly #row: PlannedUpdate;
  readonly #context: RowContext;
  readonly #history: RowHistory | undefined;
  #attempts: number;
  /** Sends that count against the row: those of unknown effect, not those answered with 429 or never sent. */
  #tries: number;
  /** Those after which sending again was taken from the run's budget. */
  #triesPaid: number;
  /** Of the last attempt; of the plan before there is one. */
  #changes: readonly Change[];
  /** Reading is denied, and a write of unknown effect is to be sent again. */
  #isInDoubt: boolean;
  /** What is read for the next attempt must be newer; any reading that is fresh will do at -1. */
  #newerThan: number;

  /** With a history, the row goes on where a run before this one left it. */
  constructor(row: PlannedUpdate, context: RowContext, history?: RowHistory) {
    this.#row = row;
    this.#context = context;
    this.#history = history;
    this.#attempts = history?.attempts ?? 0;
    this.#tries = history?.tries ?? 0;
    this.#triesPaid = 0;
    this.#changes = history?.changes ?? row.changes;
    // The plan's reading is older than what the run before this one did.
    this.#newerThan = history ? context.fresh.mark() : -1;
    this.#isInDoubt = row.snapshot === null && this.#tries > 0;
  }

  /** Finds out what became of the last attempt of a run before this one. No outcome: the row may be sent. */
  async reconcile(): Promise<Outcome | undefined> {
    const standing = this.#history?.standing;
    switch (standing?.kind) {
      case 'in_doubt':
        return await this.#afterDoubt();
      case 'accepted':
        return await this.#afterAcceptance();
      case 'refused':
        return await this.#sure({ state: 'rejected', refusal: standing.refusal });
      case 'clear':
      case undefined:
        return undefined;
    }
  }

  /** Applies the row and says how it ended. */
  async run(): Promise<Outcome> {
    const { brake, settings, fresh, rules } = this.#context;
    for (;;) {
      await brake.whilePaused();
      if (brake.stopReason) return await this.#sure({ state: 'not_attempted', reason: brake.stopReason });
      if (this.#tries > this.#triesPaid && !rules.mayTryAgain()) continue;
      this.#triesPaid = this.#tries;
      if (settings.freshness.kind === 'each_attempt') this.#newerThan = fresh.mark();
      const outcome = await this.#attempt();
      if (outcome) return outcome;
    }
  }

  /** Reads, passes the gate and sends, at most once. No outcome: the row may be sent. */
  async #attempt(): Promise<Outcome | undefined> {
    const giveBack = await this.#context.turns.take();
    let sent: SentAttempt;
    try {
      const prepared = await this.#prepare();
      if (prepared.kind === 'again') return undefined;
      if (prepared.kind === 'ended') return await this.#sure(prepared.outcome);
      this.#changes = prepared.merge.changes;
      sent = await sendAttempt(this.#row, ++this.#attempts, prepared.merge, this.#context);
    } finally {
      giveBack();
    }
    return await this.#conclude(sent);
  }

  /** Passes the gate, with what is to be sent; what that is based on is looked at once more behind it. */
  async #prepare(): Promise<Prepared> {
    const { brake, fresh, rules, client } = this.#context;
    const reading = this.#row.snapshot ? await fresh.of(this.#row, this.#newerThan) : undefined;
    if (reading && reading.kind !== 'read') return this.#withoutCustomer(reading);
    const prepared: Prepared = reading ? this.#decide(reading.reading) : { kind: 'send', merge: this.#row };
    if (prepared.kind !== 'send') return prepared;
    try {
      await rules.enterGate(brake.ending);
    } catch {
      return AGAIN;
    }
    const isInTime = !reading || fresh.isFresh(reading.reading);
    if (isInTime && !brake.isHeld && !brake.stopReason) return prepared;
    // Nothing leaves for this row now: its turn is somebody else's.
    client.gate.giveBack();
    return AGAIN;
  }

  #decide({ snapshot }: Reading): Prepared {
    const decision = reconsider(this.#row, snapshot, this.#context.mergeOptions);
    switch (decision.kind) {
      case 'send':
        return { kind: 'send', merge: decision.merge };
      case 'already_so':
        // A write of ours that was not there when it was looked for has landed since.
        return this.#tries > 0
          ? ended({ state: 'applied', seen: seenValues(this.#changes, snapshot.customer) })
          : ended({ state: 'already_so' });
      case 'conflict':
        return ended({
          state: 'conflict',
          fields: decision.fields,
          seen: seenValues(this.#row.changes, snapshot.customer),
        });
    }
  }

  /** The customer could not be read before a write. */
  #withoutCustomer(found: Exclude<FreshResult, { kind: 'read' }>): Prepared {
    const { brake } = this.#context;
    if (brake.stopReason) return AGAIN;
    const notReadable: Outcome = { state: 'failed', reason: 'not_readable_before' };
    if (found.kind === 'not_shown') return ended(notReadable);
    const { answer } = found;
    if (classify(answer) === 'stop_run')
      return ended({ state: 'not_attempted', reason: stopOver(answer, brake) });
    const isGone = answer.kind === 'refused' && answer.status === 404;
    return ended(isGone ? { state: 'failed', reason: 'customer_gone' } : notReadable);
  }

  /** What follows from an answer. No outcome: the row may be sent again. */
  async #conclude({ answer, verdict }: SentAttempt): Promise<Outcome | undefined> {
    const { brake } = this.#context;
    switch (verdict) {
      case 'compare':
        return answer.kind === 'ok' ? judgeAnswer(this.#changes, answer.value.customer) : undefined;
      case 'reject_row':
        return answer.kind === 'refused'
          ? await this.#sure({ state: 'rejected', refusal: answer })
          : undefined;
      case 'stop_run':
        return await this.#sure({ state: 'not_attempted', reason: stopOver(answer, brake) });
      case 'wait':
        return undefined;
      case 'pause':
        if (!brake.stopReason) await brake.waitForConnection('detail' in answer ? answer.detail : '');
        return undefined;
      case 'unknown_until_read':
        this.#tries++;
        return await this.#afterDoubt();
    }
  }

  /** A write of unknown effect: it is there, it may be sent again, or nobody will ever know. */
  async #afterDoubt(): Promise<Outcome | undefined> {
    if (!this.#row.snapshot) return await this.#withoutReading();
    const { brake, settings, clock, random, fresh } = this.#context;
    const found = await findOut(this.#row, this.#changes, this.#context);
    if (found.kind !== 'not_written') return foundOutcome(found);
    // A write that was cut off by us may still land after we looked.
    if (brake.signal.aborted) return { state: 'unknown', reason: 'aborted', seen: found.seen };
    if (this.#tries >= settings.triesPerRow)
      return await this.#sure({ state: 'failed', reason: 'tries_spent' });
    await backOff(this.#tries, { clock, random, signal: brake.ending });
    // It may have landed meanwhile: what is sent next is based on what is read from now on.
    this.#newerThan = fresh.mark();
    return undefined;
  }

  /** The body is absolute and may be sent again; what never answers ends unknown, not failed. */
  async #withoutReading(): Promise<Outcome | undefined> {
    const { brake, settings, clock, random } = this.#context;
    await clock.sleep(settings.settleMs);
    if (brake.signal.aborted) return { state: 'unknown', reason: 'aborted', seen: [] };
    if (this.#tries >= settings.triesPerRow || brake.stopReason) {
      return { state: 'unknown', reason: 'tries_spent', seen: [] };
    }
    this.#isInDoubt = true;
    await backOff(this.#tries, { clock, random, signal: brake.ending });
    return undefined;
  }

  /** A 200 whose customer was lost with the run: never sent again, whatever is there now. */
  async #afterAcceptance(): Promise<Outcome> {
    const snapshot = this.#row.snapshot ? await look(this.#row, this.#context) : undefined;
    return snapshot
      ? judgeAccepted(this.#changes, snapshot.customer)
      : { state: 'unknown', reason: 'could_not_read', seen: [] };
  }

  /**
   * Outcomes that assert that nothing was written: after a try of unknown effect, which may land late, the
   * customer is looked at once more before that is said.
   */
  async #sure(outcome: Outcome): Promise<Outcome> {
    if (this.#tries === 0 || !ASSERT_NOTHING_WRITTEN.has(outcome.state)) return outcome;
    if (this.#isInDoubt) return { state: 'unknown', reason: 'could_not_read', seen: [] };
    const found = await findOut(this.#row, this.#changes, this.#context);
    return found.kind === 'not_written' ? outcome : foundOutcome(found);
  }
}

const ASSERT_NOTHING_WRITTEN: ReadonlySet<Outcome['state']> = new Set<Outcome['state']>([
  'conflict',
  'rejected',
  'failed',
  'not_attempted',
]);
