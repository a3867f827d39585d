import type { Answer } from '../core/answer.ts';
import type { AtlasClient } from './atlas-client.ts';
import type { Arrival, Gate } from './gate/gate.ts';

/** A client whose every request waits at the gate, and whose 429 closes it for everybody. */
export interface PacedClient extends AtlasClient {
  readonly gate: Gate;
  /**
   * The same client for a caller that entered the gate itself, to look at the clock before it sends. Where the
   * gate was closed since, nothing is sent (`gate_closed`): enter again, and look at the clock again.
   */
  readonly entered: AtlasClient;
}

/** The same client, paced; what Atlas asks of one request holds for all that leave through the gate. */
export function throughGate(client: AtlasClient, gate: Gate): PacedClient {
  async function leaving<T>(send: () => Promise<Answer<T>>): Promise<Answer<T>> {
    const departure = gate.leave();
    if (!departure) {
      return { kind: 'not_sent', why: 'gate_closed', detail: 'Atlas asked to wait before it was sent' };
    }
    let arrival: Arrival = { kind: 'silence' };
    try {
      const answer = await send();
      arrival = arrivalOf(answer);
      return answer;
    } finally {
      gate.arrived(departure, arrival);
    }
  }
  async function paced<T>(send: () => Promise<Answer<T>>, signal?: AbortSignal): Promise<Answer<T>> {
    for (;;) {
      try {
        await gate.enter(signal);
      } catch {
        return { kind: 'not_sent', why: 'aborted', detail: 'aborted before it was sent' };
      }
      const answer = await send();
      if (answer.kind !== 'not_sent' || answer.why !== 'gate_closed') return answer;
    }
  }
  const entered: AtlasClient = {
    getCustomer: (id, signal) => leaving(() => client.getCustomer(id, signal)),
    listCustomers: (query, signal) => leaving(() => client.listCustomers(query, signal)),
    updateCustomer: (id, body, signal) => leaving(() => client.updateCustomer(id, body, signal)),
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
function arrivalOf(answer: Answer<unknown>): Arrival {
  if (answer.kind === 'not_sent' || answer.kind === 'lost') return { kind: 'silence' };
  if (answer.kind !== 'refused') return { kind: 'answered' };
  const { status, retryAfterMs } = answer;
  const isAsked = status === 429 || (status === 503 && retryAfterMs !== undefined);
  return isAsked ? { kind: 'asked_to_wait', retryAfterMs } : { kind: 'answered' };
}
