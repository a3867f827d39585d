import { Menu } from 'electron';
import { MENU_COMMANDS } from '../contract/menu-layout.ts';
import type { WindowCommandId } from '../contract/window-commands.ts';
import { type MenuTemplateOptions, menuTemplate, RECENT_PREFIX, type RecentItem } from './menu-template.ts';

type Hooks = Pick<MenuTemplateOptions, 'onCommand' | 'onRecent' | 'onClearRecent'>;

/** The native menu. What can be done now the window says; until it has, nothing can. */
export class AppMenu {
  readonly #hooks: Hooks;
  #enabled: ReadonlySet<WindowCommandId> = new Set();
  #recent: readonly RecentItem[];

  constructor(hooks: Hooks, recent: readonly RecentItem[]) {
    this.#hooks = hooks;
    this.#recent = recent;
    this.#build();
  }

  /** Greys out all else. A menu that is open stays open. */
  enable(ids: readonly WindowCommandId[]): void {
    const before = this.#enabled;
    this.#enabled = new Set(ids);
    const menu = Menu.getApplicationMenu();
    // The system draws its menu anew for each item that is set, changed or not.
    for (const id of MENU_COMMANDS.filter((each) => before.has(each) !== this.#enabled.has(each))) {
      const item = menu?.getMenuItemById(id);
      if (item) item.enabled = this.#enabled.has(id);
    }
    if (before.has('file.import') === this.#enabled.has('file.import')) return;
    for (const { id } of this.#recent) {
      const item = menu?.getMenuItemById(`${RECENT_PREFIX}${id}`);
      if (item) item.enabled = this.#enabled.has('file.import');
    }
  }

  /** The files under “Open recent”; the only part of the menu that is not always the same. */
  showRecent(recent: readonly RecentItem[]): void {
    this.#recent = recent;
    this.#build();
  }

  #build(): void {
    const isMac = process.platform === 'darwin';
    const template = menuTemplate({ isMac, enabled: this.#enabled, recent: this.#recent, ...this.#hooks });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
}
