import { describe, expect, it } from 'vitest';
import { applyOperation } from '../../src/core/edited-sheet.ts';
import { openBlankQuestions, validateSheet } from '../../src/core/validate.ts';
import { codesOf, ID, OTHER_ID, validated } from './making.ts';

const excluding = (sheet: ReturnType<typeof validated>, ...rows: readonly number[]) =>
  validateSheet(applyOperation(sheet.edited, { kind: 'exclude_rows', rows }), sheet.mapping);

describe('a customer on several rows', () => {
  const sheet = validated(
    ['key:id', 'write:name'],
    [
      [ID, 'Anna'],
      [OTHER_ID, 'Ben'],
      [ID, 'Hanna'],
    ],
  );

  it('is an error on each of them, and each names the other lines', () => {
    expect([0, 1, 2].map((row) => sheet.stateOf(row))).toStrictEqual(['invalid', 'ready', 'invalid']);
    expect(sheet.read(0).diagnostics.map(({ message }) => message)).toStrictEqual([
      'The same customer is also on line 4.',
    ]);
    expect(sheet.counts).toStrictEqual({ invalid: 2, ready: 1, excluded: 0, warnings: 0 });
  });

  it('is none once the others are left out', () => {
    const fewer = excluding(sheet, 2);
    expect([0, 1, 2].map((row) => fewer.stateOf(row))).toStrictEqual(['ready', 'ready', 'excluded']);
    expect(fewer.counts).toStrictEqual({ invalid: 0, ready: 2, excluded: 1, warnings: 0 });
    expect(fewer.read(2).diagnostics).toStrictEqual([]);
  });

  it('is not what two rows without a key have in common', () => {
    const keyless = validated(
      ['key:id', 'write:name'],
      [
        ['', 'Anna'],
        ['', 'Ben'],
      ],
    );
    expect(codesOf(keyless.read(0).diagnostics)).toStrictEqual(['key_missing']);
  });
});

describe('an e-mail', () => {
  const rows = (...emails: readonly string[]) =>
    validated(
      ['key:id', 'write:email'],
      emails.map((email, row) => [`${ID.slice(0, -1)}${row}`, email]),
    );

  it('can be given to one customer only', () => {
    const sheet = rows('a@b.example', 'c@d.example', 'a@b.example');
    expect([0, 1, 2].map((row) => codesOf(sheet.read(row).diagnostics))).toStrictEqual([
      ['email_used_twice'],
      [],
      ['email_used_twice'],
    ]);
    expect(excluding(sheet, 0).counts).toMatchObject({ invalid: 0, ready: 2 });
  });

  it('in capitals is another one, as Atlas has it', () => {
    expect(rows('a@b.example', 'A@b.example').counts.invalid).toBe(0);
  });

  it.each(['not an e-mail', 'a@b@c', '@b', 'a@', 'a b@c.example', 'a@b\u0007.example', 'a\u200b@b.example'])(
    'can’t be %j',
    (email) => {
      expect(codesOf(rows(email).read(0).diagnostics)).toStrictEqual(['not_an_email']);
    },
  );

  it.each(['a@b', "o'hara+1@b.co.uk", 'ü@müller.example', '"a"@b.example', 'a@[127.0.0.1]', '.a.@b'])(
    'may be %j',
    (email) => {
      expect(codesOf(rows(email).read(0).diagnostics)).toStrictEqual([]);
    },
  );

  it('with a space behind it is an error with a fix', () => {
    const found = rows('a@b.example ')
      .read(0)
      .diagnostics.find(({ code }) => code === 'not_an_email');
    expect(found).toMatchObject({ place: { kind: 'cell', row: 0, column: 1 }, fix: { text: 'a@b.example' } });
  });
});

describe('a cell that Atlas would choke on', () => {
  it.each([
    ['write:name', 'nul_in_text'],
    ['write:billing_address.city', 'nul_in_text'],
    ['write:metadata.note', 'nul_in_text'],
    ['write:default_payment_method', 'nul_in_text'],
  ])('in a column %s is an error on the cell', (role, code) => {
    const { diagnostics } = validated(['key:id', role], [[ID, 'a\u0000b']]).read(0);
    expect(diagnostics).toMatchObject([{ code, place: { kind: 'cell', row: 0, column: 1 } }]);
  });

  it('holds half a character', () => {
    const { diagnostics } = validated(['key:id', 'write:metadata.note'], [[ID, 'a\ud83d']]).read(0);
    expect(codesOf(diagnostics)).toStrictEqual(['broken_character']);
  });
});

describe('the counts of a sheet', () => {
  const sheet = validated(
    ['key:id', 'write:name', 'write:billing_address.line1', 'write:billing_address.line2'],
    [
      [ID, 'Anna', 'a', ''],
      [OTHER_ID, ' Ben', 'a', 'b'],
      ['', 'Cid', '', ''],
      ['x y', 'Dan', 'a', ''],
    ],
  );

  it('add up to its rows', () => {
    const { invalid, ready, excluded } = excluding(sheet, 3).counts;
    expect({ invalid, ready, excluded }).toStrictEqual({ invalid: 1, ready: 2, excluded: 1 });
    expect(sheet.counts.warnings).toBe(1);
  });

  it('say how often the blank question matters', () => {
    expect(sheet.partlyBlankRows).toStrictEqual({ billing_address: 2, shipping_address: 0 });
    expect(openBlankQuestions(sheet)).toStrictEqual(['billing_address']);
    const answered = validateSheet(sheet.edited, { ...sheet.mapping, blanks: { billing_address: 'keep' } });
    expect(openBlankQuestions(answered)).toStrictEqual([]);
  });
});
