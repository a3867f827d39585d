import { blocksSince, watchBlocks } from '../../e2e/support/longest-block.ts';
import { type Figure, median } from '../harness.ts';
import { closeBare, closeOwn, importBare, importOwn, openPair } from './pair.ts';
import { watchFrames, worstFrameSince, worstScrollFrame } from './scroll.ts';

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
  const frames: number[] = [];
  const scrolls: number[] = [];
  try {
    await watchBlocks(own);
    for (const page of [own, bare]) await watchFrames(page);
    for (let round = -1; round < ROUNDS; round++) {
      await worstFrameSince(bare);
      const bareMs = await importBare(bare);
      const bareFrame = await worstFrameSince(bare);
      const bareScroll = await worstScrollFrame(bare);
      await closeBare(bare);
      await worstFrameSince(own);
      const [paintedMs, countedMs] = await importOwn(own, errors);
      const ownFrame = await worstFrameSince(own);
      const { task } = await blocksSince(own);
      const ownScroll = await worstScrollFrame(own);
      await closeOwn(own);
      if (round < 0) continue;
      frames.push(ownFrame / bareFrame);
      scrolls.push(ownScroll / bareScroll);
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
    {
      name: 'worst frame while importing 100,000 × 13, against bare PapaParse + AG Grid',
      value: median(frames),
      unit: '×',
      bound: { kind: 'at most', value: 2 },
    },
    {
      name: 'worst frame while scrolling 100,000 rows, against bare AG Grid',
      value: median(scrolls),
      unit: '×',
      bound: { kind: 'at most', value: 2 },
    },
  ];
}
