import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listRun, listRuns } from '../../../src/services/run-store/list-runs.ts';
import { openRunFiles } from '../../../src/services/run-store/run-store.ts';
import { keepRun, pathIn, RUN_ID, temporaryDataFolder } from '../support/kept-runs.ts';

const ROWS = 3;
/** A whole second, which every file system can hold. */
const WHEN = 1_700_000_000;

async function listedRun(): Promise<string> {
  const dataFolder = await temporaryDataFolder();
  await keepRun(dataFolder, ROWS);
  utimesSync(pathIn(dataFolder, 'journal.log'), WHEN, WHEN);
  expect(await listRun(dataFolder, RUN_ID)).toMatchObject({ outcomes: { applied: ROWS } });
  return dataFolder;
}

/** Makes a kept summary say something that the journal does not. */
function falsify(dataFolder: string): void {
  const path = pathIn(dataFolder, 'summary.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"applied":3', '"applied":7'));
}

it('a run that was listed once is listed again without its journal being read', async () => {
  const dataFolder = await listedRun();
  const before = await listRun(dataFolder, RUN_ID);
  // Of the same size and time, and nothing that could be read.
  const { size } = statSync(pathIn(dataFolder, 'journal.log'));
  writeFileSync(pathIn(dataFolder, 'journal.log'), Buffer.alloc(size, 'x'));
  utimesSync(pathIn(dataFolder, 'journal.log'), WHEN, WHEN);
  expect(await listRun(dataFolder, RUN_ID)).toEqual(before);
});

it('a summary that does not fit the journal is not believed', async () => {
  const dataFolder = await listedRun();
  falsify(dataFolder);
  // It would be believed as long as the journal is the one it was made of.
  expect(await listRun(dataFolder, RUN_ID)).toMatchObject({ outcomes: { applied: 7 } });
  const opened = await openRunFiles(dataFolder, RUN_ID);
  if (!opened.ok) throw new Error('The run should open.');
  await opened.value.journal.append({ kind: 'paused', at: '2026-11-24T10:00:00.000Z', reason: 'person' });
  await opened.value.close();
  expect(await listRun(dataFolder, RUN_ID)).toMatchObject({
    outcomes: { applied: ROWS },
    lastAt: '2026-11-24T10:00:00.000Z',
  });
});

it.each([
  ['missing', undefined],
  ['half', (text: string) => text.slice(0, text.length / 2)],
  ['of another version', (text: string) => text.replace('"version":1', '"version":2')],
])('a summary that is %s is made anew from the journal', async (_what, change) => {
  const dataFolder = await listedRun();
  const path = pathIn(dataFolder, 'summary.json');
  const whole = readFileSync(path, 'utf8');
  if (change) writeFileSync(path, change(whole));
  else rmSync(path);
  expect(await listRuns(dataFolder)).toMatchObject([
    { kind: 'run', outcomes: { applied: ROWS }, unended: 0 },
  ]);
  expect(readFileSync(path, 'utf8')).toBe(whole);
});

it('no summary is kept of a run while it is open: it would be old before it is written', async () => {
  const dataFolder = await temporaryDataFolder();
  await keepRun(dataFolder, ROWS);
  const opened = await openRunFiles(dataFolder, RUN_ID);
  if (!opened.ok) throw new Error('The run should open.');
  expect(await listRun(dataFolder, RUN_ID)).toMatchObject({ isOpenElsewhere: true });
  expect(() => statSync(pathIn(dataFolder, 'summary.json'))).toThrow('ENOENT');
  await opened.value.close();
});
