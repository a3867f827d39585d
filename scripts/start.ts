/**
 * Opens the app on the practice server and the sample sheet, building it first where needed. Where no window can
 * be opened it says so, and does the same job in the terminal.
 *
 *   npm start
 */
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.ts';
import { root } from './lib/paths.ts';
import { NO_SANDBOX, runInForeground, usableElectron } from './lib/start-electron.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const args = process.argv.slice(2);

const electron = await usableElectron(say);
if ('executablePath' in electron) {
  try {
    await ensureBuilt(say);
    const appArgs = [...NO_SANDBOX, root, '--sample', ...args];
    process.exitCode = await runInForeground(electron.executablePath, appArgs);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
} else {
  say(`${electron.why}\nThe same job in the terminal instead:\n`);
  const cli = ['--disable-warning=ExperimentalWarning', join(root, 'src/cli/main.ts'), 'demo', ...args];
  process.exitCode = await runInForeground(process.execPath, cli);
}
