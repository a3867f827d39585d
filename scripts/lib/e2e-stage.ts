import { describeElectron, findElectron } from '../electron-runtime.ts';
import { ensureBuilt } from './build.ts';
import { openDisplay } from './display.ts';
import { ElectronNotFound } from './electron-types.ts';
import { type Counts, ONE_FAILED, type Stage } from './stage.ts';
import { howToInstall, installMissingPackages, missingLibraries } from './system-packages.ts';
import { runVitest } from './vitest.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Tests that start Electron, with everything they need of the machine. */
export const e2eStage: Stage = {
  name: 'e2e',
  run: async (filters) => {
    await installMissingPackages();
    try {
      const runtime = await findElectron(say);
      say(describeElectron(runtime));
      const missing = await missingLibraries(runtime.executablePath);
      if (missing.length > 0) {
        return await impossible(`Electron can't start here: ${missing.join(', ')} missing.`);
      }
    } catch (error) {
      if (!(error instanceof ElectronNotFound)) throw error;
      say(error.message);
      return ONE_FAILED;
    }

    // Once for all tests: they start what is shipped.
    await ensureBuilt(say);
    const display = await openDisplay();
    if (display === undefined)
      return await impossible('There is no display to open a window on, and no Xvfb.');
    say(`Windows open on ${display.what}.`);
    try {
      return await runVitest('e2e', filters, { ...process.env, ...display.env });
    } finally {
      display.close();
    }
  },
};

async function impossible(why: string): Promise<Counts> {
  say(`${why}\n${await howToInstall()}`);
  return ONE_FAILED;
}
