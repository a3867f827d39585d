import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type KeptConnection, SettingsFile } from '../../src/services/settings/settings-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const connection = (name: string): KeptConnection => ({
  connectionId: '6437f749-0000-4000-8000-000000000001',
  name,
  baseUrl: 'https://atlas.example/v1',
  mode: 'TEST',
  keyLastFour: '1234',
  sealedKey: 'c2VhbGVk',
});

describe('settings', () => {
  it('are there again, for their owner only', async () => {
    const file = await SettingsFile.open(folder);
    await Promise.all(['a', 'b', 'c'].map((name) => file.change({ connections: [connection(name)] })));
    expect((await SettingsFile.open(folder)).settings.connections).toEqual([connection('c')]);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'settings.json')).mode & 0o077).toBe(0);
  });

  it.each(['', '{', '[]', '{"version":2,"connections":[]}', '{"version":1,"connections":[{"key":"plain"}]}'])(
    'that can’t be understood (%j) are put aside, not overwritten',
    async (text) => {
      writeFileSync(join(folder, 'settings.json'), text);
      const file = await SettingsFile.open(folder);
      expect(file.settings.connections).toEqual([]);
      await file.change({ connections: [connection('new')] });
      expect(readFileSync(join(folder, 'settings.json.damaged'), 'utf8')).toBe(text);
      expect(readdirSync(folder).sort()).toEqual(['settings.json', 'settings.json.damaged']);
    },
  );
});
