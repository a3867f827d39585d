import { describe, expect, it } from 'vitest';
import { openAgain } from '../../src/core/open-again.ts';
import type { NotAttemptedReason, Outcome } from '../../src/core/outcome.ts';
import type { RunRow } from '../../src/core/run.ts';
import { chainOfThree } from './run-making.ts';

const notAttempted = (reason: NotAttemptedReason): Outcome => ({ state: 'not_attempted', reason });
const WAITING = notAttempted('depends_on_other_row');

/** Rows of a chain in which 0 waits for 1 and 1 for 2; what is known of each, `undefined` where it has no outcome. */
function openOf(outcomes: Readonly<Record<number, Outcome | undefined>>): readonly number[] {
  const rows = Object.entries(outcomes).map(([row, outcome]): [number, RunRow] => [
    Number(row),
    { row: Number(row), attempts: [], changes: [], ...(outcome ? { outcome } : {}) },
  ]);
  return openAgain(chainOfThree(), { rows: new Map(rows) }).toSorted((a, b) => a - b);
}

describe('a row that waited for another', () => {
  it('is open again where that one is', () => {
    expect(openOf({ 2: notAttempted('key_rejected'), 1: WAITING, 0: WAITING })).toStrictEqual([0, 1, 2]);
  });

  it('is open again where that one has not ended, or nothing is known of it', () => {
    expect(openOf({ 2: undefined, 1: WAITING, 0: WAITING })).toStrictEqual([0, 1]);
    expect(openOf({ 1: WAITING })).toStrictEqual([1]);
  });

  it('stays as it is where that one ended for good', () => {
    const ended: Outcome = { state: 'failed', reason: 'tries_spent' };
    expect(openOf({ 2: ended, 1: WAITING, 0: WAITING })).toStrictEqual([]);
  });

  it('stays as it is where it waits for nobody', () => {
    expect(openOf({ 2: WAITING })).toStrictEqual([]);
  });
});

describe('a row that a person stopped', () => {
  it('stays so, though the one before it is open again', () => {
    expect(openOf({ 2: notAttempted('key_rejected'), 1: notAttempted('stopped') })).toStrictEqual([2]);
  });
});
