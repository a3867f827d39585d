/** What steps come to that may be done at once, where nobody waits in between. */
export function resultOf<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
