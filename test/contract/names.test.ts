import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.ts';
import { COMMANDS } from '../../src/contract/commands.ts';
import { EVENTS } from '../../src/contract/events.ts';
import { COMMAND_NAMES, EVENT_NAMES, sourceUrl } from '../../src/contract/names.ts';

const source = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the contract', () => {
  it('has a shape for every command and event it names, and no others', () => {
    expect(Object.keys(COMMANDS)).toEqual([...COMMAND_NAMES]);
    expect(Object.keys(EVENTS)).toEqual([...EVENT_NAMES]);
  });

  it('names each command and event once', () => {
    expect(new Set([...COMMAND_NAMES, ...EVENT_NAMES]).size).toBe(COMMAND_NAMES.length + EVENT_NAMES.length);
  });

  it('serves sources from the app’s own origin', () => {
    expect(sourceUrl('6437f749-0000-4000-8000-000000000001')).toBe(
      'patchsheet://app/source/6437f749-0000-4000-8000-000000000001',
    );
  });
});

describe('the native menu', () => {
  it('sends only commands that the window has', () => {
    const sent = [...source('src/main/menu.ts').matchAll(/command\(MENU\.\w+, '([^']+)'/g)].map(
      ([, name]) => name,
    );
    expect(sent.length).toBeGreaterThan(15);
    const known = new Set(
      ['commands.ts', 'grid/cell-commands.ts', 'grid/plan-row-commands.ts'].flatMap((file) =>
        [...source(`src/renderer/ui/${file}`).matchAll(/^ {2}'([a-z_.]+)': \{/gm)].map(([, name]) => name),
      ),
    );
    expect(sent.filter((name) => !known.has(name))).toEqual([]);
  });
});
