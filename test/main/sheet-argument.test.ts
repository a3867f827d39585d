import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sheetArgument } from '../../src/main/sheet-argument.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-arguments-'));
  mkdirSync(join(folder, 'app'));
  for (const name of ['a.csv', 'b.csv', '--sample']) writeFileSync(join(folder, name), 'id\n');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the file among arguments', () => {
  it('is found from the folder the app was started in', async () => {
    expect(await sheetArgument(['a.csv'], folder)).toBe(join(folder, 'a.csv'));
    expect(await sheetArgument([join(folder, 'b.csv')], '/')).toBe(join(folder, 'b.csv'));
  });

  it('is the first that is there', async () => {
    expect(await sheetArgument(['app', 'gone.csv', 'b.csv', 'a.csv'], folder)).toBe(join(folder, 'b.csv'));
  });

  it('is one that is not there, where it is called like a sheet and no other is: somebody means it', async () => {
    expect(await sheetArgument(['app', 'gone', 'Gone.CSV'], folder)).toBe(join(folder, 'Gone.CSV'));
    expect(await sheetArgument(['gone.txt', 'gone.tsv'], folder)).toBe(join(folder, 'gone.txt'));
  });

  it.each([[[]], [['']], [['app']], [['gone.xml']], [['--gone.csv']], [['a.csv\0']]])(
    'is none in %j',
    async (argv) => {
      expect(await sheetArgument(argv, folder)).toBeUndefined();
    },
  );

  it('is never a switch, not even one with a file’s name', async () => {
    expect(await sheetArgument(['--sample', '-x', `--file=${folder}/a.csv`], folder)).toBeUndefined();
  });
});
