import type { KeyboardEvent, MenuItemConstructorOptions } from 'electron';
import { MENU_LAYOUT, type MenuEntry } from '../contract/menu-layout.ts';
import { type WindowCommandId, windowCommand } from '../contract/window-commands.ts';
import { MENU } from '../core/words/host.ts';
import { acceleratorOf } from './accelerator.ts';

type Item = MenuItemConstructorOptions;

/** A file in “Open recent”. */
export interface RecentItem {
  readonly id: string;
  /** Its name and folder. */
  readonly label: string;
}

export interface MenuTemplateOptions {
  readonly isMac: boolean;
  /** What the window can do now. */
  readonly enabled: ReadonlySet<WindowCommandId>;
  readonly recent: readonly RecentItem[];
  readonly onCommand: (id: WindowCommandId, byKeys: boolean) => void;
  readonly onRecent: (id: string) => void;
  readonly onClearRecent: () => void;
}

/**
 * The native menu, made from the one list of commands. Its shortcuts are shown here and heard in the window, since a
 * text field has its own meaning for some of them. On a Mac the menu hears those too that the window let pass.
 */
export function menuTemplate(options: MenuTemplateOptions): Item[] {
  const { isMac } = options;
  const menus = MENU_LAYOUT.map(
    ({ menu, entries }): Item => ({
      label: MENU[menu],
      ...(menu === 'help' ? { role: 'help' } : {}),
      submenu: itemsOf(entries, options),
    }),
  );
  if (!isMac) return menus;
  return [{ role: 'appMenu' }, ...menus.slice(0, -1), { role: 'windowMenu' }, ...menus.slice(-1)];
}

/** No line begins or ends a menu, whatever was left out of it. */
function itemsOf(entries: readonly MenuEntry[], options: MenuTemplateOptions): Item[] {
  const shown = entries.filter(
    (entry) => !(typeof entry === 'object' && 'role' in entry && entry.notOnMac && options.isMac),
  );
  const last = shown.findLastIndex((entry) => entry !== '-');
  return shown.slice(0, last + 1).map((entry) => itemOf(entry, options));
}

function itemOf(entry: MenuEntry, options: MenuTemplateOptions): Item {
  if (entry === '-') return { type: 'separator' };
  if (typeof entry === 'string') return commandItem(entry, options);
  if ('role' in entry) return { role: entry.role };
  return {
    label: MENU[entry.submenu],
    submenu: entry.submenu === 'recent' ? recentItems(options) : itemsOf(entry.entries, options),
  };
}

function commandItem(id: WindowCommandId, { isMac, enabled, onCommand }: MenuTemplateOptions): Item {
  const { name, shortcut, hint, explanation } = windowCommand(id, isMac);
  const keys = shortcut ?? hint;
  return {
    id,
    label: name,
    enabled: enabled.has(id),
    // Plain keys without a modifier belong to whatever has the focus: a menu on a Mac would take them from it.
    ...(keys && !(isMac && hint) ? { accelerator: acceleratorOf(keys), registerAccelerator: false } : {}),
    ...(explanation === undefined ? {} : { sublabel: explanation, toolTip: explanation }),
    click: (_item, _window, event: Partial<KeyboardEvent> | undefined) =>
      onCommand(id, event?.triggeredByAccelerator ?? false),
  };
}

function recentItems({ recent, enabled, onRecent, onClearRecent }: MenuTemplateOptions): Item[] {
  if (recent.length === 0) return [{ label: MENU.noRecent, enabled: false }];
  return [
    ...recent.map(
      ({ id, label }): Item => ({
        id: `${RECENT_PREFIX}${id}`,
        label: label.replaceAll('&', '&&'),
        enabled: enabled.has('file.import'),
        click: () => onRecent(id),
      }),
    ),
    { type: 'separator' },
    { label: MENU.clearRecent, click: onClearRecent },
  ];
}

/** Before the ids of files, which are no commands. */
export const RECENT_PREFIX = 'recent:';
