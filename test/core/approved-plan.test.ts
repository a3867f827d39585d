import { describe, expect, it } from 'vitest';
import { compareApproval } from '../../src/core/approved-plan.ts';

const HASH = `1a2b3c4d${'0f'.repeat(28)}`;

describe('an approved plan', () => {
  it('is named by its hash or the beginning of it, however it was copied off paper', () => {
    for (const copied of [
      HASH,
      '1a2b3c4d',
      ' 1A2B 3C4D ',
      '1a2b-3c4d',
      'plan 1a2b3c4d',
      `${HASH.slice(0, 20)}…`,
    ]) {
      expect(compareApproval(HASH, copied)).toBe('same');
    }
  });

  it('is another one where a character differs', () => {
    for (const copied of ['1a2b3c4e', `${HASH.slice(0, -1)}0`, '0f0f0f0f']) {
      expect(compareApproval(HASH, copied)).toBe('other');
    }
  });

  it('is not guessed from fewer than eight characters or from something else', () => {
    for (const copied of ['', '1a2b3c4', 'approved', `${HASH}0`, '1a2b3c4g']) {
      expect(compareApproval(HASH, copied)).toBe('unreadable');
    }
  });
});
