import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RememberedMapping } from '../../src/core/remembered-mapping.ts';
import type { Clock } from '../../src/services/clock.ts';
import { MappingMemory, MOST_MAPPINGS } from '../../src/services/settings/mapping-memory.ts';

const NOON = Date.UTC(2026, 10, 3, 12);
const clock: Clock = { now: () => NOON, sleep: () => Promise.reject(new Error('Nobody sleeps here')) };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-mappings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (): Promise<MappingMemory> => MappingMemory.open(folder, clock);

const mapping = (field: 'name' | 'phone', ...headers: readonly string[]): RememberedMapping => ({
  columns: headers.map((name, index) => ({
    name,
    role: index === 0 ? { kind: 'key', by: 'id' } : { kind: 'write', field },
  })),
  answers: { blanks: {}, copyBillingToShipping: false, constants: [] },
});

describe('mappings that were confirmed', () => {
  it('are there again after a restart, with their day, for their owner only', async () => {
    await (await open()).remember(mapping('phone', 'id', 'Nummer'));
    const again = (await open()).recall(['Nummer', 'id']);
    expect(again).toEqual({ ...mapping('phone', 'id', 'Nummer'), savedAt: '2026-11-03T12:00:00.000Z' });
    if (process.platform !== 'win32') expect(statSync(join(folder, 'mappings.json')).mode & 0o077).toBe(0);
  });

  it('are kept once for a set of headers: the newest', async () => {
    const memory = await open();
    await memory.remember(mapping('phone', 'id', 'Nummer'));
    await memory.remember(mapping('name', 'id', 'Nummer'));
    expect(memory.recall(['id', 'Nummer'])?.columns[1]?.role).toEqual({ kind: 'write', field: 'name' });
    expect(memory.recall(['id'])).toBeUndefined();
    expect(readFileSync(join(folder, 'mappings.json'), 'utf8').match(/Nummer/g)).toHaveLength(1);
  });

  it('are so many and no more: what was used longest ago is forgotten', async () => {
    const memory = await open();
    const all = Array.from({ length: MOST_MAPPINGS + 1 }, (_, index) => `Header ${index}`);
    for (const header of all) await memory.remember(mapping('name', 'id', header));
    expect(memory.recall(['id', 'Header 0'])).toBeUndefined();
    expect(memory.recall(['id', 'Header 1'])).toBeDefined();
    expect((await open()).recall(['id', `Header ${MOST_MAPPINGS}`])).toBeDefined();
  });

  it.each(['{', '{"version":2,"mappings":[]}', '{"version":1,"mappings":[{"secret":1}]}'])(
    'that can’t be understood (%j) are put aside, and others are kept',
    async (text) => {
      writeFileSync(join(folder, 'mappings.json'), text);
      await (await open()).remember(mapping('name', 'id', 'Nom'));
      expect(readFileSync(join(folder, 'mappings.json.damaged'), 'utf8')).toBe(text);
      expect((await open()).recall(['id', 'Nom'])).toBeDefined();
    },
  );
});
