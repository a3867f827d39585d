import { join } from 'node:path';
import type { Plugin } from 'vitest/config';
import { root } from '../../scripts/lib/paths.ts';
import { patched, type SeededBug } from './seeded-bug.ts';

/** Puts a bug into the source as it is loaded; no file is changed. */
export function seeding({ name, patches }: SeededBug): Plugin {
  return {
    name: `seed: ${name}`,
    enforce: 'pre',
    transform(source, id) {
      const path = id.split('?', 1)[0];
      const own = patches.filter(({ file }) => join(root, file) === path);
      return own.length === 0 ? undefined : { code: own.reduce(patched, source), map: null };
    },
  };
}
