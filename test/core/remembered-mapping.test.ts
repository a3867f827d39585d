import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../src/core/mapping.ts';
import { proposeMapping } from '../../src/core/propose-mapping.ts';
import { headerSetOf, recalledMapping, rememberedOf } from '../../src/core/remembered-mapping.ts';
import { columnsOf } from '../../src/core/sheet.ts';
import { ID, mappingBy, sheetFrom } from './making.ts';

const ROLES = ['key:id', 'write:billing_address.postal_code', 'reference'];
const HEADERS = ['Who', 'Where', 'Why'];

function remembered(answers: Partial<Mapping> = {}, headers = HEADERS) {
  const kept = rememberedOf(columnsOf(headers), mappingBy(ROLES, answers));
  if (!kept) throw new Error('Nothing was kept');
  return kept;
}

function recalled(headers: readonly string[], answers: Partial<Mapping> = {}): Mapping {
  return recalledMapping(remembered(answers), columnsOf(headers), proposeMapping(sheetFrom(headers, [])));
}

describe('a mapping of last time', () => {
  it('is the same mapping for the same headers, whatever their order', () => {
    expect(recalled(HEADERS)).toStrictEqual(mappingBy(ROLES));
    expect(recalled(['Why', 'Who', 'Where']).roles.map(({ kind }) => kind)).toStrictEqual([
      'reference',
      'key',
      'write',
    ]);
    expect(headerSetOf(['Why', 'Who', 'Where'])).toBe(headerSetOf(HEADERS));
  });

  it.each([
    [['Who', 'Where']],
    [['Who', 'Where', 'why']],
    [['Who', 'Where', 'Why', 'Why']],
    [['Who', 'Where', 'Why ']],
  ])('is not that of %j: the headers’ exact texts count', (headers) => {
    expect(headerSetOf(headers)).not.toBe(headerSetOf(HEADERS));
  });

  it('keeps the answers to be shown, and answers nothing with them', () => {
    const answers = {
      blanks: { billing_address: 'clear' },
      lookAlikes: { 'n/a': 'clear' },
      copyBillingToShipping: true,
      constants: [{ field: 'description', text: 'Anna’s private note' }],
    } as const;
    expect(remembered(answers).answers).toStrictEqual({
      blanks: { billing_address: 'clear' },
      copyBillingToShipping: true,
      constants: ['description'],
    });
    expect(recalled(HEADERS, answers)).toStrictEqual(mappingBy(ROLES));
    expect(JSON.stringify(remembered(answers))).not.toContain('Anna');
  });

  it('writes nothing of a whole export, though it did last time', () => {
    const headers = ['id', 'created', 'phone'];
    const kept = rememberedOf(columnsOf(headers), mappingBy(['key:id', 'reference', 'write:phone']));
    const sheet = sheetFrom(headers, [[ID, '1700000000', '+1 617 555 0100']]);
    expect(kept && recalledMapping(kept, sheet.columns, proposeMapping(sheet)).roles[2]).toStrictEqual({
      kind: 'reference',
      field: 'phone',
    });
  });

  it.each([
    ['finds no customer', ['reference', 'write:name', 'reference']],
    ['finds them twice', ['key:id', 'key:email', 'write:name']],
    ['writes a field twice', ['key:id', 'write:name', 'write:name']],
  ])('is not kept when it %s', (_, roles) => {
    expect(rememberedOf(columnsOf(HEADERS), mappingBy(roles))).toBeUndefined();
  });

  it('is kept of an export in which nothing is written yet', () => {
    expect(rememberedOf(columnsOf(HEADERS), mappingBy(['key:id', 'check:name', 'reference']))).toBeDefined();
  });

  it.each(['anna@fictional.example', ID, '+1 617 555 0100'])(
    'is not kept where the headers are a row of customers’ data: %s',
    (cell) => {
      expect(rememberedOf(columnsOf(['Who', 'Where', cell]), mappingBy(ROLES))).toBeUndefined();
    },
  );
});
