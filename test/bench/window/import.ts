import { blocksSince, watchBlocks } from '../../e2e/support/longest-block.ts';
import { type Figure, median } from '../harness.ts';
import { closeBare, closeOwn, importBare, importOwn, openPair } from './pair.ts';

const ROUNDS = 9;

/** An import to the painted grid and to the final counts, and how long the window could not answer meanwhile. */
export async function importing(
  bareFolder: string,
  sheet: string,
  errors: string,
): Promise<readonly Figure[]> {
  const { own, bare, close } = await openPair(bareFolder, sheet);
  const painted: number[] = [];
  const counted: number[] = [];
  const blocks: number[] = [];
  try {
    await watchBlocks(own);
    for (let round = -1; round < ROUNDS; round++) {
      const bareMs = await importBare(bare);
      await closeBare(bare);
      const [paintedMs, countedMs] = await importOwn(own, errors);
      const { task } = await blocksSince(own);
      await closeOwn(own);
      if (round < 0) continue;
      painted.push(paintedMs / bareMs);
      counted.push(countedMs / bareMs);
      blocks.push(task);
    }
  } finally {
    await close();
  }
  return [
    {
      name: 'import of 100,000 × 13 to painted grid, against bare PapaParse + AG Grid',
      value: median(painted),
      unit: '×',
      bound: { kind: 'at most', value: 1.5 },
    },
    {
      name: 'import of 100,000 × 13 to final counts of findings, against the same',
      value: median(counted),
      unit: '×',
      bound: { kind: 'at most', value: 3 },
    },
    {
      name: 'longest task of the window while importing 100,000 × 13',
      value: median(blocks),
      unit: 'ms',
      bound: { kind: 'at most', value: 150 },
    },
  ];
}
