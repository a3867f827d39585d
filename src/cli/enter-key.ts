import { isatty } from 'node:tty';

/** A person at the terminal, who says with Enter that a run that paused goes on. */
export interface EnterKey {
  /** False where nobody can press it: input comes from a file, or from nowhere. */
  readonly isThere: boolean;
  /** What the next Enter does; where nobody is there, what is done instead, at once. */
  next(pressed: () => void, nobodyThere: () => void): void;
  release(): void;
}

/** Reads lines rather than keys, so that Ctrl+C stays a signal. */
export function listenForEnter(stdin: typeof process.stdin): EnterKey {
  const isThere = isatty(stdin.fd);
  let listener: (() => void) | undefined;
  const release = (): void => {
    if (!listener) return;
    stdin.off('data', listener);
    stdin.pause();
    listener = undefined;
  };
  return {
    isThere,
    next: (pressed, nobodyThere) => {
      if (!isThere) return nobodyThere();
      release();
      listener = () => {
        release();
        pressed();
      };
      stdin.once('data', listener);
      stdin.resume();
    },
    release,
  };
}
