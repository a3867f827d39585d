import { expect, it } from 'vitest';
import { BOUNDARIES } from './boundaries.ts';
import { crash, problemsOf } from './crashes.ts';
import { histogram } from './tell.ts';

const MOMENTS = 4;

it.runIf(process.platform !== 'win32')(
  'a run whose process is killed at every boundary of its journal and gone on with each time loses nothing and tells nothing wrong',
  async () => {
    const kills = BOUNDARIES.length + MOMENTS;
    const crashes = await crash({ kills, perBoundary: 1, seed: 1 });
    expect(crashes.campaigns.flatMap(problemsOf)).toStrictEqual([]);
    expect([...crashes.atBoundaries.keys()].sort(), histogram(crashes)).toStrictEqual([...BOUNDARIES].sort());
    expect([...crashes.atMoments.values()].reduce((sum, times) => sum + times, 0)).toBe(MOMENTS);
  },
  300_000,
);
