import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { COMMAND_IDS, commandOf } from '../../src/renderer/ui/commands.ts';
import { shortcutText } from '../../src/renderer/ui/shortcut.ts';

vi.mock('../../src/renderer/store.ts', () => ({ actions: {}, workspace: {}, useWorkspace: () => undefined }));

describe('the commands of the window', () => {
  it('have each shortcut once', () => {
    const shortcuts = COMMAND_IDS.flatMap((id) => {
      const { shortcut, alias } = commandOf(id);
      return [shortcut, alias].flatMap((keys) => (keys ? [shortcutText(keys, 'other')] : []));
    });
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  it('are all the native menu asks for', () => {
    const menu = readFileSync(join(import.meta.dirname, '../../src/main/menu.ts'), 'utf8');
    const asked = [...menu.matchAll(/command\([\w.]+, '([\w.]+)'/g)].map(([, id]) => id);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((id) => !COMMAND_IDS.some((known) => known === id))).toEqual([]);
  });
});
