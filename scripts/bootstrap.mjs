#!/usr/bin/env node
/**
 * The entry of every npm script. It has to run where nothing is installed yet and Node is older than what
 * the program needs, so it and what it imports are plain JavaScript without packages.
 *
 *   node scripts/bootstrap.mjs <command> [arguments]
 */
import { join } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { withNodeFirst } from './lib/environment.mjs';
import { findNode } from './lib/node.mjs';
import { runAsThisProcess } from './lib/run-as-this-process.mjs';

const root = join(import.meta.dirname, '..');

/**
 * What each command runs: a TypeScript file and the arguments that come before the caller's.
 * @type {Readonly<Record<string, readonly [entry: string, ...args: string[]]>>}
 */
const COMMANDS = {
  start: ['scripts/start.ts'],
  dev: ['scripts/dev.ts'],
  build: ['scripts/build.ts'],
  demo: ['src/cli/main.ts', 'demo'],
  cli: ['src/cli/main.ts'],
  test: ['scripts/test.ts'],
  bench: ['test/bench/run.ts'],
  faults: ['test/faults/run.ts'],
  crash: ['test/crash/run.ts'],
  seeded: ['test/seeded/run.ts'],
  mutate: ['test/mutation/run.ts'],
};

/** @param {string} message */
function giveUp(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command === undefined) {
  giveUp(`Usage: node scripts/bootstrap.mjs <${Object.keys(COMMANDS).join('|')}> [arguments]`);
} else {
  const trouble = ensureDependencies(root);
  if (trouble !== undefined) giveUp(trouble);

  const node = findNode(root);
  if (!node.ok) giveUp(node.error);
  else {
    const [entry, ...ownArgs] = command;
    // Node before 24.3 announces type stripping as experimental on every start.
    const nodeArgs = ['--disable-warning=ExperimentalWarning', join(root, entry), ...ownArgs, ...args];
    await runAsThisProcess(node.value, nodeArgs, withNodeFirst(process.env, node.value));
  }
}
