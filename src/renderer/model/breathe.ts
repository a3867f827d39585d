/** So long a task of the window may take before it lets input and painting go first. */
const SLICE_MS = 12;

/** Lets whatever waits in the window go first. Unlike a timer it is not slowed down when it is used often. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** A hidden window draws no frames; whoever waits for one goes on all the same. */
const LATEST_FRAME_MS = 100;

/** Runs with the next frame that is drawn. */
export function withNextFrame(run: () => void): void {
  const runOnce = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    run();
  };
  const frame = requestAnimationFrame(runOnce);
  const timer = setTimeout(runOnce, LATEST_FRAME_MS);
}

/** Lets what was changed be painted. */
export async function afterFrame(): Promise<void> {
  await new Promise<void>(withNextFrame);
  await breathe();
}

/** Does small steps until they end, and breathes in between. What a step has to wait for is waited for. */
export async function inSlices<S, R>(
  steps: Iterator<S, R>,
  onStep: (step: S) => Promise<void> | undefined,
): Promise<R> {
  for (let started = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    const waiting = onStep(step.value);
    if (waiting === undefined && performance.now() - started < SLICE_MS) continue;
    await (waiting ?? breathe());
    started = performance.now();
  }
}

/**
 * Does steps until they end: at once where that takes no longer than a slice, the rest in slices. What they come
 * to is told once; not at all where somebody no longer wants it.
 *
 * @returns what to call when it is no longer wanted
 */
export function finishInSlices<T>(steps: Iterator<unknown, T>, onEnd: (result: T) => void): () => void {
  let isWanted = true;
  const goOn = (): void => {
    if (!isWanted) return;
    for (const started = performance.now(); ; ) {
      const step = steps.next();
      if (step.done) {
        onEnd(step.value);
        return;
      }
      if (performance.now() - started < SLICE_MS) continue;
      void breathe().then(goOn);
      return;
    }
  };
  goOn();
  return () => {
    isWanted = false;
  };
}
