import { describe, expect, it } from 'vitest';
import {
  confirmationOf,
  isConfirmed,
  isTypedNumber,
} from '../../src/renderer/ui/dialogs/apply/confirmation.ts';

describe('confirming a LIVE plan', () => {
  it.each(['1350', '1,350', ' 1 350 ', '1.350', '1’350'])('takes %j for 1350 customers', (typed) => {
    expect(isTypedNumber(typed, 1350)).toBe(true);
  });

  it.each(['', '135', '13500', 'all', '1350x', '-1350'])('does not take %j for 1350 customers', (typed) => {
    expect(isTypedNumber(typed, 1350)).toBe(false);
  });

  it('wants every kind of warning acknowledged and the number typed', () => {
    const open = confirmationOf({
      warnings: [
        { message: 'The street changes.', rows: 6 },
        { message: 'A zero may be lost.', rows: 2 },
      ],
    });
    expect(isConfirmed(open, 29)).toBe(false);
    expect(isConfirmed({ ...open, typed: '29' }, 29)).toBe(false);
    expect(isConfirmed({ acknowledged: [true, false], typed: '29' }, 29)).toBe(false);
    expect(isConfirmed({ acknowledged: [true, true], typed: '28' }, 29)).toBe(false);
    expect(isConfirmed({ acknowledged: [true, true], typed: '29' }, 29)).toBe(true);
  });
});
