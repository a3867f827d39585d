import { type Launched, launch, launchApp } from '../../e2e/support/launch.ts';
import { type Figure, median } from '../harness.ts';
import { startPaintedAt } from './in-page.ts';

const STARTS = 9;

/** From starting the program to its painted window, in turn with one that shows a line of text. */
export async function coldStart(bareFolder: string): Promise<readonly Figure[]> {
  const ratios: number[] = [];
  // The first start of each reads its files from the disk.
  for (let round = -1; round < STARTS; round++) {
    const bareMs = await startTime(() => launch({ appFolder: bareFolder }));
    const ownMs = await startTime(() => launchApp());
    if (round >= 0) ratios.push(ownMs / bareMs);
  }
  return [
    {
      name: 'cold start to usable window, against a bare Electron window',
      value: median(ratios),
      unit: '×',
      bound: { kind: 'at most', value: 1.5 },
    },
  ];
}

async function startTime(start: () => Promise<Launched>): Promise<number> {
  const startedAt = Date.now();
  const launched = await start();
  const paintedAt = await startPaintedAt(launched.window);
  await launched.close();
  return paintedAt - startedAt;
}
