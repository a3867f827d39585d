import { describe, expect, it } from 'vitest';
import { unedited } from '../../src/core/edited-sheet.ts';
import type { Mapping } from '../../src/core/mapping.ts';
import { createRowReader } from '../../src/core/row-reading.ts';
import { clear, codesOf, ID, imported, mappingBy, set, validated } from './making.ts';

const BILLING = ['write:billing_address.line1', 'write:billing_address.line2', 'write:billing_address.state'];
const read = (roles: readonly string[], row: readonly string[], answers: Partial<Mapping> = {}) =>
  validated(['key:id', ...roles], [[ID, ...row]], answers).read(0);

describe('a row', () => {
  it('asks for what its write columns say, and for nothing else', () => {
    const { edits, checks, key } = read(
      ['write:name', 'check:email', 'reference', 'write:metadata.constructor', 'write:phone'],
      ['Anna', 'a@b.example', 'anything', 'x', ''],
    );
    expect(key).toStrictEqual({ by: 'id', text: ID });
    expect(edits).toStrictEqual([set('name', 'Anna'), set('metadata.constructor', 'x')]);
    expect(checks).toStrictEqual([{ field: 'email', text: 'a@b.example' }]);
  });

  it('checks nothing where its check cell is blank', () => {
    expect(read(['check:name', 'write:phone'], [' ', '1']).checks).toStrictEqual([]);
  });

  it('has no findings about reference columns', () => {
    expect(read(['reference', 'write:name'], ['#REF!', 'Anna']).diagnostics).toStrictEqual([]);
  });

  it.each([
    ['too few cells', 'id,name,phone\n1,Anna\n', 'too_few_cells'],
    ['too many cells', 'id,name,phone\n1,Anna,2,3\n', 'too_many_cells'],
  ])('with %s is an error: a value may be in the wrong column', (_, text, code) => {
    const { sheet } = imported(text);
    const reader = createRowReader(unedited(sheet), mappingBy(['key:id', 'write:name', 'write:phone']));
    expect(codesOf(reader(0).diagnostics)).toContain(code);
  });
});

describe('the key of a row', () => {
  const codes = (role: string, text: string) =>
    codesOf(validated([role, 'write:name'], [[text, 'Anna']]).read(0).diagnostics);

  it.each([
    ['key:id', ID, []],
    ['key:id', ID.toUpperCase(), []],
    ['key:id', 'cus_123', ['unusual_id']],
    ['key:id', '', ['key_missing']],
    ['key:id', '  ', ['key_missing']],
    ['key:id', `${ID} `, ['key_not_an_id']],
    ['key:id', `${ID.slice(0, 8)}\u200b${ID.slice(8)}`, ['key_not_an_id']],
    ['key:id', `x\ud800`, ['key_not_an_id']],
    ['key:id', '6.43775E+11', ['key_damaged_by_excel']],
    ['key:id', '6,43775E+11', ['key_damaged_by_excel']],
    ['key:id', '#N/A', ['excel_error']],
    ['key:email', 'anna@fictional.example', []],
    ['key:email', 'anna', ['not_an_email']],
    ['key:email', ' anna@fictional.example', ['not_an_email']],
    ['key:email', '', ['key_missing']],
  ] as const)('as %s: %j is judged %j', (role, text, expected) => {
    expect(codes(role, text)).toStrictEqual(expected);
  });
});

