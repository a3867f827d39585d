import type { Answer } from '../../core/answer.ts';
import type { RowKey } from '../../core/row-key.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import type { PacedClient } from '../paced-client.ts';

/** Asks for one customer by itself; no customer is an answer too. */
export async function lookUp(
  { by, text }: RowKey,
  client: PacedClient,
  signal: AbortSignal | undefined,
): Promise<Answer<Snapshot | undefined>> {
  return by === 'id' ? await client.getCustomer(text, signal) : await lookUpEmail(text, client, signal);
}

/** By the exact filter, whose empty answer proves that there is none. */
export async function lookUpEmail(
  email: string,
  client: PacedClient,
  signal: AbortSignal | undefined,
): Promise<Answer<Snapshot | undefined>> {
  const answer = await client.listCustomers({ limit: 2, offset: 0, email }, signal);
  if (answer.kind !== 'ok') return answer;
  const snapshot = answer.value.snapshots.find(({ customer }) => customer.email === email);
  if (snapshot === undefined && answer.value.totalCount > 0) {
    return { kind: 'unreadable', status: answer.status, why: 'other_shape', requestId: answer.requestId };
  }
  return { ...answer, value: snapshot };
}
