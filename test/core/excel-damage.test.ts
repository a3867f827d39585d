import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { ID, validated } from './making.ts';

/** What is said of one cell, and what its fix would put there. */
function said(role: string, text: string): readonly (readonly [code: string, fix: string | undefined])[] {
  const { diagnostics } = validated(['key:id', role], [[ID, text]]).read(0);
  return diagnostics.map(({ code, fix }: Diagnostic) => [code, fix?.text]);
}

const LINE1 = 'write:billing_address.line1';
const LINE2 = 'write:billing_address.line2';

describe('a text that was read in the wrong encoding', () => {
  it.each([
    ['MÃ¼ller', 'Müller'],
    ['MÃƒÂ¼ller', 'Müller'],
    ['StraÃŸe', 'Straße'],
    ['Ã\u00a0 la carte', 'à la carte'],
    ['Oâ€™Brien', 'O’Brien'],
    ['Å\u0081Ã³dÅº', 'Łódź'],
    ['æ\u009d±äº¬', '東京'],
    ['ÐœÐ¾Ñ\u0081ÐºÐ²Ð°', 'Москва'],
    ['Â£100', '£100'],
  ])('%j was %j', (text, before) => {
    expect(said('write:name', text)).toStrictEqual([['misread_characters', before]]);
  });

  it('gets no fix where a part of it is lost', () => {
    expect(said('write:name', 'MÃ¼ller and Müller')).toStrictEqual([['misread_and_lost', undefined]]);
  });

  it.each([
    'SÃO PAULO',
    'CAFÉ™',
    'Ångström',
    'Â',
    'Ã',
    'São João',
    'VOILÀ «ici»',
    'Ñandú',
    'Ð',
    'ÄÖÜ',
    'naïve',
  ])('%j was not', (text) => {
    expect(said('write:name', text)).toStrictEqual([]);
  });
});

describe('characters nobody sees', () => {
  it.each([
    ['Anna\u00a0Müller', 'Anna Müller'],
    ['Anna Müller\u00a0', 'Anna Müller'],
    ['An\u00adna', 'Anna'],
    ['\ufeffAnna', 'Anna'],
    ['An\u200bna', 'Anna'],
    ['\u202aAnna\u202c', 'Anna'],
  ])('are taken out of %j', (text, fix) => {
    expect(said('write:name', text)).toStrictEqual([['invisible_characters', fix]]);
  });

  it.each(['千代田区　丸の内', 'می‌خواهم', '👩‍💻', 'שלום \u200fabc'])('belong into %j', (text) => {
    expect(said('write:name', text)).toStrictEqual([]);
  });

  it.each([
    ['key:id', `${ID}\u00a0`, ['key_not_an_id', ID]],
    ['key:id', `\u200b${ID}`, ['key_not_an_id', ID]],
    ['key:id', `${ID.slice(0, 5)}\u00ad${ID.slice(5)}`, ['key_not_an_id', ID]],
    ['key:email', 'a\u200b@b.example', ['not_an_email', 'a@b.example']],
  ])('in a %s are an error with a fix', (role, text, expected) => {
    const { diagnostics } = validated([role, 'write:name'], [[text, 'Anna']]).read(0);
    expect(diagnostics.map(({ code, fix }) => [code, fix?.text])).toStrictEqual([expected]);
  });

  it.each(['a\u00a0@b.example', 'a\u00ad@b.example', '\u2060a@b.example', 'a@b.example\u200e'])(
    'in the e-mail %j are an error with a fix',
    (text) => {
      expect(said('write:email', text)).toStrictEqual([['not_an_email', 'a@b.example']]);
    },
  );
});

describe('a number that Excel made of a text', () => {
  it.each([
    ['write:phone', '4.91762E+12', 'rounded_number', undefined],
    ['write:phone', '4.917612345678E+12', 'rounded_number', '4917612345678'],
    ['write:phone', '6,175,550,100', 'number_with_separators', '6175550100'],
    ['write:phone', '6175550100.0', 'number_with_decimals', '6175550100'],
    ['write:metadata.account', '1.23457E+11', 'scientific_notation', undefined],
    ['write:metadata.account', '1,23457E+11', 'scientific_notation', undefined],
    ['write:description', '1.2E+1', 'scientific_notation', '12'],
    [LINE1, '2,138', 'number_with_separators', '2138'],
    [LINE2, '400.0', 'number_with_decimals', '400'],
    [LINE2, '1.234,00', 'number_with_separators', '1234'],
  ])('in %s: %j', (role, text, code, fix) => {
    expect(said(role, text)).toStrictEqual([[code, fix]]);
  });

  it.each([
    ['write:metadata.version', '2.0'],
    ['write:metadata.limit', '5,000'],
    ['write:metadata.since', '2024-05-03'],
    ['write:metadata.since', '3-May'],
    ['write:metadata.hash', '12e4'],
    ['write:name', '1,000'],
    ['write:description', '3-May'],
    ['write:phone', '030.123.456'],
    ['write:phone', '06 12 34 56 78'],
    [LINE1, '1,5 km after the bridge'],
    [LINE1, '12E4'],
  ])('is none in %s: %j', (role, text) => {
    expect(said(role, text)).toStrictEqual([]);
  });

  it('is an error only in a phone, of which no digit may be missing', () => {
    const severity = (role: string) =>
      validated(['key:id', role], [[ID, '4.91762E+12']]).read(0).diagnostics[0]?.severity;
    expect([severity('write:phone'), severity('write:metadata.a')]).toStrictEqual(['error', 'warning']);
  });
});

describe('a date that was made of a house or unit number', () => {
  it.each([
    ['3-May', '3-5'],
    ['5-Mar', '3-5'],
    ['May-3', '3-5'],
    ['May-32', '5-32'],
    ['03. Mai', '3-5'],
    ['03.Mai', '3-5'],
    ['05. Mrz', '3-5'],
    ['03-mai', '3-5'],
    ['03-janv.', '1-3'],
    ['03-févr', '2-3'],
    ['03-ago', '3-8'],
    ['03-mag', '3-5'],
    ['03-mei', '3-5'],
    ['2-Dec', '2-12'],
    ['2024-05-03 00:00:00', '3-5'],
    ['2024-05-03', '3-5'],
    ['03.05.2024', '3-5'],
    ['5/3/2024', '3-5'],
    ['5/3/2024 0:00', '3-5'],
  ])('%j was %j', (text, before) => {
    expect(said(LINE2, text)).toStrictEqual([['became_a_date', before]]);
    expect(said(LINE1, text)).toStrictEqual([['became_a_date', before]]);
  });

  it.each([
    'May 3rd Street',
    '3 mai 1945',
    '12 rue du 8-Mai-1945',
    '1-3 Mayfield Rd',
    '3-5',
    '1/2',
    '12-14',
    '3-A',
    'Mai 3',
    'Marsch-3',
    '5-Main',
    'Dec Street 5',
    '2024',
    '20-24-05',
    '1.5',
    'Apt 3-May',
    '2/3/45',
    '3-Maisons',
  ])('%j was not', (text) => {
    expect(said(LINE1, text)).toStrictEqual([]);
  });
});

describe('a text of which a part is missing', () => {
  it.each([
    ['exactly 255 characters', 'x'.repeat(255), ['text_cut']],
    ['one more', 'x'.repeat(256), []],
    ['a � in it', 'M\ufffdller', ['lost_characters']],
  ])('is noticed by %s', (_, text, codes) => {
    expect(said('write:name', text).map(([code]) => code)).toStrictEqual(codes);
  });
});
