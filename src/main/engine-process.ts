import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { CommandError } from '../contract/commands.ts';
import type { TellWindow } from '../contract/events.ts';
import type { Result } from '../core/result.ts';
import { refused } from '../core/words/refusals.ts';
import type { z } from '../core/zod.ts';
import type { EngineConfig } from '../engine/messages.ts';
import type { METHODS, MethodName, MethodOutput } from '../engine/methods.ts';
import type { Saving } from '../services/settings/saving.ts';
import { type EngineCalls, EngineLink } from './engine-link.ts';

/** What a person did a moment ago and takes for kept. */
const SAVES: ReadonlySet<MethodName> = new Set(['session.record', 'session.configure', 'columns.arrange']);

/**
 * The engine in a process of its own, so that neither a big sheet nor a fault in reading one holds up the
 * window. The first question starts it, and when it died the next one another; sessions are found on the disk.
 */
export class EngineProcess implements EngineCalls, Saving {
  readonly #config: EngineConfig;
  readonly #tell: TellWindow;
  #current: { readonly child: UtilityProcess; readonly link: EngineLink } | undefined;
  readonly #saving = new Set<Promise<unknown>>();
  #isClosing = false;

  constructor(config: EngineConfig, tell: TellWindow) {
    this.#config = config;
    this.#tell = tell;
  }

  async call<N extends MethodName>(
    method: N,
    input: z.input<(typeof METHODS)[N]['input']>,
  ): Promise<Result<MethodOutput<N>, CommandError>> {
    const answer = this.#running().call(method, input);
    if (!SAVES.has(method)) return await answer;
    this.#saving.add(answer);
    return await answer.finally(() => this.#saving.delete(answer));
  }

  get isSettled(): boolean {
    return this.#saving.size === 0;
  }

  async settled(): Promise<void> {
    await Promise.allSettled(this.#saving);
  }

  /** Ends the process. Whatever was confirmed is on the disk already. */
  close(): void {
    this.#isClosing = true;
    this.#current?.child.kill();
  }

  #running(): EngineLink {
    if (this.#current) return this.#current.link;
    const child = utilityProcess.fork(
      join(import.meta.dirname, 'engine.js'),
      [JSON.stringify(this.#config)],
      {
        serviceName: 'Patchsheet engine',
      },
    );
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- goes to a process, not to a window
    const link = new EngineLink((message) => child.postMessage(message), this.#tell);
    this.#current = { child, link };
    child.on('message', (message: unknown) => link.receive(message));
    child.once('exit', () => {
      this.#current = undefined;
      link.stopped();
      const { message } = refused('engine_stopped');
      if (!this.#isClosing) this.#tell('engine.stopped', { message });
    });
    return link;
  }
}
