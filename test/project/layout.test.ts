import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.ts';
import { projectFiles, topLevel } from './project-files.ts';

const TOP_LEVEL = new Set([
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'electron.vite.config.ts',
  'src',
  'resources',
  'scripts',
  'test',
  'README.md',
]);

/** Pictures, and the like: nothing to read. */
const BINARY = /\.(png|ico|icns|gif|jpe?g|woff2?|zip|asar)$/;

/** What belongs to one machine or one person. Written so that this file does not hold what it looks for. */
const PRIVATE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a path of one machine', /(?<![\w.:/])\/(?:work|root|home\/\w+|Users\/\w+)\/|[A-Z]:\\Users\\/],
  ['the address of a package registry', /https?:\/\/(?:registry\.|[\w.-]+\/artifactory|[\w.:-]+\/npm\/)/],
  ['a key that looks real', /sk_live_[A-Za-z0-9]{24,}|-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['an unresolved merge', /^(?:<{7} |>{7} )/m],
];

describe('the project', () => {
  it('keeps its top level to what its owner decided on', () => {
    expect(topLevel().filter((name) => !name.startsWith('.') && !TOP_LEVEL.has(name))).toEqual([]);
  });

  it.each(PRIVATE)('holds nowhere %s', (_, pattern) => {
    const files = projectFiles().filter((path) => !BINARY.test(path));
    expect(files.filter((path) => pattern.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });

  it('gives a reason wherever it makes an exception from a rule of the linter', () => {
    const pattern = /(?:ox|es)lint-disable(?:-next-line|-line)?(?![^\n]*--\s*\S{3,})/;
    const files = projectFiles().filter((path) => /\.[cm]?[jt]sx?$/.test(path));
    expect(files.filter((path) => pattern.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });
});
