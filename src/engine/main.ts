import { createEngine } from './engine.ts';
import { engineConfigSchema, type FromEngine } from './messages.ts';
import { serve } from './serve.ts';

/** What Electron puts into a utility process, as far as it is used here: the engine knows nothing else of it. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: FromEngine): void;
}

const { parentPort } = process as unknown as { readonly parentPort: ParentPort };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- goes to a process, not to a window
const post = (message: FromEngine): void => parentPort.postMessage(message);

const config = engineConfigSchema.parse(JSON.parse(process.argv[2] ?? ''));
const engine = createEngine(config, (name, payload) => post({ kind: 'event', name, payload }));

parentPort.on('message', ({ data }) => void serve(engine.handlers, data, post));
