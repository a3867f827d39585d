import { join } from 'node:path';

/** The project's folder. */
export const root = join(import.meta.dirname, '../..');

/** For what may be thrown away at any time; git and the tools ignore it. */
export const scratchFolder = join(root, 'node_modules/.cache/patchsheet');
