import type { Answer } from '../core/answer.ts';
import type { Clock } from './clock.ts';

export interface Patience {
  readonly clock: Clock;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly tries: number;
  readonly signal?: AbortSignal | undefined;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/**
 * Reads until there is an answer to the question. A 429 costs no try: the gate makes everybody wait. What may
 * get better is asked again with jittered back-off; what will not (401, 403, 404 …) is returned at once.
 */
export async function readPatiently<T>(
  send: () => Promise<Answer<T>>,
  patience: Patience,
): Promise<Answer<T>> {
  for (let tries = 1; ; ) {
    const answer = await send();
    if (answer.kind === 'ok' || patience.signal?.aborted) return answer;
    if (answer.kind === 'refused' && answer.status === 429) continue;
    if (!mayGetBetter(answer) || tries >= patience.tries) return answer;
    await backOff(tries, patience);
    if (patience.signal?.aborted) return answer;
    tries++;
  }
}

function mayGetBetter(answer: Answer<unknown>): boolean {
  return answer.kind !== 'refused' || answer.status === 408 || answer.status >= 500;
}

/** Waits longer each time, by a random part so that workers do not come back together. Returns early when aborted. */
export async function backOff(
  tries: number,
  { clock, random, signal }: Omit<Patience, 'tries'>,
): Promise<void> {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
  try {
    await clock.sleep(longest * (0.5 + random() / 2), signal);
  } catch {
    // Aborted while waiting: whoever called looks at the signal.
  }
}
