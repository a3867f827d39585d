import { describe, expect, it } from 'vitest';
import { planWarningFix } from '../../src/core/plan-warning-fix.ts';

const field = 'billing_address.postal_code';

describe('what a cell could hold instead of what the dry run warns of', () => {
  it('is the postal code with as many zeros as the customer’s own has digits', () => {
    const lost = { code: 'leading_zero_lost', field, before: '02137' } as const;
    expect(planWarningFix(lost, [{ field, before: '02137', after: '2138' }])).toEqual({
      label: 'Use “02138”',
      text: '02138',
    });
    expect(planWarningFix(lost, [{ field, before: '02137', after: '138' }])?.text).toBe('00138');
  });

  it('is not known where parts of the old address stay', () => {
    const kept = { code: 'old_parts_kept', fields: ['billing_address.line2'] } as const;
    expect(
      planWarningFix(kept, [{ field: 'billing_address.line1', before: 'a', after: 'b' }]),
    ).toBeUndefined();
  });
});
