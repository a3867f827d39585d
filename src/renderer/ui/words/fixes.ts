import { count, number } from '../../../core/words/text.ts';
import type { ColumnUse } from '../../model/fixes/column-groups.ts';

export const PREVIEW = {
  collecting: 'Looking through the sheet…',
  nothing: 'Nothing would change.',
  rows: 'Rows',
  shown: 'Only the rows shown now',
  all: 'All rows of the sheet',
  columns: 'Columns',
  cells: (cells: number) => count(cells, 'cell'),
  use: {
    written: '',
    key: 'says which customer a row is about',
    check: 'is compared with the customer',
    never_sent: 'is never sent',
    becomes_written: 'is not sent now, and would be once a cell of it is changed',
  } as const satisfies Record<ColumnUse, string>,
  locked: (rows: number) =>
    `${count(rows, 'row')} being written now stay${rows === 1 ? 's' : ''} as they are.`,
  cut: (cells: number) =>
    `There are more: only the first ${number(cells)} cells can be changed at once. Filter the rows, or choose one column.`,
  first: (listed: number, cells: number) => `The first ${number(listed)} of ${count(cells, 'cell')}`,
  list: 'Cells',
  line: 'Line',
  column: 'Column',
  before: 'Before',
  after: 'After',
  include: (line: string, column: string) => `Change ${column} on line ${line}`,
  cancel: 'Cancel',
} as const;
