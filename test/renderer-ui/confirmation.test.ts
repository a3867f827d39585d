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

  it('wants every kind of warning acknowledged, a reason, and the number typed', () => {
    const open = confirmationOf({
      warnings: [
        { message: 'The street changes.', rows: 6 },
        { message: 'A zero may be lost.', rows: 2 },
      ],
    });
    const whole = { acknowledged: [true, true], typed: '29', reason: 'FIN-1234' };
    expect(isConfirmed(open, 29)).toBe(false);
    expect(isConfirmed(whole, 29)).toBe(true);
    expect(isConfirmed({ ...whole, acknowledged: [true, false] }, 29)).toBe(false);
    expect(isConfirmed({ ...whole, typed: '28' }, 29)).toBe(false);
    expect(isConfirmed({ ...whole, reason: '  ' }, 29)).toBe(false);
  });
});
