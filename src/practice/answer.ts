import type { JsonObject } from '../core/json.ts';
import type { StoredCustomer } from './stored-customer.ts';

/** What goes back over the wire, complete before a byte of it is sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer, and the customer as it was stored when the request changed something. */
export interface Performed {
  readonly answer: Answer;
  readonly committed?: StoredCustomer;
}

export function jsonAnswer(status: number, body: JsonObject): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
