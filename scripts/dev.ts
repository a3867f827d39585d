/**
 * The app with hot reload: what changes in the window is there at once, under the scheme and policy of the built
 * app; what changes in the host restarts it.
 *
 *   npm run dev
 */
import { forgetBuild } from './lib/build.ts';
import { packageBin } from './lib/package-bin.ts';
import { NO_SANDBOX, runInForeground, usableElectron } from './lib/start-electron.ts';

const electron = await usableElectron((line) => void process.stderr.write(`${line}\n`));
if ('executablePath' in electron) {
  forgetBuild();
  const sandbox = NO_SANDBOX.length > 0 ? ['--noSandbox'] : [];
  const args = [packageBin('electron-vite'), 'dev', '--watch', ...sandbox, '--', ...process.argv.slice(2)];
  process.exitCode = await runInForeground(process.execPath, args, {
    ELECTRON_EXEC_PATH: electron.executablePath,
  });
} else {
  process.stderr.write(`${electron.why}\n`);
  process.exitCode = 1;
}
