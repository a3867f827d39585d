import type { Plan } from '../../core/plan.ts';
import { type RunEvent, RunReducer, type RunState } from '../../core/run.ts';

/** Keeps what happens in a run, in the order of the calls, which need not wait for each other. */
export interface Journal {
  /** Resolves when the event is durable; rejects when it may not be, and for ever after. */
  append(event: RunEvent): Promise<void>;
}

export interface RunRecordOptions {
  readonly plan: Plan;
  readonly journal: Journal;
  /** What the journal holds already. */
  readonly events: readonly RunEvent[];
  /** Told each event once it is durable. */
  readonly onEvent: ((event: RunEvent, state: RunState) => void) | undefined;
  readonly onJournalFailed: (detail: string) => void;
  /** A listener broke. */
  readonly onDefect: (error: unknown) => void;
}

/** What is known of a run: durable first, known second. */
export class RunRecord {
  readonly #options: RunRecordOptions;
  readonly #reducer: RunReducer;

  constructor(options: RunRecordOptions) {
    this.#options = options;
    this.#reducer = new RunReducer(options.plan);
    for (const event of options.events) this.#reducer.apply(event);
  }

  get state(): RunState {
    return this.#reducer.state;
  }

  /** @throws JournalError when the event may not be durable: whatever depends on it must not happen. */
  async add(event: RunEvent): Promise<void> {
    try {
      await this.#options.journal.append(event);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.#options.onJournalFailed(detail);
      throw new JournalError(detail);
    }
    this.#know(event);
  }

  /** For events after which nothing is sent: where the journal fails they are still known in this process. */
  async addOrKnow(event: RunEvent): Promise<void> {
    try {
      await this.add(event);
    } catch (error) {
      if (!(error instanceof JournalError)) throw error;
      this.#know(event);
    }
  }

  #know(event: RunEvent): void {
    this.#reducer.apply(event);
    try {
      this.#options.onEvent?.(event, this.state);
    } catch (error) {
      this.#options.onDefect(error);
    }
  }
}

/** The journal took nothing any more: the run stops, since what it does next would be known to nobody. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}
