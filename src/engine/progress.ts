const EVERY_MS = 100;

export interface ProgressTeller<T> {
  latest(progress: T): void;
  /** Nothing is told afterwards. */
  stop(): void;
}

/** Tells the latest of many progresses, ten times a second at most. */
export function progressTeller<T>(tell: (progress: T) => void): ProgressTeller<T> {
  let waiting: { readonly progress: T } | undefined;
  let timer: NodeJS.Timeout | undefined;
  const next = (): void => {
    timer = undefined;
    if (!waiting) return;
    tell(waiting.progress);
    waiting = undefined;
    timer = setTimeout(next, EVERY_MS);
  };
  return {
    latest: (progress) => {
      waiting = { progress };
      timer ??= setTimeout(next, 0);
    },
    stop: () => {
      clearTimeout(timer);
      waiting = undefined;
    },
  };
}
