import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/practice/random.ts';
import { COLUMNS, findingsOf } from './corpus/check-rows.ts';
import { DAMAGES } from './corpus/damages.ts';
import { VALID_ROWS, type ValidRow } from './corpus/valid-rows.ts';

const MOST_ROUNDS = 5;

/** A row damaged several times over, or with anything in one of its cells. */
const anyRow = fc
  .tuple(
    fc.constantFrom(...VALID_ROWS),
    fc.array(fc.tuple(fc.constantFrom(...Object.values(DAMAGES)), fc.nat()), { maxLength: 4 }),
    fc.option(
      fc.tuple(
        fc.constantFrom(...COLUMNS),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 12 }),
          fc.stringMatching(/^[0-9.,' E+-]{1,8}$/),
          fc.stringMatching(/^[ÃÂâ€™Å“0-9a-z@.-]{1,8}$/),
        ),
      ),
    ),
  )
  .map(([row, damages, odd]): ValidRow => {
    const damaged = damages.reduce((now, [damage, seed]) => {
      const done = damage(now, createRandom(seed));
      return done ? { ...(done.row ?? now), [done.column]: done.text } : now;
    }, row);
    return odd ? { ...damaged, [odd[0]]: odd[1] } : damaged;
  });

/** All fixes of a row at once, as a person would click them. */
function fixed(row: ValidRow): ValidRow | undefined {
  const fixes = (findingsOf([row])[0] ?? []).flatMap(({ place, fix }) =>
    fix && place.kind === 'cell' ? [[COLUMNS[place.column - 1] ?? '', fix.text] as const] : [],
  );
  return fixes.length === 0 ? undefined : { ...row, ...Object.fromEntries(fixes) };
}

describe('fixes', () => {
  it('change the cell they are offered for', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        for (const { place, fix, code } of findingsOf([row])[0] ?? []) {
          const column = place.kind === 'cell' ? COLUMNS[place.column - 1] : undefined;
          if (fix && column) expect(fix.text, code).not.toBe(row[column]);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it('come to an end: what is offered in place of a text is not found fault with for ever', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        let now: ValidRow | undefined = row;
        for (let round = 0; now && round < MOST_ROUNDS; round++) now = fixed(now);
        expect(now).toBeUndefined();
      }),
      { numRuns: 5_000 },
    );
  });
});
