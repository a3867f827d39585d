import { describe, expect, it, vi } from 'vitest';
import { MENU_COMMANDS, NOT_IN_MENU } from '../../src/contract/menu-layout.ts';
import { windowCommand } from '../../src/contract/window-commands.ts';
import { COMMAND_IDS, commandOf } from '../../src/renderer/ui/commands.ts';
import { findShortcuts, shortcutGroups } from '../../src/renderer/ui/dialogs/shortcuts/shortcut-groups.ts';
import { shortcutText } from '../../src/renderer/ui/shortcut.ts';

vi.mock('../../src/renderer/store.ts', () => ({ actions: {}, workspace: {}, useWorkspace: () => undefined }));

describe.each(['other', 'mac'] as const)('shortcuts (%s)', (platform) => {
  const shortcuts = COMMAND_IDS.flatMap((id) => {
    const { shortcut, alias, hint } = windowCommand(id, platform === 'mac');
    return [shortcut, alias, hint].flatMap((keys) => (keys ? [shortcutText(keys, platform)] : []));
  });

  it('mean one command each', () => {
    expect(shortcuts.length).toBeGreaterThan(25);
    expect(shortcuts.filter((text, index) => shortcuts.indexOf(text) !== index)).toEqual([]);
  });

  it('leave alone what the system means by them', () => {
    const systems = platform === 'mac' ? ['⌘H', '⌘M', '⌘Q'] : ['Alt+F4', 'F10', 'F11', 'F12'];
    expect(shortcuts.filter((text) => systems.includes(text))).toEqual([]);
  });
});

describe('the commands of the window', () => {
  it('are each in the native menu, once, or left out of it for a reason', () => {
    const placed = [...MENU_COMMANDS, ...NOT_IN_MENU];
    expect([...placed].sort()).toEqual([...COMMAND_IDS].sort());
  });

  it('that hold up a run say what becomes of the rows already sent', () => {
    for (const id of ['run.pause', 'run.stop', 'run.abort'] as const)
      expect(commandOf(id).explanation).toMatch(/rows already sent/i);
  });
});

describe('the sheet of shortcuts', () => {
  const text = (keys: Parameters<Parameters<typeof findShortcuts>[2]>[0]): string =>
    typeof keys === 'string' ? keys : shortcutText(keys, 'other');
  const groups = shortcutGroups('other');

  it('has every command that has keys, and what the grid hears itself', () => {
    const lines = groups.flatMap((group) => group.lines);
    const shown = new Set(lines.flatMap(({ keys }) => keys.map(text)));
    for (const id of COMMAND_IDS) {
      const { shortcut, alias, hint } = commandOf(id);
      for (const keys of [shortcut ?? hint, alias]) if (keys) expect(shown).toContain(text(keys));
    }
    for (const keys of ['F2', 'Ctrl+Space', 'Shift+Space', 'Ctrl+A', 'Alt+Enter', 'Ctrl+Shift+↑ ↓ ← →'])
      expect(shown).toContain(keys);
  });

  it('names each line of a group once, since they are told apart by it', () => {
    for (const { title, lines } of groups)
      expect(new Set(lines.map(({ what }) => what)).size, title).toBe(lines.length);
    expect(new Set(groups.map(({ title }) => title)).size).toBe(groups.length);
  });

  it('is searched by words and by keys', () => {
    const found = (words: string) =>
      findShortcuts(groups, words, text).flatMap(({ lines }) => lines.map(({ what }) => what));
    expect(found('fill down')).toEqual(['Fill down']);
    expect(found('ctrl+shift+enter')).toEqual(['Apply']);
    expect(found('nothing like it')).toEqual([]);
    expect(found(' ')).toHaveLength(groups.flatMap(({ lines }) => lines).length);
  });
});
