import { describe, expect, it } from 'vitest';
import { createRandom, pick, type Random, seedOf } from '../../src/practice/random.ts';
import { COLUMNS, findingIn, findingsOf } from './corpus/check-rows.ts';
import { DAMAGES, type Damaged } from './corpus/damages.ts';
import { VALID_ROWS, type ValidRow } from './corpus/valid-rows.ts';

const SEEDS = [20_261, 20_262, 20_263] as const;
const CELLS = 500;
const FOUND = 0.95;
const RIGHT_FIX = 0.9;

interface Case {
  readonly kind: string;
  readonly damaged: Damaged;
  readonly row: ValidRow;
}

/** Each kind in turn, in a row that it can happen to. */
function damagedCells(seed: number): readonly Case[] {
  const kinds = Object.entries(DAMAGES);
  return Array.from({ length: CELLS }, (_, index) => {
    const random = createRandom(seedOf(seed, index));
    const [kind, damage] = pick(() => (index % kinds.length) / kinds.length, kinds);
    return { kind, ...somewhere(random, damage) };
  });
}

function somewhere(random: Random, damage: (row: ValidRow, random: Random) => Damaged | undefined) {
  for (;;) {
    const whole = pick(random, VALID_ROWS);
    const damaged = damage(whole, random);
    // Damage that happens to change nothing is none; mojibake of some names is again a name.
    if (!damaged || (damaged.before === undefined ? false : damaged.text === damaged.before)) continue;
    return { damaged, row: { ...(damaged.row ?? whole), [damaged.column]: damaged.text } };
  }
}

function judge(cases: readonly Case[]) {
  const findings = findingsOf(cases.map(({ row }) => row));
  const judged = cases.map(({ kind, damaged }, index) => {
    const found = findingIn(findings[index] ?? [], damaged.column);
    const isRight = damaged.before === undefined ? undefined : found?.fix?.text === damaged.before;
    return { kind, damaged, found, isRight };
  });
  const recoverable = judged.filter(({ isRight }) => isRight !== undefined);
  return {
    found: judged.filter(({ found }) => found).length / judged.length,
    right: recoverable.filter(({ isRight }) => isRight).length / recoverable.length,
    recoverable: recoverable.length,
    missed: judged
      .filter(({ found, isRight }) => !found || isRight === false)
      .map(({ kind, damaged, found }) => ({
        kind,
        ...damaged,
        row: undefined,
        fix: found?.fix?.text,
        code: found?.code,
      })),
  };
}

describe('500 damaged cells of good rows', () => {
  it.each(SEEDS)('are found, and most get back what they held (seed %i)', (seed) => {
    expect(COLUMNS).toContain('postal_code');
    const { found, right, recoverable, missed } = judge(damagedCells(seed));
    const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
    console.log(
      `seed ${seed}: ${percent(found)} of ${CELLS} damages found; ${percent(right)} of ${recoverable} that can be put right get the right fix`,
    );
    expect(found, JSON.stringify(missed, null, 1)).toBeGreaterThanOrEqual(FOUND);
    expect(right, JSON.stringify(missed, null, 1)).toBeGreaterThanOrEqual(RIGHT_FIX);
  });
});
