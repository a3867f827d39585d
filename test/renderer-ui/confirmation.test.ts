import { describe, expect, it } from 'vitest';
import {
  confirmationOf,
  isTypedNumber,
  missingOf,
} from '../../src/renderer/ui/dialogs/apply/confirmation.ts';

describe('confirming a LIVE plan', () => {
  it.each(['1350', '1,350', ' 1 350 ', '1.350', '1’350'])('takes %j for 1350 customers', (typed) => {
    expect(isTypedNumber(typed, 1350)).toBe(true);
  });

  it.each(['', '135', '13500', 'all', '1350x', '-1350'])('does not take %j for 1350 customers', (typed) => {
    expect(isTypedNumber(typed, 1350)).toBe(false);
  });

  it('says what is still to be done: a warning acknowledged, a reason, the number typed', () => {
    const open = confirmationOf({
      warnings: [
        { message: 'The street changes.', rows: 6 },
        { message: 'A zero may be lost.', rows: 2 },
      ],
    });
    const whole = { acknowledged: [true, true], typed: '29', reason: 'FIN-1234' };
    expect(missingOf(open, 1350)).toEqual(['tick 2 warnings', 'give a reason', 'type 1,350']);
    expect(missingOf(whole, 29)).toEqual([]);
    expect(missingOf({ ...whole, acknowledged: [true, false] }, 29)).toEqual(['tick the warning']);
    expect(missingOf({ ...whole, typed: '28' }, 29)).toEqual(['type 29']);
    expect(missingOf({ ...whole, reason: '  ' }, 29)).toEqual(['give a reason']);
  });
});
