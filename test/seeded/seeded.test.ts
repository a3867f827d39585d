import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.ts';
import { runNode } from '../../scripts/lib/run.ts';
import { patched } from './seeded-bug.ts';

it('every bug that this kind of program is known for is caught by the tests that are there for it', async () => {
  // In a process of its own: tests do not run within tests.
  const { code, output } = await runNode([
    '--disable-warning=ExperimentalWarning',
    join(root, 'test/seeded/run.ts'),
  ]);
  process.stdout.write(output);
  expect(code, output).toBe(0);
  expect(Number(/(\d+) bugs seeded/.exec(output)?.[1])).toBeGreaterThanOrEqual(20);
}, 600_000);

it('a bug that no longer fits the source is said to be none', () => {
  const patch = { file: 'a.ts', old: 'await sync();', new: '' };
  expect(patched('await write();await sync();', patch)).toBe('await write();');
  expect(() => patched('await write();', patch)).toThrow('In a.ts there are 0 places, not one');
  expect(() => patched('await sync();await sync();', patch)).toThrow('In a.ts there are 2 places, not one');
});
