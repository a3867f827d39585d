import { describe, expect, it } from 'vitest';
import { type ColumnRole, mappingOf } from '../../../src/core/mapping.ts';
import { whoColumns } from '../../../src/renderer/ui/grid/who-columns.ts';

const sheet = (roles: readonly ColumnRole[], undoes: string | null = null) => ({
  columns: roles.map((_, index) => ({ index, name: `Column ${index}`, header: `Column ${index}` })),
  mapping: mappingOf([...roles]),
  undoes,
});

const REFERENCE: ColumnRole = { kind: 'reference' };

describe('the columns that say whom a row is about', () => {
  it('are the key and a name or e-mail right behind it', () => {
    const key: ColumnRole = { kind: 'key', by: 'id' };
    const name: ColumnRole = { kind: 'check', field: 'name' };
    expect([...whoColumns(sheet([REFERENCE, key, name, REFERENCE]))]).toEqual([1, 2]);
    expect([...whoColumns(sheet([key, { kind: 'check', field: 'email' }]))]).toEqual([0, 1]);
  });

  it('do not change the order of the file', () => {
    const key: ColumnRole = { kind: 'key', by: 'id' };
    const name: ColumnRole = { kind: 'check', field: 'name' };
    expect([...whoColumns(sheet([key, REFERENCE, name]))]).toEqual([0]);
    expect([...whoColumns(sheet([name, key]))]).toEqual([1]);
    expect([...whoColumns(sheet([key, { kind: 'write', field: 'name' }]))]).toEqual([0]);
  });

  it('are the key alone where nothing else says it', () => {
    expect([...whoColumns(sheet([{ kind: 'key', by: 'email' }, REFERENCE]))]).toEqual([0]);
  });

  it('are the customer and its name in the sheet of an undo', () => {
    const roles: readonly ColumnRole[] = [REFERENCE, { kind: 'key', by: 'id' }, REFERENCE];
    expect([...whoColumns(sheet(roles, 'run'))]).toEqual([1, 2]);
  });
});
