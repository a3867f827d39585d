import { WARNED_ROW } from '../../../src/contract/state-bytes.ts';
import { ALL_STATES } from '../../../src/core/row-state.ts';
import type { TestHost } from './test-host.ts';

/** The states of rows as they crossed, by row; empty where the plan has no such row. */
export const stateNames = (states: Uint8Array): readonly string[] =>
  [...states].map((state) => ALL_STATES[state & ~WARNED_ROW] ?? '');

export const statesOf = async (host: TestHost, planId: string): Promise<readonly string[]> =>
  stateNames(await host.must('plan.states', { planId }));
