import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { USUAL_WORK_SETTINGS } from '../../src/core/work-settings.ts';
import { appSettingsOf, changeAppSettings } from '../../src/services/settings/app-settings.ts';
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

  it('of an older version are read, and what is as usual is not written', async () => {
    writeFileSync(
      join(folder, 'settings.json'),
      JSON.stringify({ version: 1, connections: [connection('a')], keepDays: 30 }),
    );
    const file = await SettingsFile.open(folder);
    expect(appSettingsOf(file.settings)).toEqual({
      work: USUAL_WORK_SETTINGS,
      theme: 'system',
      contrast: 'system',
      keepDays: 30,
    });
    await changeAppSettings(file, { work: { concurrency: 2 } });
    await changeAppSettings(file, { work: { concurrency: 4, pilotRows: 7 } });
    const kept = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')) as {
      readonly work: unknown;
    };
    expect(kept.work).toEqual({ pilotRows: 7 });
    expect((await SettingsFile.open(folder)).settings.connections).toEqual([connection('a')]);
  });

  it('that are out of bounds cost no connection', async () => {
    const text = JSON.stringify({
      version: 1,
      connections: [connection('a')],
      work: { concurrency: 900 },
      theme: 'purple',
    });
    writeFileSync(join(folder, 'settings.json'), text);
    const { settings } = await SettingsFile.open(folder);
    expect(settings.connections).toEqual([connection('a')]);
    expect(appSettingsOf(settings)).toMatchObject({ work: USUAL_WORK_SETTINGS, theme: 'system' });
  });
});
