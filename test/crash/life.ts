import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { LifeInput, LifeMessage } from './messages.ts';

const PROGRAM = join(import.meta.dirname, 'live-until-killed.ts');
/** A process that lives for longer hangs: nothing in it waits for a person. */
const LONGEST_LIFE_MS = 60_000;

/** One process of a run, as seen from outside. */
export interface Life {
  readonly messages: readonly LifeMessage[];
  readonly end: 'killed' | 'completed' | 'hung' | 'broke';
  /** From its first word to its last. */
  readonly ms: number;
}

/**
 * Lets processes find the program compiled, which is most of what they would do otherwise. One that is killed
 * leaves nothing behind for the next: this one does nothing and ends.
 */
export async function compileInto(folder: string): Promise<void> {
  const child = spawn(process.execPath, [...NODE_ARGS, PROGRAM, '{}'], {
    stdio: 'ignore',
    env: envWith(folder),
  });
  await once(child, 'exit');
}

const NODE_ARGS = ['--disable-warning=ExperimentalWarning'];
const envWith = (compiledIn: string): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_COMPILE_CACHE: compiledIn,
});

/** Lets a process take up a run, and kills it a while after its first word, unless it dies before. */
export async function live(input: LifeInput, compiledIn: string, killAfterMs?: number): Promise<Life> {
  const child = spawn(process.execPath, [...NODE_ARGS, PROGRAM, JSON.stringify(input)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: envWith(compiledIn),
  });
  const messages: LifeMessage[] = [];
  let awakeAt = performance.now();
  let killing: NodeJS.Timeout | undefined;
  let isHung = false;
  const hanging = setTimeout(() => {
    isHung = true;
    child.kill('SIGKILL');
  }, LONGEST_LIFE_MS);
  const output = createInterface(child.stdout);
  output.on('line', (line) => {
    const message = JSON.parse(line) as LifeMessage;
    messages.push(message);
    if (message.kind !== 'awake') return;
    awakeAt = performance.now();
    if (killAfterMs !== undefined) killing = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  });
  // Its exit is known here only once the system has let it go: nobody takes it for alive any more.
  const [[code, signal]] = await Promise.all([
    once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>,
    once(output, 'close'),
  ]);
  clearTimeout(killing);
  clearTimeout(hanging);
  const ms = performance.now() - awakeAt;
  const isCompleted = messages.at(-1)?.kind === 'completed';
  if (isHung) return { messages, end: 'hung', ms };
  if (signal === 'SIGKILL') return { messages, end: 'killed', ms };
  return { messages, end: code === 0 && isCompleted ? 'completed' : 'broke', ms };
}
