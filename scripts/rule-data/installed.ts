import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.ts';

/** A JSON file of an installed package; packages keep data where their `exports` don't reach. */
export const installedJson = (path: string): unknown =>
  JSON.parse(readFileSync(join(root, 'node_modules', path), 'utf8'));
