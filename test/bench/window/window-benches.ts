import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describeElectron, findElectron } from '../../../scripts/electron-runtime.ts';
import { ensureBuilt } from '../../../scripts/lib/build.ts';
import { openDisplay } from '../../../scripts/lib/display.ts';
import { bigSheet } from '../big-sheet.ts';
import type { Bench } from '../harness.ts';
import { buildBareApp } from './bare-app.ts';
import { coldStart } from './cold-start.ts';
import { editing } from './edit.ts';
import { importing } from './import.ts';

const ROWS = 100_000;
/** One row in four hundred of the sheet has `#N/A` for a postal code. */
const ERRORS = (ROWS / 400).toLocaleString('en');

/** The app in a real window against the least that could do the same in the same Electron. */
export const windowBenches: Bench = {
  name: 'window',
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
      const sheet = join(folder, 'large.csv');
      writeFileSync(sheet, Papa.unparse(bigSheet(ROWS) as string[][]));
      return [
        ...(await coldStart(bareApp.folder)),
        ...(await importing(bareApp.folder, sheet, ERRORS)),
        ...(await editing(bareApp.folder, sheet, ERRORS)),
      ];
    } finally {
      bareApp.remove();
      rmSync(folder, { recursive: true, force: true });
      display.close();
    }
  },
};
