import { describe, expect, it } from 'vitest';
import { mappingOf } from '../../src/core/mapping.ts';
import { columnsOf } from '../../src/core/sheet.ts';
import { groupsOf, matching, writtenColumns } from '../../src/renderer/ui/dialogs/mapping/column-groups.ts';
import { withRole } from '../../src/renderer/ui/dialogs/mapping/roles.ts';
import { whyOf } from '../../src/renderer/ui/dialogs/mapping/why.ts';
import { liveSheet } from '../renderer-model/support.ts';

const wide = columnsOf(['id', 'Tel', 'Zip', ...Array.from({ length: 200 }, (_, index) => `Extra ${index}`)]);
const mapping = mappingOf([
  { kind: 'key', by: 'id' },
  { kind: 'reference', field: 'phone' },
  { kind: 'write', field: 'billing_address.postal_code' },
  ...Array.from({ length: 200 }, () => ({ kind: 'reference' }) as const),
]);
const names = (columns: readonly { readonly name: string }[]): readonly string[] =>
  columns.map(({ name }) => name);

describe('the columns of a wide sheet', () => {
  it('that are used, or will be once a cell is edited, come first; no column is lost', () => {
    const { used, unused } = groupsOf(wide, mapping);
    expect(names(used)).toEqual(['id', 'Tel', 'Zip']);
    expect([...used, ...unused]).toHaveLength(wide.length);
  });

  it('are found by their name and by their field', () => {
    expect(names(matching(wide, mapping, 'extra 19'))).toHaveLength(11);
    expect(names(matching(wide, mapping, ' Postal '))).toEqual(['Zip']);
    expect(names(matching(wide, mapping, 'phone'))).toEqual(['Tel']);
    expect(names(matching(wide, mapping, 'nothing like it'))).toEqual([]);
  });

  it('can be cut down to what is written', () => {
    expect([...writtenColumns(mapping)]).toEqual([2]);
  });

  it('of a narrow one stay in the order of the file', () => {
    expect(groupsOf(wide.slice(0, 13), mapping)).toEqual({ used: wide.slice(0, 13), unused: [] });
  });
});

describe('why a column is what it is', () => {
  const sheet = liveSheet(
    'customer_id,Postleitzahl,State,Notes\n' +
      ['a,50667,open,x', 'b,50668,paid,y', 'c,50669,shipped,z'].join('\n'),
  );
  const texts = (): readonly (string | undefined)[] =>
    sheet.columns.map(({ index }) => whyOf(sheet, index)?.text);

  it('is said in words, and doubts are marked', () => {
    expect(texts()).toEqual([
      'proposed: name fits',
      'proposed: name and values fit',
      'Called like the billing state, but its values don’t look like it',
      undefined,
    ]);
    expect(sheet.columns.map(({ index }) => whyOf(sheet, index)?.look)).toEqual([
      'tag',
      'tag',
      'doubt',
      undefined,
    ]);
  });

  it('is the person’s choice once they chose', () => {
    sheet.setMapping(withRole(sheet.mapping, 3, { kind: 'write', field: 'description' }));
    expect(texts()[3]).toBe('chosen by you');
  });
});

describe('the key', () => {
  it('moves to the column that is chosen for it', () => {
    const { roles } = withRole(mapping, 1, { kind: 'key', by: 'email' });
    expect(roles.slice(0, 2)).toEqual([{ kind: 'reference' }, { kind: 'key', by: 'email' }]);
  });
});
