import { describe, expect, it } from 'vitest';
import { runSeed } from './judge.ts';

const ROWS = 120;
/** Seconds of it are waiting; a busy machine has room. */
const TIMEOUT_MS = 60_000;

describe.each([1, 2, 3])(
  'while a third of all requests goes wrong and somebody else writes too (seed %i)',
  (seed) => {
    it('every customer ends as the sheet and the others had it, and every row says what became of it', {
      timeout: TIMEOUT_MS,
    }, async () => {
      const { differences, faults, clean } = await runSeed(seed, ROWS);
      expect(differences).toStrictEqual([]);
      expect(faults.met).toBe(faults.scripted);
      expect(faults.scripted).toBeGreaterThan(20);
      expect(clean.rows).toBeGreaterThan(60);
    });
  },
);
