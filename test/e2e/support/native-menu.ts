import type { ElectronApplication } from 'playwright-core';

/** Whether an item of the native menu can be chosen; `undefined` where there is none. */
export const isInMenu = (app: ElectronApplication, id: string): Promise<boolean | undefined> =>
  app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.enabled, id);

/** Chooses an item of the native menu, as a click on it does. */
export const chooseInMenu = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate(({ Menu }, item) => {
    Menu.getApplicationMenu()?.getMenuItemById(item)?.click();
  }, id);

/** Items under “Open recent”. */
export const recentInMenu = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(({ Menu }) => {
    const ids = (items: readonly Electron.MenuItem[]): string[] =>
      items.flatMap(({ id, submenu }) => [id ?? '', ...ids(submenu?.items ?? [])]);
    return ids(Menu.getApplicationMenu()?.items ?? []).filter((id) => id.startsWith('recent:'));
  });
