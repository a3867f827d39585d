import type { Answer } from '../../core/answer.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import type { AtlasClient, CustomerListing } from '../atlas-client.ts';
import type { Clock } from '../clock.ts';
import type { PacedClient } from '../paced-client.ts';
import { readPatiently } from '../patient-read.ts';
import type { Brake } from './brake.ts';
import type { Page } from './page-choice.ts';
import type { PauseRules } from './pause-rules.ts';

/** Before a write: one that can't be read can be left alone. */
const TRIES_TO_SEND = 5;
/** After one: what is not found out now never will be. */
const TRIES_TO_FIND_OUT = 10;
const LONGEST_WAIT_WHEN_ABORTED_MS = 60_000;

type Send<T> = (client: AtlasClient, signal: AbortSignal | undefined) => Promise<Answer<T>>;

export interface PatientReaderOptions {
  readonly client: PacedClient;
  readonly clock: Clock;
  readonly random: () => number;
  readonly brake: Brake;
  readonly rules: PauseRules;
}

/** Why something is read: to send a row, which a stop ends, or to find out what became of one, which it does not. */
export type ReadPurpose = 'to_send' | 'to_find_out';

/** An answer that brought nothing. */
export type Failure = Exclude<Answer<never>, { kind: 'ok' }>;

/** Says nothing of the other way of reading: a key may list and not read by id, and the other way round. */
export const isDenied = (answer: Answer<unknown>): boolean =>
  answer.kind === 'refused' && (answer.status === 403 || answer.status === 405);

/** Reads through the gate, again where that may help, and waits for a net that is away. */
export class PatientReader {
  readonly #options: PatientReaderOptions;

  constructor(options: PatientReaderOptions) {
    this.#options = options;
  }

  customer(id: string, purpose: ReadPurpose): Promise<Answer<Snapshot>> {
    return this.#ask(purpose, (client, signal) => client.getCustomer(id, signal));
  }

  page(page: Page, purpose: ReadPurpose): Promise<Answer<CustomerListing>> {
    return this.#ask(purpose, (client, signal) => client.listCustomers(page, signal));
  }

  #ask<T>(purpose: ReadPurpose, send: Send<T>): Promise<Answer<T>> {
    const { clock, random, brake } = this.#options;
    return purpose === 'to_send'
      ? readPatiently(() => this.#askToSend(send), {
          clock,
          random,
          tries: TRIES_TO_SEND,
          signal: brake.ending,
        })
      : this.#findOut(send);
  }

  /** A pause holds it up, a stop ends it: nothing depends on the answer any more. */
  async #askToSend<T>(send: Send<T>): Promise<Answer<T>> {
    const { client, brake, rules } = this.#options;
    for (;;) {
      await brake.whilePaused();
      try {
        await rules.enterGate(brake.ending);
      } catch {
        return CUT_OFF;
      }
      if (brake.stopReason || brake.isHeld) {
        client.gate.giveBack();
        if (brake.stopReason) return CUT_OFF;
        continue;
      }
      const answer = await send(client.entered, brake.signal);
      if (isHeldBack(answer)) continue;
      if (answer.kind !== 'not_sent') {
        brake.connected();
        return answer;
      }
      if (brake.stopReason) return answer;
      await brake.waitForConnection(answer.detail);
    }
  }

  /**
   * Rows in flight are reconciled before a run ends, however it ends. Once somebody has aborted it, neither a net that
   * is away nor a gate that stays closed for long is waited for.
   */
  async #findOut<T>(send: Send<T>): Promise<Answer<T>> {
    const { client, clock, random, brake } = this.#options;
    const givingUp = new AbortController();
    const giveUpIfClosed = (): void => {
      if (client.gate.closedForMs > LONGEST_WAIT_WHEN_ABORTED_MS) givingUp.abort();
    };
    const ask = async (): Promise<Answer<T>> => {
      if (brake.signal.aborted) giveUpIfClosed();
      return await this.#askToFindOut(send, givingUp.signal);
    };
    brake.signal.addEventListener('abort', giveUpIfClosed);
    try {
      return await readPatiently(ask, { clock, random, tries: TRIES_TO_FIND_OUT, signal: givingUp.signal });
    } finally {
      brake.signal.removeEventListener('abort', giveUpIfClosed);
    }
  }

  async #askToFindOut<T>(send: Send<T>, givingUp: AbortSignal): Promise<Answer<T>> {
    const { client, brake, rules } = this.#options;
    for (;;) {
      try {
        await rules.enterGate(givingUp);
      } catch {
        return CUT_OFF;
      }
      const answer = await send(client.entered, undefined);
      if (isHeldBack(answer)) continue;
      if (answer.kind !== 'not_sent') {
        brake.connected();
        return answer;
      }
      const isWaitedFor = brake.stopReason === undefined || brake.stopReason === 'stopped';
      if (!isWaitedFor) return answer;
      await brake.waitForConnection(answer.detail);
    }
  }
}

/** The gate was closed between entering and sending: the next turn is waited for. */
const isHeldBack = (answer: Answer<unknown>): boolean =>
  answer.kind === 'not_sent' && answer.why === 'gate_closed';

const CUT_OFF: Answer<never> = { kind: 'not_sent', why: 'aborted', detail: 'the run was ended' };
