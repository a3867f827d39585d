import type { MenuName } from '../../../contract/menu-layout.ts';
import { MENU } from '../../../core/words/host.ts';

/** The sheet of keyboard shortcuts. */
export const SHORTCUTS = {
  title: 'Keyboard shortcuts',
  lead: 'What is done without the mouse. Every command is in the menus and on the buttons too.',
  search: 'Search shortcuts',
  close: 'Close',
  none: (words: string) => `No shortcut for “${words}”.`,
  or: 'or',
  group: (menu: MenuName) => MENU[menu].replace('&', ''),
  grid: 'Going about the grid',
  editor: 'While a cell is being edited',
  select: 'Selecting cells',
  change: 'Changing cells',
  window: 'Zoom and screen',
} as const;

/** What keys do that are no commands of the window’s list. */
export const KEY_WORDS = {
  arrows: 'To the next cell',
  dataEdge: 'To the last filled cell in that direction',
  home: 'To the first column, to the last one',
  corners: 'To the first cell, to the last one',
  page: 'One screen up or down',
  enter: 'One cell down, one up; through the selection where there is one',
  tab: 'One cell to the right, one to the left; through the selection where there is one',
  menu: 'Menu of the selected cells',
  extend: 'More or fewer cells',
  extendEdge: 'Up to the last filled cell in that direction',
  wholeColumn: 'The whole column',
  wholeRow: 'The whole row',
  all: 'All cells',
  edit: 'Edit the cell',
  type: 'Any letter or digit',
  typeOver: 'Type over what is in the cell',
  take: 'Take the text over and go down, or up',
  takeAcross: 'Take the text over and go right, or left',
  fill: 'Put the text into every selected cell',
  line: 'Line break inside the cell',
  cancel: 'Leave the cell as it was',
  larger: 'Larger, smaller',
  usual: 'Usual size',
  fullScreen: 'Full screen',
} as const;
