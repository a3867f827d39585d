import { expect } from 'vitest';

/** Asks until the answer fits: another process has to notice something first, on a machine that may be busy. */
export const expectSoon = <T>(ask: () => T | Promise<T>): ReturnType<typeof expect.poll<T>> =>
  expect.poll(ask, { timeout: 15_000 });
