import { expect, it } from 'vitest';
import { folderText } from '../../src/main/folder-text.ts';

it.each([
  ['/people/anna/prices.csv', '~'],
  ['/people/anna/Documents/Q3/prices.csv', '~/Documents/Q3'],
  ['/people/annabel/prices.csv', '/people/annabel'],
  ['/prices.csv', '/'],
  [
    '/mnt/share/finance/corrections/2026/quarter-3/addresses/a.csv',
    '/mnt/…/corrections/2026/quarter-3/addresses',
  ],
  [
    '/people/anna/finance/corrections/2026/quarter-3/addresses/to-do/a.csv',
    '~/…/corrections/2026/quarter-3/addresses/to-do',
  ],
  [`/${'x'.repeat(80)}/a.csv`, `…${'x'.repeat(47)}`],
])('%s is in %s', (path, folder) => {
  expect(folderText(path, '/people/anna', '/')).toBe(folder);
});

it('knows the paths of Windows', () => {
  expect(folderText('C:\\People\\Anna\\Q3\\a.csv', 'C:\\People\\Anna', '\\')).toBe('~\\Q3');
  expect(folderText('D:\\a.csv', 'C:\\People\\Anna', '\\')).toBe('D:');
});
