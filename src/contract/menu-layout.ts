import type { WindowCommandId } from './window-commands.ts';

/** Things a menu has besides the window’s commands. */
export type MenuRole =
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen'
  | 'quit'
  | 'about';

export type MenuEntry =
  | WindowCommandId
  | '-'
  /** The system’s own doing; in a text field it is about the text. Left out on a Mac where its own menus have it. */
  | { readonly role: MenuRole; readonly notOnMac?: boolean }
  | { readonly submenu: 'report'; readonly entries: readonly MenuEntry[] }
  /** Files that were opened lately. */
  | { readonly submenu: 'recent' };

export type MenuName = 'file' | 'edit' | 'sheet' | 'view' | 'help';

/** The native menu. The sheet of shortcuts has the same groups. */
export const MENU_LAYOUT: readonly { readonly menu: MenuName; readonly entries: readonly MenuEntry[] }[] = [
  {
    menu: 'file',
    entries: [
      'file.import',
      { submenu: 'recent' },
      'file.options',
      'file.sample',
      'file.close',
      '-',
      {
        submenu: 'report',
        entries: [
          'report.csv',
          'report.html',
          'report.failed',
          'report.json',
          '-',
          'report.copy',
          'report.show',
        ],
      },
      '-',
      'view.connections',
      'view.settings',
      { role: 'quit', notOnMac: true },
    ],
  },
  {
    menu: 'edit',
    entries: [
      'edit.undo',
      'edit.redo',
      '-',
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      '-',
      'cells.empty',
      'cells.clear',
      'cells.fill_down',
      'cells.fill_right',
      '-',
      'row.exclude',
      'rows.add',
      '-',
      'edit.find',
      'edit.replace',
      'edit.find_next',
      'edit.find_previous',
      'edit.filter',
      '-',
      'edit.next_error',
      'edit.next_warning',
      'edit.next_change',
      'edit.previous_change',
    ],
  },
  {
    menu: 'sheet',
    entries: [
      'view.mapping',
      '-',
      'plan.make',
      'plan.make_anew',
      'plan.cancel',
      'plan.again_failed',
      'plan.again_conflicts',
      'plan.again_selected',
      '-',
      'plan.leave_out',
      'plan.take_in',
      '-',
      'run.apply',
      'run.pause',
      'run.resume',
      'run.stop',
      'run.abort',
      '-',
      'run.take_back',
    ],
  },
  {
    menu: 'view',
    entries: [
      'view.summary',
      'view.findings',
      'view.inspector',
      'view.history',
      '-',
      'view.sort_state',
      'view.unsort',
      'view.usual_columns',
      '-',
      'view.next_pane',
      'view.previous_pane',
      '-',
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
    ],
  },
  { menu: 'help', entries: ['help.shortcuts', '-', { role: 'about', notOnMac: true }] },
];

/** The commands among entries, those of submenus included. */
export const commandsIn = (entries: readonly MenuEntry[]): readonly WindowCommandId[] =>
  entries.flatMap((entry) => {
    if (typeof entry === 'string') return entry === '-' ? [] : [entry];
    return 'entries' in entry ? commandsIn(entry.entries) : [];
  });

/** Every command that the native menu has. */
export const MENU_COMMANDS: readonly WindowCommandId[] = MENU_LAYOUT.flatMap(({ entries }) =>
  commandsIn(entries),
);

/**
 * Commands that are left to the window’s own menus: the system’s roles stand for the clipboard, and whether the last
 * two can be done takes a look at every selected cell, which nobody takes before a menu is opened.
 */
export const NOT_IN_MENU = [
  'cells.cut',
  'cells.copy',
  'cells.paste',
  'cells.revert',
  'rows.remove',
] as const satisfies readonly WindowCommandId[];
