import { assertNever } from '../assert-never.ts';
import type { KeyTest } from '../key-test.ts';
import { answerSummaryText } from './answers.ts';

/** What trying a key out has shown, in a sentence or two. */
export function keyTestText(test: KeyTest): string {
  switch (test.kind) {
    case 'answered':
      return rightsText(test.reads, test.writes);
    case 'rejected':
      return 'Atlas rejected this key. Check that it is complete, was not revoked, and belongs to this address.';
    case 'redirected':
      return 'Atlas pointed to another address. The key is never sent elsewhere; correct the address.';
    case 'not_atlas':
      return 'Something answers at this address, but not as Atlas does. Check the address.';
    case 'held_up':
      return 'Atlas asks to wait just now, so the key could not be tested. Try again in a while.';
    case 'not_answered':
      return `The key could not be tested. ${answerSummaryText(test.answer)}`;
    default:
      return assertNever(test, 'key test');
  }
}

function rightsText(reads: boolean, writes: boolean | undefined): string {
  if (writes === undefined) {
    return `This key ${reads ? 'reads' : 'can’t read'}. Whether it may write shows with the first update.`;
  }
  if (reads)
    return writes ? 'This key reads and writes.' : 'This key reads only: Atlas would refuse every update.';
  return writes
    ? 'This key writes only: a dry run can’t show what customers have now.'
    : 'This key may neither read nor write customers.';
}

/** Whether it is as people need it, usable with less, or not usable. */
export function keyTestTone(test: KeyTest): 'good' | 'attention' | 'bad' {
  if (test.kind === 'held_up') return 'attention';
  if (test.kind !== 'answered') return 'bad';
  if (test.reads && test.writes === true) return 'good';
  return test.reads || test.writes !== false ? 'attention' : 'bad';
}
