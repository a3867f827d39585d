import { describe, expect, it } from 'vitest';
import { comparedValues } from '../../../src/renderer/ui/inspector/compared-values.ts';

const PHONE = { field: 'phone', before: '1', sent: '2' } as const;
const NAME = { field: 'name', before: 'A', sent: 'B' } as const;
const conflict = (field: string, wanted: string | null) => ({ field, planned: '1', now: '9', wanted });

describe('the three values of a row', () => {
  it('of a conflict: its own fields, those in the way marked, then those that somebody else changed beside', () => {
    const values = comparedValues({
      state: 'conflict',
      fields: [
        { ...PHONE, after: '9' },
        { ...NAME, after: 'A' },
      ],
      conflicts: [conflict('phone', '2'), conflict('billing_address.note', null)],
    });
    expect(values).toEqual([
      { field: 'phone', before: '1', now: '9', wanted: '2', isMarked: true },
      { field: 'name', before: 'A', now: 'A', wanted: 'B', isMarked: false },
      { field: 'billing_address.note', before: '1', now: '9', isMarked: true },
    ]);
  });

  it('of a conflict that an earlier version kept: what was not kept is not known', () => {
    const [phone, name] = comparedValues({
      state: 'conflict',
      fields: [{ ...PHONE, after: '9' }, NAME],
      conflicts: [conflict('phone', '2')],
    });
    expect(phone).toMatchObject({ now: '9', isMarked: true });
    expect(name).toEqual({ field: 'name', before: 'A', wanted: 'B', isMarked: false });
  });

  it('of one that was accepted: what is not as wanted is marked', () => {
    const values = comparedValues({
      state: 'partly_applied',
      fields: [
        { ...PHONE, after: '2' },
        { ...NAME, after: 'A' },
      ],
      conflicts: [],
    });
    expect(values.map(({ isMarked }) => isMarked)).toEqual([false, true]);
  });

  it('are none where all went well, or nobody saw any', () => {
    const fields = [{ ...PHONE, after: '2' }];
    expect(comparedValues({ state: 'applied', fields, conflicts: [] })).toEqual([]);
    expect(comparedValues({ state: 'unknown', fields: [PHONE], conflicts: [] })).toEqual([]);
  });
});
