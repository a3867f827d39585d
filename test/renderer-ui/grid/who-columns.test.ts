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
  it('are the key and the first name or e-mail that is checked', () => {
    const roles: readonly ColumnRole[] = [
      { kind: 'check', field: 'phone' },
      { kind: 'check', field: 'email' },
      { kind: 'check', field: 'name' },
      { kind: 'key', by: 'id' },
      { kind: 'write', field: 'name' },
    ];
    expect([...whoColumns(sheet(roles))]).toEqual([3, 1]);
  });

  it('are the key alone where nothing else says it', () => {
    expect([...whoColumns(sheet([{ kind: 'key', by: 'email' }, REFERENCE]))]).toEqual([0]);
  });

  it('are the customer and its name in the sheet of an undo', () => {
    const roles: readonly ColumnRole[] = [REFERENCE, { kind: 'key', by: 'id' }, REFERENCE];
    expect([...whoColumns(sheet(roles, 'run'))]).toEqual([1, 2]);
  });
});
