import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { choosingInLastFolder } from '../../src/main/report-folder.ts';
import { SettingsFile } from '../../src/services/settings/settings-file.ts';

describe('where a report is saved', () => {
  it('is proposed for the next one, also after the app was started again', async () => {
    const data = mkdtempSync(join(tmpdir(), 'patchsheet-settings-'));
    onTestFinished(() => rmSync(data, { recursive: true }));
    const settings = await SettingsFile.open(data);
    const proposed: string[] = [];
    const choose = async (answer: string | undefined, from: SettingsFile): Promise<string | undefined> =>
      await choosingInLastFolder(from, 'a report.csv', (path) => {
        proposed.push(path);
        return Promise.resolve(answer);
      });
    const chosen = join(data, 'Reports', 'mine.csv');
    expect(await choose(undefined, settings)).toBeUndefined();
    expect(await choose(chosen, settings)).toBe(chosen);
    expect(await choose(undefined, await SettingsFile.open(data))).toBeUndefined();
    expect(proposed).toStrictEqual(['a report.csv', 'a report.csv', join(data, 'Reports', 'a report.csv')]);
    expect(readFileSync(join(data, 'settings.json'), 'utf8')).not.toContain('mine.csv');
  });
});
