import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { CommandError } from '../contract/commands.ts';
import type { TellWindow } from '../contract/events.ts';
import type { Result } from '../core/result.ts';
import { refused } from '../core/words/refusals.ts';
import type { z } from '../core/zod.ts';
import type { EngineConfig } from '../engine/messages.ts';
import type { METHODS, MethodName, MethodOutput } from '../engine/methods.ts';
import { type EngineCalls, EngineLink } from './engine-link.ts';

/**
 * The engine in a process of its own, so that neither a big sheet nor a fault in reading one holds up the
 * window. When it dies the next question starts another; sessions are found on the disk.
 */
export class EngineProcess implements EngineCalls {
  readonly #config: EngineConfig;
  readonly #tell: TellWindow;
  #current: { readonly child: UtilityProcess; readonly link: EngineLink } | undefined;
  #isClosing = false;

  constructor(config: EngineConfig, tell: TellWindow) {
    this.#config = config;
    this.#tell = tell;
  }

  start(): void {
    this.#running();
  }

  async call<N extends MethodName>(
    method: N,
    input: z.input<(typeof METHODS)[N]['input']>,
  ): Promise<Result<MethodOutput<N>, CommandError>> {
    return await this.#running().call(method, input);
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
