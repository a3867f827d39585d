import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/services/clock.ts';
import { SharedFile } from '../../src/services/gate/shared-file.ts';
import { tidy } from '../../src/services/tidy/tidy.ts';

const DAY_MS = 86_400_000;
const ID = '7f3f53b6-1111-4222-8333-444455556666';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-tidy-'));
  const made = folder;
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
});

const aged = (path: string, days: number): void => {
  const at = new Date(Date.now() - days * DAY_MS);
  utimesSync(path, at, at);
};

/** A file of so many days, in folders that are as old. */
function file(name: string, days: number): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '{}');
  aged(path, days);
  for (let above = dirname(path); above !== folder; above = dirname(above)) aged(above, days);
  return path;
}

const areThere = (paths: readonly string[]): readonly boolean[] => paths.map((path) => existsSync(path));

describe('what killed processes left', () => {
  it('goes after a day, wherever it is, and nothing else does', async () => {
    const left = [
      `.${ID}.tmp`,
      'window.json.tmp',
      `sessions/${ID}/.${ID}.tmp`,
      `gates/a/${ID}.tmp`,
      'runs/one/.7f3f53b6-1111-4222-8333-444455556667.tmp',
    ];
    const old = left.map((name) => file(name, 2));
    const kept = [
      file(`sessions/${ID}/session.json`, 400),
      file(`sessions/${ID}/source`, 400),
      file('runs/one/plan.json', 400),
      file('settings.json', 400),
      // Somebody else's: the folder is the browser's too.
      file('Cookies.tmp', 400),
    ];
    const young = file(`runs/one/.${ID}.tmp`, 0);
    await tidy(folder, systemClock);
    expect(areThere(old)).toEqual(old.map(() => false));
    expect(areThere([...kept, young])).toEqual([...kept, young].map(() => true));
  });

  it('goes after a month where it was put aside since nobody could read it', async () => {
    const [old, young] = [file('settings.json.damaged', 31), file('mappings.json.damaged', 29)];
    await tidy(folder, systemClock);
    expect(areThere([old, young])).toEqual([false, true]);
  });

  it('goes where a run or a dry run was never begun', async () => {
    const gone = [file('dry-runs/cut/plan.json', 2), file('runs/cut/lock/1/holder', 2)];
    const kept = [file('dry-runs/whole/summary.json', 400), file('runs/begun/journal.log', 400)];
    const begins = file('runs/begins/lock/1/holder', 0);
    await tidy(folder, systemClock);
    expect(areThere(gone)).toEqual([false, false]);
    expect(areThere([...kept, begins])).toEqual([true, true, true]);
  });
});

describe('gates', () => {
  it('that nobody went through for a month are removed', async () => {
    const [unused, used] = [file('gates/unused/7.json', 31), file('gates/used/7.json', 29)];
    await tidy(folder, systemClock);
    expect(areThere([unused, used])).toEqual([false, true]);
    expect(readdirSync(join(folder, 'gates'))).toEqual(['used']);
  });

  it('can be removed under somebody who waited for as long, and by several at once', async () => {
    const gate = new SharedFile(join(folder, 'gates', 'a'), Date.now);
    const enter = () => gate.update((state) => ({ value: state.tokens, isKept: true }));
    await enter();
    for (const name of readdirSync(join(folder, 'gates', 'a'))) aged(join(folder, 'gates', 'a', name), 31);
    aged(join(folder, 'gates', 'a'), 31);
    await Promise.all([tidy(folder, systemClock), tidy(folder, systemClock), tidy(folder, systemClock)]);
    expect(readdirSync(join(folder, 'gates'))).toEqual([]);
    await enter();
    expect(readdirSync(join(folder, 'gates', 'a'))).toEqual(['1.json']);
  });
});
