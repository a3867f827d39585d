import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.ts';

/** Made by tools, not kept; the same as in .gitignore. */
const MADE = new Set(['.git', '.cache', 'node_modules', 'out', 'dist', 'coverage', 'test-results']);

/** The names at the project's top level, without what tools make. */
export const topLevel = (): readonly string[] => readdirSync(root).filter((name) => !MADE.has(name));

/** The paths of all of the project's files, with `/` on every system. */
export function projectFiles(folder = ''): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (MADE.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? projectFiles(path) : [path];
  });
}
