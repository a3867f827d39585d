import type { CommandError } from '../contract/commands.ts';
import { EVENTS, type EventPayload, type TellWindow } from '../contract/events.ts';
import type { EventName } from '../contract/names.ts';
import { err, ok, type Result } from '../core/result.ts';
import { refused } from '../core/words/refusals.ts';
import type { z } from '../core/zod.ts';
import { fromEngineSchema } from '../engine/messages.ts';
import { METHODS, type MethodName, type MethodOutput } from '../engine/methods.ts';

/** What main may ask the engine for. */
export interface EngineCalls {
  /** Throws where the engine has a fault; everything expected is a value. */
  call<N extends MethodName>(
    method: N,
    input: z.input<(typeof METHODS)[N]['input']>,
  ): Promise<Result<MethodOutput<N>, CommandError>>;
}

type Waiting = {
  readonly method: MethodName;
  readonly resolve: (result: Result<unknown, CommandError>) => void;
  readonly reject: (error: Error) => void;
};

/** Main's end of the wire to one engine process: numbers the questions, and checks everything that comes back. */
export class EngineLink implements EngineCalls {
  readonly #post: (message: unknown) => void;
  readonly #tell: TellWindow;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  #isOver = false;

  constructor(post: (message: unknown) => void, tell: TellWindow) {
    this.#post = post;
    this.#tell = tell;
  }

  async call<N extends MethodName>(
    method: N,
    input: z.input<(typeof METHODS)[N]['input']>,
  ): Promise<Result<MethodOutput<N>, CommandError>> {
    if (this.#isOver) return err(refused('engine_stopped'));
    const id = this.#next++;
    const answer = new Promise<Result<unknown, CommandError>>((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
    });
    this.#post({ kind: 'request', id, method, input });
    return (await answer) as Result<MethodOutput<N>, CommandError>;
  }

  receive(data: unknown): void {
    const message = fromEngineSchema.parse(data);
    if (message.kind === 'event') {
      this.#happened(message.name, message.payload);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    this.#waiting.delete(message.id);
    if (message.kind === 'refused') waiting.resolve(err(message.error));
    else if (message.kind === 'defect') waiting.reject(new Error(`The engine failed: ${message.message}`));
    else {
      const value = METHODS[waiting.method].output.safeParse(message.value);
      if (value.success) waiting.resolve(ok(value.data));
      else waiting.reject(new Error(`The engine’s answer to ${waiting.method} is malformed.`));
    }
  }

  #happened<N extends EventName>(name: N, payload: unknown): void {
    this.#tell(name, EVENTS[name].parse(payload) as EventPayload<N>);
  }

  /** The process is gone: nobody will answer any more. */
  stopped(): void {
    this.#isOver = true;
    for (const { resolve } of this.#waiting.values()) resolve(err(refused('engine_stopped')));
    this.#waiting.clear();
  }
}
