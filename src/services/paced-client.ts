import type { Answer } from '../core/answer.ts';
import type { AtlasClient } from './atlas-client.ts';
import type { Gate } from './gate.ts';

/** Where Atlas says nothing about how long to wait. */
const DEFAULT_WAIT_MS = 5_000;
/** No answer closes the gate for less: an empty wait would be an early retry. */
const LEAST_WAIT_MS = 1_000;

/** A client whose every request waits at the gate, and whose 429 closes it for everybody. */
export interface PacedClient extends AtlasClient {
  readonly gate: Gate;
  /** The same client for a caller that entered the gate itself, to look at the clock before it sends. */
  readonly entered: AtlasClient;
}

export function throughGate(client: AtlasClient, gate: Gate): PacedClient {
  async function heeding<T>(answering: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await answering;
    heed(answer, gate);
    return answer;
  }
  async function paced<T>(send: () => Promise<Answer<T>>, signal?: AbortSignal): Promise<Answer<T>> {
    try {
      await gate.enter(signal);
    } catch {
      return { kind: 'not_sent', why: 'aborted', detail: 'aborted before it was sent' };
    }
    return await send();
  }
  const entered: AtlasClient = {
    getCustomer: (id, signal) => heeding(client.getCustomer(id, signal)),
    listCustomers: (query, signal) => heeding(client.listCustomers(query, signal)),
    updateCustomer: (id, body, signal) => heeding(client.updateCustomer(id, body, signal)),
  };
  return {
    gate,
    entered,
    getCustomer: (id, signal) => paced(() => entered.getCustomer(id, signal), signal),
    listCustomers: (query, signal) => paced(() => entered.listCustomers(query, signal), signal),
    updateCustomer: (id, body, signal) => paced(() => entered.updateCustomer(id, body, signal), signal),
  };
}

/** A 429, or a 503 that says when to come back, is about the key and not about the request. */
function heed(answer: Answer<unknown>, gate: Gate): void {
  if (answer.kind !== 'refused') return;
  if (answer.status === 429) gate.closeFor(Math.max(LEAST_WAIT_MS, answer.retryAfterMs ?? DEFAULT_WAIT_MS));
  if (answer.status === 503 && answer.retryAfterMs !== undefined) gate.closeFor(answer.retryAfterMs);
}
