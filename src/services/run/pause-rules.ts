import type { Outcome } from '../../core/outcome.ts';
import type { RunSettings } from '../../core/run-settings.ts';
import type { Clock } from '../clock.ts';
import type { PacedClient } from '../paced-client.ts';
import type { Brake } from './brake.ts';
import { Breaker } from './breaker.ts';
import { Pilot } from './pilot.ts';
import { RetryBudget } from './retry-budget.ts';

export interface PauseRulesOptions {
  readonly settings: RunSettings;
  readonly clock: Clock;
  readonly gate: PacedClient['gate'];
  readonly brake: Brake;
}

/** When a run pauses of itself, for a person to look at it. Going on gives a fresh window and budget. */
export class PauseRules {
  readonly #options: PauseRulesOptions;
  readonly #budget: RetryBudget;
  readonly #breaker: Breaker;
  #pilot = new Pilot(0);
  #seenAt: number;
  /** A wait that ends by then has been agreed to. */
  #agreedUntil = 0;

  constructor(options: PauseRulesOptions) {
    this.#options = options;
    this.#budget = new RetryBudget(options.settings.retryBudget);
    this.#breaker = new Breaker(options.settings.breaker);
    this.#seenAt = options.clock.now();
  }

  /** Before the first row of this process. Rows written before it count for the pilot. */
  begin(written: number): void {
    this.#pilot = new Pilot(this.#options.settings.pilotRows - written);
    this.#seenAt = this.#options.clock.now();
  }

  /** Waits while the pilot is full. */
  rowBegins(): Promise<void> {
    return this.#pilot.enter();
  }

  /** @param isLast nothing is left that a pause could hold up */
  rowLeaves(outcome: Outcome, isLast: boolean): void {
    if (this.#pilot.leave(outcome) && !isLast) this.#options.brake.pause('pilot_done');
  }

  /** Of every row, also of one that was not begun because it depends on another. */
  rowEnds(outcome: Outcome, isLast: boolean): void {
    if (this.#breaker.ended(outcome) && !isLast) this.#options.brake.pause('too_many_failures');
  }

  /** Whether a row may be sent again; if not, the run has paused. */
  mayTryAgain(): boolean {
    const may = this.#budget.take();
    if (!may) this.#options.brake.pause('budget_spent');
    return may;
  }

  /**
   * Waits at the gate. Pauses the run when Atlas asks to wait for long, and when nobody was there for long: the
   * machine slept, and what somebody meant to happen hours ago may not be meant any more.
   */
  async enterGate(signal?: AbortSignal): Promise<void> {
    const { clock, gate, brake, settings } = this.#options;
    const closedForMs = gate.closedForMs;
    const openAt = closedForMs > 0 ? clock.now() + closedForMs : 0;
    if (closedForMs > settings.longestWaitMs && openAt > this.#agreedUntil) {
      brake.pause('long_rate_limit');
    }
    await gate.enter(signal);
    const awayMs = clock.now() - Math.max(this.#seenAt, openAt, this.#agreedUntil);
    this.#seenAt = clock.now();
    if (settings.longestAbsenceMs !== null && awayMs > settings.longestAbsenceMs) {
      brake.pause('long_absence');
    }
  }

  /** A person goes on. */
  goOn(): void {
    const { clock, gate } = this.#options;
    this.#budget.renew();
    this.#breaker.renew();
    this.#seenAt = clock.now();
    // The person agrees to wait. A wait of days is the fault of whoever said so: then it is asked once.
    if (gate.closedForMs > MOST_BELIEVED_MS) gate.reopen();
    this.#agreedUntil = clock.now() + gate.closedForMs + AGREED_SLACK_MS;
  }
}

const MOST_BELIEVED_MS = 24 * 60 * 60_000;
/** The gate counts from now on each time it is asked. */
const AGREED_SLACK_MS = 1_000;
