import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.ts';
import { projectFiles } from './project-files.ts';

/** The linter knows `Date.now` and `Math.random`; this it can't be told. */
it('core never asks for the time: it is a parameter, so that a replay says the same', () => {
  const asksForTime = /\bnew Date\(\s*\)|\bDate\(\s*\)|\bDateTimeFormat\([^)]*\)\.format\(\s*\)/;
  const files = projectFiles('src/core');
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((path) => asksForTime.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
});
