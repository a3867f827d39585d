/** So often is a person told how far something is; more often only costs the time of what is waited for. */
const TELL_EVERY_MS = 100;

/** Passes on the first call, and then one at most in so many milliseconds; the others are dropped. */
export function nowAndThen<T>(tell: (value: T) => void): (value: T) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (value) => {
    const now = performance.now();
    if (now - toldAt < TELL_EVERY_MS) return;
    toldAt = now;
    tell(value);
  };
}
