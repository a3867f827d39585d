import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { MENU_COMMANDS } from '../../src/contract/menu-layout.ts';
import { acceleratorOf } from '../../src/main/accelerator.ts';
import { type MenuTemplateOptions, menuTemplate } from '../../src/main/menu-template.ts';

type Item = MenuItemConstructorOptions;

const OPTIONS: MenuTemplateOptions = {
  isMac: false,
  enabled: new Set(['file.import']),
  recent: [],
  onCommand: () => undefined,
  onRecent: () => undefined,
  onClearRecent: () => undefined,
};

const allItems = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? allItems(item.submenu) : [])]);
const template = (options: Partial<MenuTemplateOptions> = {}): readonly Item[] =>
  allItems(menuTemplate({ ...OPTIONS, ...options }));
const item = (id: string, options: Partial<MenuTemplateOptions> = {}): Item | undefined =>
  template(options).find((one) => one.id === id);
/** Electron gives more than is looked at. */
const click = (one: Item | undefined, event: Partial<Electron.KeyboardEvent> = {}): void =>
  (one?.click as ((...args: unknown[]) => void) | undefined)?.(undefined, undefined, event);

describe.each([false, true])('the native menu (Mac: %s)', (isMac) => {
  it('has every command of the list, greyed where it can’t be done now', () => {
    const items = template({ isMac });
    for (const id of MENU_COMMANDS) {
      expect(items.find((one) => one.id === id)).toMatchObject({ enabled: id === 'file.import' });
    }
  });

  it('never begins or ends with a line', () => {
    for (const { submenu } of menuTemplate({ ...OPTIONS, isMac })) {
      if (!Array.isArray(submenu)) continue;
      expect(submenu[0]?.type).not.toBe('separator');
      expect(submenu.at(-1)?.type).not.toBe('separator');
    }
  });

  it('leaves the clipboard to the system, which knows text fields', () => {
    const roles = template({ isMac }).flatMap(({ role }) => (role === undefined ? [] : [role]));
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'zoomIn']));
  });
});

describe('a menu item', () => {
  it('shows its keys and leaves hearing them to the window', () => {
    expect(item('edit.redo')).toMatchObject({ accelerator: 'CmdOrCtrl+Shift+Z', registerAccelerator: false });
    expect(item('cells.clear')?.accelerator).toBe('CmdOrCtrl+Shift+Delete');
    expect(item('help.shortcuts')?.accelerator).toBe('F1');
  });

  it('has other keys on a Mac where the system means something else', () => {
    expect(item('edit.replace')?.accelerator).toBe('CmdOrCtrl+H');
    expect(item('edit.replace', { isMac: true })?.accelerator).toBe('CmdOrCtrl+Alt+F');
  });

  it('says whether it was chosen or heard', () => {
    const heard: unknown[] = [];
    const onCommand: MenuTemplateOptions['onCommand'] = (...args) => heard.push(args);
    click(item('edit.undo', { onCommand }), { triggeredByAccelerator: true });
    click(item('edit.undo', { onCommand }));
    expect(heard).toEqual([
      ['edit.undo', true],
      ['edit.undo', false],
    ]);
  });

  it('says what stopping does to rows that were sent', () => {
    expect(item('run.stop')?.sublabel).toMatch(/already sent are finished/);
  });
});

describe('“Open recent”', () => {
  const recent = [{ id: 'x', label: 'Müller & Sons.csv — ~' }];

  it('names the files, and tells which was chosen', () => {
    const chosen: string[] = [];
    const one = item('recent:x', { recent, onRecent: (id) => chosen.push(id) });
    // A single & would be swallowed and underline the next letter.
    expect(one).toMatchObject({ label: 'Müller && Sons.csv — ~', enabled: true });
    click(one);
    expect(chosen).toEqual(['x']);
  });

  it('is greyed while no file can be opened', () => {
    expect(item('recent:x', { recent, enabled: new Set() })?.enabled).toBe(false);
  });

  it('says that there is none', () => {
    expect(template().some(({ label, enabled }) => label === 'No files yet' && enabled === false)).toBe(true);
  });
});

describe('an accelerator', () => {
  it.each([
    [{ key: 'ArrowDown', mod: true }, 'CmdOrCtrl+Down'],
    [{ key: ' ', shift: true }, 'Shift+Space'],
    [{ key: '/', mod: true }, 'CmdOrCtrl+/'],
    [{ key: 'Enter', mod: true, shift: true }, 'CmdOrCtrl+Shift+Enter'],
  ])('of %j is %s', (keys, text) => {
    expect(acceleratorOf(keys)).toBe(text);
  });
});
