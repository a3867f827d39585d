import { err, ok, type Result } from '../core/result.ts';
import { type Refused, refused } from '../core/words/refusals.ts';
import type { PracticeServer } from '../practice/options.ts';
import type { MethodOutput } from './methods.ts';
import type { Plans } from './plans.ts';

/** The practice server, from when somebody asks for it. */
export class Practice {
  readonly #plans: Plans;
  #server: Promise<PracticeServer> | undefined;

  constructor(plans: Plans) {
    this.#plans = plans;
  }

  async start(): Promise<Result<MethodOutput<'practice.start'>, Refused>> {
    // Loaded when it is asked for: most starts do without, and its invented people take their time.
    const { startForPractising, PRACTICE_KEY } = await import('../practice/for-practising.ts');
    this.#server ??= startForPractising().catch((error: unknown) => {
      // The next one who asks may have more luck.
      this.#server = undefined;
      throw error;
    });
    return ok({ baseUrl: (await this.#server).baseUrl, key: PRACTICE_KEY });
  }

  /** Plans made on it are dropped: they tell of customers as they no longer are. */
  async reset(): Promise<Result<Record<string, never>, Refused>> {
    const server = await this.#server;
    if (!server) return ok({});
    if (this.#plans.isAnyOn) return err(refused('planning_on'));
    const made = this.#plans.all().filter(({ linked }) => linked.connection.baseUrl === server.baseUrl);
    if (made.some(({ isRunning }) => isRunning)) return err(refused('run_on'));
    for (const { sessionId } of made) this.#plans.forget(sessionId);
    server.reset();
    return ok({});
  }

  async close(): Promise<void> {
    await (await this.#server)?.close();
  }
}