describe('blank cells of an address', () => {
  it('keep the old part where the answer is keep', () => {
    const reading = read(BILLING, ['1 New Street', '', 'MA'], { blanks: { billing_address: 'keep' } });
    expect(reading.edits).toStrictEqual([
      set('billing_address.line1', '1 New Street'),
      set('billing_address.state', 'MA'),
    ]);
    expect(reading.partlyBlank).toStrictEqual(['billing_address']);
  });

  it('clear it where the answer is clear: the old suite must not stay on a new address', () => {
    const reading = read(BILLING, ['1 New Street', '', ''], { blanks: { billing_address: 'clear' } });
    expect(reading.edits).toStrictEqual([
      set('billing_address.line1', '1 New Street'),
      clear('billing_address.line2'),
      clear('billing_address.state'),
    ]);
  });

  it('keep what has no column, whatever the answer', () => {
    const { edits } = read(BILLING, ['1 New Street', '', ''], { blanks: { billing_address: 'clear' } });
    expect(edits.map(({ field }) => field)).not.toContain('billing_address.city');
  });

  it.each([
    ['sets none of it', ['', '', '']],
    ['sets all of it', ['a', 'b', 'c']],
    ['only clears some of it', ['', '[clear]', '']],
  ])('are not asked about in a row that %s', (_, cells) => {
    const reading = read(BILLING, cells, { blanks: { billing_address: 'clear' } });
    expect(reading.partlyBlank).toStrictEqual([]);
    expect(reading.edits).toHaveLength(cells.filter((text) => text !== '').length);
  });

  it('of only white space keep, even where blank clears', () => {
    const { edits, diagnostics } = read(BILLING, ['a', ' ', ''], { blanks: { billing_address: 'clear' } });
    expect(edits.map(({ field }) => field)).toStrictEqual(['billing_address.line1', 'billing_address.state']);
    expect(codesOf(diagnostics)).toStrictEqual(['only_spaces']);
  });

  it('are answered address by address', () => {
    const roles = [...BILLING, 'write:shipping_address.line1', 'write:shipping_address.line2'];
    const answers = { blanks: { billing_address: 'keep', shipping_address: 'clear' } } as const;
    expect(read(roles, ['a', '', '', 'b', ''], answers).edits).toStrictEqual([
      set('billing_address.line1', 'a'),
      set('shipping_address.line1', 'b'),
      clear('shipping_address.line2'),
    ]);
  });
});

describe('a constant', () => {
  const country = [{ field: 'billing_address.country', text: 'US' }] as const;

  it('fills blank cells only', () => {
    const constants = [{ field: 'phone', text: '+1' }] as const;
    expect(read(['write:phone'], ['+49'], { constants }).edits).toStrictEqual([set('phone', '+49')]);
    expect(read(['write:phone'], [''], { constants }).edits).toStrictEqual([set('phone', '+1')]);
    expect(read(['write:name'], [''], { constants }).edits).toStrictEqual([set('phone', '+1')]);
  });

  it('fills an address only in rows that edit it', () => {
    expect(read(BILLING, ['', '', ''], { constants: country }).edits).toStrictEqual([]);
    expect(read(BILLING, ['a', 'b', 'c'], { constants: country }).edits).toContainEqual(
      set('billing_address.country', 'US'),
    );
  });

  it('does not make a row that clears one part look like a move', () => {
    const roles = [...BILLING, 'write:billing_address.country'];
    const answers = { constants: country, blanks: { billing_address: 'clear' } } as const;
    expect(read(roles, ['', '[clear]', '', ''], answers).edits).toStrictEqual([
      clear('billing_address.line2'),
      set('billing_address.country', 'US'),
    ]);
  });

  it('may clear, and reads yes and no', () => {
    const constants = [
      { field: 'phone', text: '[clear]' },
      { field: 'tax_exempt', text: 'yes' },
    ] as const;
    expect(read([], [], { constants }).edits).toStrictEqual([clear('phone'), set('tax_exempt', true)]);
  });

  it('that can’t be used is said of the mapping', () => {
    const constants = [
      { field: 'tax_exempt', text: 'maybe' },
      { field: 'email', text: '[clear]' },
    ] as const;
    const { mappingFindings } = validated(['key:id', 'write:name'], [[ID, 'x']], { constants });
    expect(mappingFindings.map(({ message }) => message)).toStrictEqual([
      'The constant for tax exemption can’t be used: “maybe” is neither yes nor no. Use TRUE or FALSE.',
      'The constant for e-mail can’t be used: The e-mail can’t be cleared.',
    ]);
  });
});
