import { count, list } from '../../../core/words/text.ts';

const cells = (rows: number, columns: number): string =>
  `${count(rows, 'row')} by ${count(columns, 'column')}`;

/** Words of the grid: its menus, and what it says of what was done to cells. */
export const GRID = {
  editing: (column: string) => `${column}, being edited`,
  menu: 'Selected cells',
  columnMenu: (column: string) => `Column ${column}`,
  openColumnMenu: 'Column menu',
  /** Read out when the selection changes. */
  selected: (rows: number, columns: number) => `${cells(rows, columns)} selected`,
  /** Shown in the status bar. */
  selectedCells: (rows: number, columns: number) => `${count(rows * columns, 'cell')} selected`,
  dismiss: 'Dismiss',

  sort: {
    title: 'Sort',
    ascending: 'Sort A to Z, smallest first',
    descending: 'Sort Z to A, largest first',
    none: 'Order of the file',
  },
  filter: {
    title: 'Filter',
    contains: 'Contains…',
    blank: 'Blank',
    not_blank: 'Not blank',
    edited: 'Edited here',
    values: 'Only rows with these values',
    mostFrequent: (values: number) => `The ${values} most frequent; find others by typing.`,
    blankValue: 'blank',
    clear: 'Clear this filter',
    clearAll: 'Clear all filters',
    count: (filters: number) => count(filters, 'filter'),
    isOn: ', filtered',
  },
  column: {
    title: 'Column',
    select: 'Select column',
    fit: 'Fit width',
    freeze: 'Freeze up to here',
    unfreeze: 'Unfreeze from here',
    left: 'Move left',
    right: 'Move right',
    hide: 'Hide column',
    showHidden: (columns: number) => `Show ${count(columns, 'hidden column')}`,
    hiddenCount: (columns: number) => count(columns, 'hidden column'),
  },

  cantClear: 'Can’t be cleared in Atlas',
  addRows: (rows: number) => (rows > 1 ? `Add ${count(rows, 'row')} at the end` : 'Add row at the end'),
  /** A plan has the same of its own: each says what it is about. */
  exclude: (rows: number) =>
    rows > 1 ? `Leave ${count(rows, 'row')} out of the sheet` : 'Leave row out of the sheet',
  include: (rows: number) =>
    rows > 1 ? `Take ${count(rows, 'row')} back into the sheet` : 'Take row back into the sheet',

  blankKeeps: (shortcut: string) =>
    `Blank cells keep what the customer has in Atlas. To empty a field there, use “Clear in Atlas” (${shortcut}).`,
  notCleared: (columns: number) =>
    columns === 1
      ? 'One column was left as it was: its field can’t be cleared in Atlas, or is not known.'
      : `${count(columns, 'column')} were left as they were: their fields can’t be cleared in Atlas, or are not known.`,
  /** Said where it took a while. */
  copied: (rows: number, columns: number) => `${count(rows * columns, 'cell')} copied.`,
  /** Why follows. */
  locked: (rows: number) => `${count(rows, 'row')} left as ${rows === 1 ? 'it was' : 'they were'}.`,
  held: {
    undo: 'Not undone yet: a row of this step is part of the run. Undo it when the run has ended.',
    redo: 'Not done again yet: a row of this step is part of the run. Redo it when the run has ended.',
  },
  offerRows: (rows: number) => `Add ${count(rows, 'row')}`,
  beyond: (rows: number, columns: number) => {
    const left = [
      rows > 0 ? `${count(rows, 'row')} below the last row` : '',
      columns > 0 ? `${count(columns, 'column')} beyond the last column` : '',
    ].filter((text) => text !== '');
    return left.length === 0 ? '' : `Not pasted: ${list(left)}.`;
  },
} as const;
