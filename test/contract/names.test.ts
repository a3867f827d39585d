import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/contract/commands.ts';
import { EVENTS } from '../../src/contract/events.ts';
import { COMMAND_NAMES, EVENT_NAMES, sourceUrl } from '../../src/contract/names.ts';

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
