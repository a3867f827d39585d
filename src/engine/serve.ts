import type { Result } from '../core/result.ts';
import type { Refused } from '../core/words/refusals.ts';
import { type FromEngine, requestSchema } from './messages.ts';
import { METHODS, type MethodInput, type MethodName, type MethodOutput } from './methods.ts';

/** What the engine does for each method: one that is forgotten does not compile. */
export type EngineHandlers = {
  readonly [N in MethodName]: (
    input: MethodInput<N>,
  ) => Promise<Result<MethodOutput<N>, Refused>> | Result<MethodOutput<N>, Refused>;
};

/** Those of them whose names begin with a part's name: `session` has `session.open`. */
export type EngineHandlersOf<Part extends string> = Pick<
  EngineHandlers,
  Extract<MethodName, `${Part}.${string}`>
>;

type AnyHandler = (input: unknown) => Promise<Result<unknown, Refused>> | Result<unknown, Refused>;

/** Answers one message of main's. Whatever goes wrong is an answer too: main must never wait for nothing. */
export async function serve(
  handlers: EngineHandlers,
  message: unknown,
  post: (answer: FromEngine) => void,
): Promise<void> {
  const { id, method, input } = requestSchema.parse(message);
  try {
    const handle = handlers[method] as AnyHandler;
    const result = await handle(METHODS[method].input.parse(input));
    post(
      result.ok ? { kind: 'done', id, value: result.value } : { kind: 'refused', id, error: result.error },
    );
  } catch (error) {
    post({
      kind: 'defect',
      id,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}
