import type { Answer } from '../../core/answer.ts';
import type { KeyTest } from '../../core/key-test.ts';
import { isDenied, isNotFound } from '../dry-run/failure.ts';
import type { PacedClient } from '../paced-client.ts';

/**
 * The id that an update is tried on. Ids are UUIDs and this is none, so no customer can ever have it; the body is
 * empty, so nothing would change even then.
 */
export const NOBODYS_ID = 'patchsheet-key-test';

/**
 * Finds out what a key may do, and writes nothing. Reading is denied only where both ways of it are. That it may
 * write is concluded from one answer alone: the id is not found, so the update itself was not refused.
 *
 * @param signal ends the waiting at the gate and for answers
 */
export async function testKey(client: PacedClient, signal: AbortSignal): Promise<KeyTest> {
  const listing = await client.listCustomers({ limit: 0, offset: 0 }, signal);
  const reading = isDenied(listing) ? await client.getCustomer(NOBODYS_ID, signal) : listing;
  const reads = reading === listing ? reading.kind === 'ok' : isNotFound(reading);
  if (!reads && !isDenied(reading)) return failureOf(reading, signal);
  const update = await client.updateCustomer(NOBODYS_ID, {}, signal);
  if (isRejected(update)) return { kind: 'rejected' };
  const writes = isNotFound(update) ? true : isDenied(update) ? false : undefined;
  return { kind: 'answered', reads, writes };
}

function failureOf(answer: Answer<unknown>, signal: AbortSignal): KeyTest {
  if (answer.kind === 'ok') return { kind: 'not_atlas' };
  if (isRejected(answer)) return { kind: 'rejected' };
  if (answer.kind === 'unreadable') return { kind: 'not_atlas' };
  if (answer.kind === 'refused') {
    const { status } = answer;
    if (status === 429) return { kind: 'held_up' };
    if (status < 400) return { kind: 'redirected' };
    return status < 500 && status !== 408 ? { kind: 'not_atlas' } : { kind: 'not_answered', answer };
  }
  // Never sent, since its time passed at the gate.
  if (answer.kind === 'not_sent' && answer.why === 'aborted' && signal.aborted) return { kind: 'held_up' };
  const isOurs = answer.kind === 'lost' && answer.why === 'aborted' && signal.aborted;
  return { kind: 'not_answered', answer: isOurs ? { ...answer, why: 'timeout' } : answer };
}

const isRejected = (answer: Answer<unknown>): boolean => answer.kind === 'refused' && answer.status === 401;
