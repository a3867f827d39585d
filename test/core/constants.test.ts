import { describe, expect, it } from 'vitest';
import { checkConstants, constantFindings } from '../../src/core/constants.ts';
import { unedited } from '../../src/core/edited-sheet.ts';
import { codesOf, ID, mappingBy, sheetFrom } from './making.ts';

describe('a constant', () => {
  it.each([
    ['email', 'anna', ['not_an_email']],
    ['email', '[clear]', ['cannot_be_cleared']],
    ['tax_exempt', 'perhaps', ['not_yes_or_no']],
    ['name', '#N/A', ['excel_error']],
    ['phone', 'n/a', ['looks_like_clear']],
    ['name', ' Anna', ['outer_spaces']],
    ['name', 'Anna', []],
    ['billing_address.country', 'US', []],
    ['billing_address.line2', '[CLEAR]', []],
  ] as const)('for %s of %j has the findings a cell would have', (field, text, codes) => {
    expect(codesOf(constantFindings({ field, text }, {}))).toStrictEqual(codes);
  });

  it('may be a look-alike whose meaning was said', () => {
    expect(constantFindings({ field: 'phone', text: 'n/a' }, { 'n/a': 'clear' })).toStrictEqual([]);
  });

  it('that can’t be used keeps the sheet out of the dry run; one that is only odd does not', () => {
    const sheet = unedited(sheetFrom(['key:id'], [[ID]]));
    const codes = (field: 'email' | 'name', text: string): readonly string[] =>
      codesOf(checkConstants(mappingBy(['key:id'], { constants: [{ field, text }] }), sheet));
    expect(codes('email', 'anna')).toStrictEqual(['constant_not_writable']);
    expect(codes('name', ' Anna')).toStrictEqual([]);
  });
});
