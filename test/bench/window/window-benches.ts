import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describeElectron, findElectron } from '../../../scripts/electron-runtime.ts';
import { ensureBuilt } from '../../../scripts/lib/build.ts';
import { openDisplay } from '../../../scripts/lib/display.ts';
import { bigSheet } from '../big-sheet.ts';
import type { Bench, Figure } from '../harness.ts';
import { buildBareApp } from './bare-app.ts';
import { coldStart } from './cold-start.ts';
import { editing } from './edit.ts';
import { fullSheet } from './full-sheet.ts';
import { importing } from './import.ts';

const ROWS = 100_000;
/** All that Excel holds, beside the header. */
const EXCEL_ROWS = 1_048_575;
/** One row in four hundred of the sheet has `#N/A` for a postal code. */
const errorsOf = (rows: number): string => Math.ceil(rows / 400).toLocaleString('en');

/** The app in a real window against the least that could do the same in the same Electron. */
const inWindow = (
  name: string,
  measure: (bareFolder: string, folder: string) => Promise<readonly Figure[]>,
): Bench => ({
  name,
  run: async () => {
    const say = (line: string): void => void process.stderr.write(`${line}\n`);
    say(describeElectron(await findElectron(say)));
    await ensureBuilt(say);
    const display = await openDisplay();
    if (display === undefined) throw new Error('There is no display to open a window on, and no Xvfb.');
    Object.assign(process.env, display.env);
    const folder = mkdtempSync(join(tmpdir(), 'patchsheet-bench-'));
    const bareApp = await buildBareApp();
    try {
      return await measure(bareApp.folder, folder);
    } finally {
      bareApp.remove();
      rmSync(folder, { recursive: true, force: true });
      display.close();
    }
  },
});

export const windowBenches: readonly Bench[] = [
  inWindow('window: start', (bareFolder) => coldStart(bareFolder)),
  inWindow('window: large sheet', async (bareFolder, folder) => {
    const sheet = sheetOf(ROWS, folder);
    return [
      ...(await importing(bareFolder, sheet, errorsOf(ROWS))),
      ...(await editing(bareFolder, sheet, errorsOf(ROWS))),
    ];
  }),
  inWindow('window: full Excel sheet', (bareFolder, folder) =>
    fullSheet(bareFolder, sheetOf(EXCEL_ROWS, folder), errorsOf(EXCEL_ROWS)),
  ),
];

function sheetOf(rows: number, folder: string): string {
  const path = join(folder, `${rows}.csv`);
  writeFileSync(path, Papa.unparse(bigSheet(rows) as string[][]));
  return path;
}
