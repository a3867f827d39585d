import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { saveBeforeQuitting } from '../../src/main/save-before-quitting.ts';
import type { Saving } from '../../src/services/settings/saving.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Something on its way to the disk, until it is there. */
function underWay(): Saving & { readonly arrive: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let isSettled = false;
  return {
    get isSettled() {
      return isSettled;
    },
    settled: () => promise,
    arrive: () => {
      isSettled = true;
      resolve();
    },
  };
}

const SETTLED: Saving = { isSettled: true, settled: () => Promise.resolve() };

/** An app that quits as Electron's does: unless somebody says not now. */
function quitting(all: readonly Saving[]) {
  const done: string[] = [];
  const events = new EventEmitter();
  const quit = (): void => {
    let isHeld = false;
    events.emit('will-quit', { preventDefault: () => (isHeld = true) });
    done.push(isHeld ? 'held' : 'quit');
  };
  const app = { on: events.on.bind(events), quit } as unknown as Pick<App, 'on' | 'quit'>;
  saveBeforeQuitting(app, all, () => done.push('end'));
  return { quit, done };
}

it('an app with nothing to save quits at once', () => {
  const { quit, done } = quitting([SETTLED, SETTLED]);
  quit();
  expect(done).toEqual(['end', 'quit']);
});

it('what is on its way arrives first, however often somebody quits meanwhile', async () => {
  const saving = underWay();
  const { quit, done } = quitting([SETTLED, saving]);
  quit();
  quit();
  await vi.advanceTimersByTimeAsync(100);
  expect(done).toEqual(['held', 'held']);
  saving.arrive();
  await vi.advanceTimersByTimeAsync(0);
  expect(done).toEqual(['held', 'held', 'end', 'quit']);
});

it('a disk that does not answer is waited for no longer than people are patient', async () => {
  const { quit, done } = quitting([underWay()]);
  quit();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(done).toEqual(['held', 'end', 'quit']);
});
