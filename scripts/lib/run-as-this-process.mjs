import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/**
 * Runs a program as if it were this process: its input and output are ours, signals sent to us reach it, and we
 * end as it ended.
 *
 * Each signal must reach it exactly once, because a second Ctrl+C means something else than the first (abort,
 * not stop). A terminal sends Ctrl+C to every process of the foreground group, so there the program has it
 * already, and npm above us sends its own copy to us on top of it: neither may be passed on. Without a terminal
 * the program gets a group of its own, so that whoever signals only us, or all of our group, reaches it through
 * us alone.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<never>}
 */
export async function runAsThisProcess(command, args, env) {
  const sharesTerminal = process.platform === 'win32' || hasTerminal();
  const child = spawn(command, args, { stdio: 'inherit', env, detached: !sharesTerminal });

  /** @type {Map<NodeJS.Signals, number>} */
  const lastSeen = new Map();
  /** @type {(signal: NodeJS.Signals) => void} */
  const passOn = (signal) => {
    const isFromTerminal = sharesTerminal && (signal === 'SIGINT' || signal === 'SIGHUP');
    // npm's copy comes at once; a person needs longer than this between two stops.
    const isCopy = performance.now() - (lastSeen.get(signal) ?? Number.NEGATIVE_INFINITY) < 100;
    lastSeen.set(signal, performance.now());
    if (isFromTerminal || isCopy || child.pid === undefined) return;
    try {
      process.kill(sharesTerminal ? child.pid : -child.pid, signal);
    } catch {
      // It has ended meanwhile.
    }
  };
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, passOn);
  const watch = onParentLost(() => {
    if (lastSeen.size === 0) passOn('SIGTERM');
  });

  /** @type {{ code: number | null, signal: NodeJS.Signals | null }} */
  const end = await new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${command} could not be started: ${error.message}\n`);
      resolve({ code: 1, signal: null });
    });
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  clearInterval(watch);
  for (const signal of signals) process.removeListener(signal, passOn);
  if (end.signal !== null && process.platform !== 'win32') {
    process.kill(process.pid, end.signal);
    // The signal may take a moment to arrive; without something to wait for, we would end as if all was well.
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  process.exit(end.code ?? 1);
}

/** Whether this process has a terminal that could send it Ctrl+C, wherever its output goes. */
function hasTerminal() {
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return true;
  } catch {
    return false;
  }
}

/**
 * npm hands a signal to the shell it starts us with. Debian's shell dies of it without telling us, and nobody
 * would end the program any more. Only below npm: elsewhere it is usual to outlive who started one.
 * @param {() => void} then
 * @returns {NodeJS.Timeout | undefined}
 */
function onParentLost(then) {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    then();
  }, 200);
  return watch.unref();
}
