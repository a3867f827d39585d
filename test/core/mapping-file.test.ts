import { describe, expect, it } from 'vitest';
import { parseRole, readMappingFile } from '../../src/core/mapping-file.ts';
import { columnsOf } from '../../src/core/sheet.ts';

const columns = columnsOf(['id', 'Zip', 'Note', 'Note', '__proto__']);
const read = (content: unknown) => readMappingFile(JSON.stringify(content), columns);

describe('a mapping file', () => {
  it('says what each column is for, by its header', () => {
    const result = read({
      columns: {
        id: 'key:id',
        Zip: 'write:billing_address.postal_code',
        'Note (2)': 'write:metadata.note: second',
      },
      blanks: { billing_address: 'clear' },
      lookAlikes: { 'n/a': 'keep' },
      constants: { 'billing_address.country': 'US' },
      copyBillingToShipping: true,
    });
    expect(result).toStrictEqual({
      ok: true,
      value: {
        roles: [
          { kind: 'key', by: 'id' },
          { kind: 'write', field: 'billing_address.postal_code' },
          { kind: 'reference' },
          { kind: 'write', field: 'metadata.note: second' },
          { kind: 'reference' },
        ],
        blanks: { billing_address: 'clear' },
        lookAlikes: { 'n/a': 'keep' },
        constants: [{ field: 'billing_address.country', text: 'US' }],
        copyBillingToShipping: true,
      },
    });
  });

  it('leaves all questions open that it does not answer', () => {
    expect(read({ columns: { id: 'key:id' } })).toMatchObject({
      ok: true,
      value: { blanks: {}, lookAlikes: {}, constants: [], copyBillingToShipping: false },
    });
  });

  it('can name a column that is called __proto__', () => {
    const result = readMappingFile('{"columns":{"__proto__":"write:name"}}', columns);
    expect(result.ok && result.value.roles[4]).toStrictEqual({ kind: 'write', field: 'name' });
  });

  it('says everything that is wrong with it', () => {
    const result = read({ columns: { id: 'key:name', Zop: 'reference' }, constants: { created: '1' } });
    expect(result).toStrictEqual({
      ok: false,
      error: [
        '“id”: “key:name” is not a role (key:id, key:email, write:<field>, check:<field>, reference).',
        'The sheet has no column “Zop”.',
        '“created” is not a field that can be written.',
      ],
    });
  });

  it.each([
    ['is no JSON', '{'],
    ['is a list', '[]'],
    ['has no columns', '{}'],
    ['answers a question that nobody asks', '{"columns":{},"blank":{}}'],
    ['has an answer that is none', '{"columns":{},"blanks":{"billing_address":"drop"}}'],
    ['has roles that are not texts', '{"columns":{"id":1}}'],
  ])('is refused where it %s', (_, text) => {
    const result = readMappingFile(text, columns);
    expect(result.ok ? [] : result.error).not.toHaveLength(0);
  });
});

describe('a role', () => {
  it.each([
    'key:phone',
    'write:id',
    'write:created',
    'write:object',
    'write:tax_ids',
    'write:billing_address',
    'write:metadata',
    'write:metadata.',
    'check:',
    'write',
    '',
    'reads:name',
  ])('is not %j', (text) => {
    expect(parseRole(text)).toBeUndefined();
  });
});
