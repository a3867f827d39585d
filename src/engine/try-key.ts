import { ok, type Result } from '../core/result.ts';
import { keyTestText, keyTestTone } from '../core/words/key-test.ts';
import type { Refused } from '../core/words/refusals.ts';
import { testKey } from '../services/key-test/test-key.ts';
import type { Links } from './links.ts';
import type { MethodInput, MethodOutput } from './methods.ts';

/** Somebody waits in front of it. */
const LONGEST_TEST_MS = 20_000;

/** Finds out what a connection's key may do, and says it. */
export async function tryKey(
  links: Links,
  { link, work }: MethodInput<'connection.test'>,
): Promise<Result<MethodOutput<'connection.test'>, Refused>> {
  const linked = links.get(link, work);
  if (!linked.ok) return linked;
  const test = await testKey(linked.value.client, AbortSignal.timeout(LONGEST_TEST_MS));
  return ok({ tone: keyTestTone(test), text: keyTestText(test) });
}
