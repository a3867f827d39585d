/**
 * Seeds bugs and looks which tests catch them; fails where one is not caught as expected.
 *
 *   npm run seeded -- undo        only those with this in their name
 */
import { ALL_BUGS } from './all-bugs.ts';
import { hunt } from './hunt.ts';
import { table } from './table.ts';

const [only = ''] = process.argv.slice(2);
const bugs = ALL_BUGS.filter(({ name }) => name.includes(only));
const hunted = await hunt(bugs);
process.stdout.write(`${table(hunted)}\n`);
// Vitest has its own opinion about tests that fail.
process.exitCode = bugs.length === 0 || hunted.some(({ trouble }) => trouble.length > 0) ? 1 : 0;
