import { commandsIn, MENU_LAYOUT, NOT_IN_MENU } from '../../../../contract/menu-layout.ts';
import type { Shortcut } from '../../../../contract/shortcut.ts';
import { type CommandId, commandOf } from '../../commands.ts';
import type { Platform } from '../../shortcut.ts';
import { KEY_WORDS, SHORTCUTS } from '../../words/shortcuts.ts';

/** Keys, and what they do. */
export interface ShortcutLine {
  readonly what: string;
  /** Any of them; a text where no single key is meant. */
  readonly keys: readonly (Shortcut | string)[];
}

export interface ShortcutGroup {
  readonly title: string;
  readonly lines: readonly ShortcutLine[];
}

const key = (name: string): Shortcut => ({ key: name });
const shift = (name: string): Shortcut => ({ key: name, shift: true });
const mod = (name: string): Shortcut => ({ key: name, mod: true });
const modShift = (name: string): Shortcut => ({ key: name, mod: true, shift: true });

/** All four, as one. */
const ARROWS = '↑ ↓ ← →';

/** The grid’s own keys, as `range-keys` and `editor-keys` hear them. */
const GRID_GROUPS: readonly ShortcutGroup[] = [
  {
    title: SHORTCUTS.grid,
    lines: [
      { what: KEY_WORDS.arrows, keys: [key(ARROWS)] },
      { what: KEY_WORDS.dataEdge, keys: [mod(ARROWS)] },
      { what: KEY_WORDS.home, keys: [key('Home'), key('End')] },
      { what: KEY_WORDS.corners, keys: [mod('Home'), mod('End')] },
      { what: KEY_WORDS.page, keys: [key('PageUp'), key('PageDown')] },
      { what: KEY_WORDS.enter, keys: [key('Enter'), shift('Enter')] },
      { what: KEY_WORDS.tab, keys: [key('Tab'), shift('Tab')] },
      { what: KEY_WORDS.menu, keys: [shift('F10')] },
    ],
  },
  {
    title: SHORTCUTS.select,
    lines: [
      { what: KEY_WORDS.extend, keys: [shift(ARROWS)] },
      { what: KEY_WORDS.extendEdge, keys: [modShift(ARROWS)] },
      { what: KEY_WORDS.wholeColumn, keys: [mod(' ')] },
      { what: KEY_WORDS.wholeRow, keys: [shift(' ')] },
      { what: KEY_WORDS.all, keys: [mod('a')] },
    ],
  },
  {
    title: SHORTCUTS.editor,
    lines: [
      { what: KEY_WORDS.take, keys: [key('Enter'), shift('Enter')] },
      { what: KEY_WORDS.takeAcross, keys: [key('Tab'), shift('Tab')] },
      { what: KEY_WORDS.fill, keys: [mod('Enter')] },
      { what: KEY_WORDS.line, keys: [{ key: 'Enter', alt: true }] },
      { what: KEY_WORDS.cancel, keys: [key('Escape')] },
    ],
  },
];

/** Beginning to edit is not a command either. */
const CHANGING: readonly ShortcutLine[] = [
  { what: KEY_WORDS.edit, keys: [key('F2')] },
  { what: KEY_WORDS.typeOver, keys: [KEY_WORDS.type] },
];

const zoom = (platform: Platform): ShortcutGroup => ({
  title: SHORTCUTS.window,
  lines: [
    { what: KEY_WORDS.larger, keys: [mod('+'), mod('-')] },
    { what: KEY_WORDS.usual, keys: [mod('0')] },
    { what: KEY_WORDS.fullScreen, keys: [platform === 'mac' ? '⌃⌘F' : key('F11')] },
  ],
});

const isAboutCells = (id: CommandId): boolean => commandOf(id).onlyInGrid === true || id.startsWith('cells.');

function linesOf(ids: readonly CommandId[]): readonly ShortcutLine[] {
  return ids.flatMap((id) => {
    const { name, shortcut, alias, hint } = commandOf(id);
    const keys = [shortcut ?? hint, alias].filter((shown) => shown !== undefined);
    return keys.length === 0 ? [] : [{ what: name.replace('…', ''), keys }];
  });
}

/** Every shortcut there is: the commands’ by the menu they are in, then those of the grid. */
export function shortcutGroups(platform: Platform): readonly ShortcutGroup[] {
  const menus = MENU_LAYOUT.map(({ menu, entries }) => ({
    title: SHORTCUTS.group(menu),
    lines: linesOf(commandsIn(entries).filter((id) => !isAboutCells(id))),
  }));
  const ids = [...MENU_LAYOUT.flatMap(({ entries }) => commandsIn(entries)), ...NOT_IN_MENU];
  const changing = { title: SHORTCUTS.change, lines: [...CHANGING, ...linesOf(ids.filter(isAboutCells))] };
  return [...menus, changing, ...GRID_GROUPS, zoom(platform)].filter(({ lines }) => lines.length > 0);
}

/** The lines that hold every word, in what they do or in their keys. */
export function findShortcuts(
  groups: readonly ShortcutGroup[],
  words: string,
  textOf: (keys: Shortcut | string) => string,
): readonly ShortcutGroup[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return groups
    .map(({ title, lines }) => ({
      title,
      lines: lines.filter(({ what, keys }) => {
        const text = [title, what, ...keys.map(textOf)].join(' ').toLowerCase();
        return wanted.every((word) => text.includes(word));
      }),
    }))
    .filter(({ lines }) => lines.length > 0);
}
