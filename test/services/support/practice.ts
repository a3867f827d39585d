import { expect, onTestFinished } from 'vitest';
import {
  type PracticeOptions,
  type PracticeServer,
  type RequestRecord,
  startPracticeServer,
} from '../../../src/practice/server.ts';

/** A practice server without rate limit, closed when the test ends. */
export async function practiceWith(options: PracticeOptions): Promise<PracticeServer> {
  const practice = await startPracticeServer({ rateLimit: Infinity, ...options });
  onTestFinished(() => practice.close());
  return practice;
}

/** A fault that was never met tested nothing. */
export function expectFaultsMet(practice: PracticeServer): void {
  expect(practice.faults().unmet).toStrictEqual([]);
}

export const writesTo = (practice: PracticeServer): readonly RequestRecord[] =>
  practice.requests().filter(({ method }) => method === 'PATCH');

export const readsFrom = (practice: PracticeServer): readonly RequestRecord[] =>
  practice.requests().filter(({ method }) => method === 'GET');
