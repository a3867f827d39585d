import type { Hunted } from './hunt.ts';

/** Which test caught which bug. */
export function table(hunted: readonly Hunted[]): string {
  const lines = hunted.flatMap(({ bug, caughtBy, trouble }) => [
    `${trouble.length === 0 ? '✓' : '✗'} ${bug.name}`,
    ...caughtBy.map((test) => `    caught by ${test}`),
    ...trouble.map((problem) => `    ${problem}`),
  ]);
  const caught = hunted.filter(({ trouble }) => trouble.length === 0).length;
  return [...lines, `${hunted.length} bugs seeded, ${caught} caught as expected`].join('\n');
}
