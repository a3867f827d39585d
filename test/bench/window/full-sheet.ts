import { blocksSince, watchBlocks } from '../../e2e/support/longest-block.ts';
import type { Figure } from '../harness.ts';
import { editTime } from './edit.ts';
import { peakWindowMemory } from './memory.ts';
import { importBare, importOwn, openPair } from './pair.ts';
import { worstScrollFrame } from './scroll.ts';

const EDITS = 5;

/**
 * As many rows as Excel has: imported, scrolled and edited once each, in windows of their own so that the most
 * memory either has had is of this sheet.
 */
export async function fullSheet(
  bareFolder: string,
  sheet: string,
  errors: string,
): Promise<readonly Figure[]> {
  const pair = await openPair(bareFolder, sheet);
  const { own, bare, close } = pair;
  try {
    const bareMs = await importBare(bare);
    const bareScroll = await worstScrollFrame(bare);
    const bareMb = await peakWindowMemory(pair.bareApp);
    await pair.closeBareApp();
    await watchBlocks(own);
    const [paintedMs, countedMs] = await importOwn(own, errors);
    const { task: importBlock } = await blocksSince(own);
    const ownScroll = await worstScrollFrame(own);
    await blocksSince(own);
    const edits: number[] = [];
    for (let edit = 0; edit < EDITS; edit++)
      edits.push(await editTime(own, `someone${edit}@fictional.example`));
    const { task: editBlock } = await blocksSince(own);
    const ownMb = await peakWindowMemory(pair.ownApp);
    return [
      {
        name: 'import of 1,048,575 × 13 to painted grid, against bare PapaParse + AG Grid',
        value: paintedMs / bareMs,
        unit: '×',
        bound: { kind: 'at most', value: 1.5 },
      },
      {
        name: 'import of 1,048,575 × 13 to final counts of findings, against the same',
        value: countedMs / bareMs,
        unit: '×',
        bound: { kind: 'at most', value: 3 },
      },
      { name: 'import of 1,048,575 × 13 to painted grid', value: paintedMs / 1000, unit: 's' },
      {
        name: 'longest task of the window while importing 1,048,575 × 13',
        value: importBlock,
        unit: 'ms',
        bound: { kind: 'at most', value: 150 },
      },
      {
        name: 'worst frame scrolling 1,048,575 rows, against bare AG Grid',
        value: ownScroll / bareScroll,
        unit: '×',
        bound: { kind: 'at most', value: 2 },
      },
      { name: 'worst frame scrolling 1,048,575 rows', value: ownScroll, unit: 'ms' },
      {
        name: 'one cell edited among 1,048,575 rows, the slowest of five',
        value: Math.max(...edits),
        unit: 'ms',
      },
      {
        name: 'longest task of the window while editing among 1,048,575 rows',
        value: editBlock,
        unit: 'ms',
        bound: { kind: 'at most', value: 150 },
      },
      {
        name: 'most memory of the window with 1,048,575 × 13, against the bare one',
        value: ownMb / bareMb,
        unit: '×',
        bound: { kind: 'at most', value: 1.5 },
      },
      { name: 'most memory of the window with 1,048,575 × 13', value: ownMb, unit: 'MB' },
    ];
  } finally {
    await close();
  }
}
