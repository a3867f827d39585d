import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guarded, unguarded } from '../../src/core/formula-guard.ts';

const unit = fc.constantFrom(
  "'",
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  ' ',
  '0',
  '2',
  '.',
  '/',
  'e',
  'a',
  'é',
  '＝',
);
const text = fc.oneof(fc.string({ unit, maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 12 }));

describe('a guarded text', () => {
  it('comes back exactly, whatever it is', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(unguarded(guarded(written))).toBe(written);
      }),
      { numRuns: 20_000 },
    );
  });

  it('is told apart from every other text, also from one that looks guarded', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(guarded(one) === guarded(other)).toBe(one === other);
      }),
      { numRuns: 5000 },
    );
  });

  it('never begins, spaces aside, with what a spreadsheet runs', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(guarded(written)).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n\0]/u);
      }),
      { numRuns: 20_000 },
    );
  });

  it('is guarded where a spreadsheet would take it for something else', () => {
    const taken = [
      '=1+1',
      ' =cmd|x!A1',
      '+1 617 555 0100',
      '-5',
      '@SUM(A1)',
      '\t=1',
      '＝1+1',
      '−1',
      "'s-Hertogenbosch",
      '02139',
      '1.50',
      '1,5',
      '1,234',
      '123456789012',
      '1E5',
      '12e10',
      ' 12 ',
      '(5)',
      '$5',
      '50%',
      '3-4',
      '1/2',
      '2026-11-24',
      '5 March',
      'MARCH1',
      '12. août 2026',
      '12:30',
      '2026-11-24T10:31:07Z',
      '5 pm',
      'true',
      'False',
    ];
    for (const cell of taken) expect(guarded(cell)).toBe(`'${cell}`);
  });

  it('is shown as it is where nothing would happen to it', () => {
    const plain = [
      '',
      ' ',
      'Anna Fictional',
      '12 Main Street',
      'Suite 400',
      '90210',
      '0',
      'SW1A 1AA',
      '6437f749-0c1e-4b5a-9a52-3f1d2c4b5a60',
      'anna+billing@fictional.example',
      'a = b',
      '2026-11-24 10:31:07 UTC',
      'TRUE',
      '[clear]',
      '#N/A',
    ];
    for (const cell of plain) expect(guarded(cell)).toBe(cell);
  });
});
