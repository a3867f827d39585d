import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { readCell } from '../../src/core/edits.ts';
import type { Field } from '../../src/core/fields.ts';
import type { Mapping } from '../../src/core/mapping.ts';
import { codesOf } from './making.ts';

function read(field: Field, text: string, lookAlikes: Mapping['lookAlikes'] = {}) {
  const diagnostics: Diagnostic[] = [];
  const edit = readCell({ field, column: 0 }, 0, text, lookAlikes, diagnostics);
  return { edit, codes: codesOf(diagnostics), fix: diagnostics[0]?.fix?.text };
}
const KEEP = { edit: undefined, codes: [], fix: undefined };
const CLEAR = { edit: { kind: 'clear' }, codes: [], fix: undefined };
const refused = (code: string) => ({ edit: undefined, codes: [code] });

describe('a cell', () => {
  it('that is empty keeps the field', () => {
    expect(read('name', '')).toStrictEqual(KEEP);
  });

  it.each([' ', '\t', '\u00a0\u00a0', ' \n '])(
    'of only white space (%j) keeps it, with a warning',
    (text) => {
      expect(read('name', text)).toMatchObject(refused('only_spaces'));
    },
  );

  it.each(['[clear]', '[CLEAR]', ' [Clear] ', '[clear]\t'])('that says %j clears it', (text) => {
    expect(read('phone', text)).toStrictEqual(CLEAR);
    expect(read('metadata.note', text)).toStrictEqual(CLEAR);
    expect(read('billing_address.line2', text)).toStrictEqual(CLEAR);
  });

  it.each(['email', 'tax_exempt', 'default_payment_method'] as const)('can’t clear %s', (field) => {
    expect(read(field, '[clear]')).toMatchObject(refused('cannot_be_cleared'));
    expect(read(field, 'NULL', { null: 'clear' })).toMatchObject(refused('cannot_be_cleared'));
  });

  it.each(['Anna', '02134', '=1+1', '[cleared]', 'clear all', '1.23E+11', '{}', 'None of it', '#1'])(
    'that says %j sets exactly that',
    (text) => {
      expect(read('name', text)).toStrictEqual({
        edit: { kind: 'set', value: text },
        codes: [],
        fix: undefined,
      });
    },
  );

  it('with spaces around sets them too, warns, and offers to remove them', () => {
    expect(read('name', ' Anna\u00a0')).toStrictEqual({
      edit: { kind: 'set', value: ' Anna\u00a0' },
      codes: ['outer_spaces'],
      fix: 'Anna',
    });
  });

  it.each(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '######', '#n/a ', 'Err:502'])(
    'with %s is always an error',
    (text) => {
      expect(read('name', text)).toMatchObject(refused('excel_error'));
      expect(read('name', text, { 'n/a': 'text', null: 'text' })).toMatchObject(refused('excel_error'));
    },
  );
});

describe('what only looks like clear', () => {
  it.each([
    ['NULL', 'null'],
    ['null', 'null'],
    ['N/A', 'n/a'],
    ['n/a ', 'n/a'],
    ['-', '-'],
    ['—', '-'],
    ['clear', 'clear'],
    ['None', 'none'],
  ] as const)('%j is an error until the person says what it means', (text, kind) => {
    expect(read('phone', text)).toMatchObject({ edit: undefined, codes: ['looks_like_clear'] });
    expect(read('phone', text, { [kind]: 'keep' })).toStrictEqual(KEEP);
    expect(read('phone', text, { [kind]: 'clear' })).toStrictEqual(CLEAR);
    expect(read('phone', text, { [kind]: 'text' }).edit).toStrictEqual({ kind: 'set', value: text });
  });

  it('is answered for its own kind only', () => {
    expect(read('phone', 'NULL', { 'n/a': 'clear' })).toMatchObject(refused('looks_like_clear'));
  });

  it.each(['NA', 'na', 'NO', 'Nullarbor', 'n/a until May', 'Nonesuch'])('is not %j', (text) => {
    expect(read('billing_address.country', text).edit).toStrictEqual({ kind: 'set', value: text });
  });
});

describe('yes and no', () => {
  it.each(['TRUE', 'true', 'Yes', 'y', '1', 'x', 'X', ' on ', '✓', 'ja', 'WAHR', 'oui', 'sí'])(
    '%j is yes',
    (text) => {
      expect(read('tax_exempt', text).edit).toStrictEqual({ kind: 'set', value: true });
    },
  );

  it.each(['FALSE', 'no', 'N', '0', 'off', 'nein', 'FALSCH', 'non'])('%j is no', (text) => {
    expect(read('tax_exempt', text).edit).toStrictEqual({ kind: 'set', value: false });
  });

  it.each(['maybe', '2', '1.0', 'exempt', '✗?'])('%j is neither', (text) => {
    expect(read('tax_exempt', text)).toMatchObject(refused('not_yes_or_no'));
  });

  it('are texts everywhere else', () => {
    expect(read('metadata.vip', 'TRUE').edit).toStrictEqual({ kind: 'set', value: 'TRUE' });
  });
});
