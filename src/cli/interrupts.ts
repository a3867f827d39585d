/** Ctrl+C twice: the first finishes what is in flight, the second aborts. */
export interface Interrupts {
  /** What the next Ctrl+C, and the one after it, do. */
  onInterrupt(first: () => void, second: () => void): void;
  release(): void;
}

export function listenForInterrupts(process: NodeJS.Process): Interrupts {
  let first: () => void = () => undefined;
  let second: () => void = () => undefined;
  let count = 0;
  const listener = (): void => {
    count++;
    if (count === 1) first();
    else second();
  };
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
  return {
    onInterrupt: (one, two) => {
      [first, second] = [one, two];
      // Pressed while nothing listened yet: it still counts.
      if (count > 0) one();
      if (count > 1) two();
    },
    release: () => {
      process.off('SIGINT', listener);
      process.off('SIGTERM', listener);
    },
  };
}
