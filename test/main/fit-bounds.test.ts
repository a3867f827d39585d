import { describe, expect, it } from 'vitest';
import { type Bounds, fitBounds } from '../../src/main/fit-bounds.ts';

const LAPTOP: Bounds = { x: 0, y: 25, width: 1440, height: 875 };
const MONITOR: Bounds = { x: 1440, y: 0, width: 2560, height: 1440 };

const isWithin = (inner: Bounds, outer: Bounds): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

describe('where a window opens that was left somewhere', () => {
  it('is there, on whatever display that is', () => {
    for (const kept of [
      { x: 100, y: 100, width: 1200, height: 700 },
      { x: 1600, y: 200, width: 1600, height: 1000 },
      { x: -300, y: 60, width: 1200, height: 700 },
    ])
      expect(fitBounds(kept, [LAPTOP, MONITOR])).toEqual(kept);
  });

  it('is the middle of the main display, when its own is gone', () => {
    const fitted = fitBounds({ x: 1600, y: 200, width: 1200, height: 700 }, [LAPTOP]);
    expect(fitted).toEqual({ x: 120, y: 113, width: 1200, height: 700 });
  });

  it('is never larger than the display', () => {
    const fitted = fitBounds({ x: 1500, y: 10, width: 2400, height: 1400 }, [LAPTOP]);
    expect(isWithin(fitted, LAPTOP)).toBe(true);
  });

  it.each([
    ['hardly shows at the right', { x: 1400, y: 100, width: 1200, height: 700 }],
    ['hardly shows at the left', { x: -1150, y: 100, width: 1200, height: 700 }],
    ['has its title bar below the screen', { x: 100, y: 880, width: 1200, height: 700 }],
    ['is far above', { x: 100, y: -680, width: 1200, height: 700 }],
  ])('is brought back where it %s', (_where, kept) => {
    expect(isWithin(fitBounds(kept, [LAPTOP]), LAPTOP)).toBe(true);
  });

  it('has its title bar where it can be taken hold of', () => {
    const fitted = fitBounds({ x: 100, y: -40, width: 1200, height: 700 }, [LAPTOP]);
    expect(fitted).toEqual({ x: 100, y: 25, width: 1200, height: 700 });
  });

  it('is as it was where no display is known', () => {
    const kept = { x: 1, y: 2, width: 3, height: 4 };
    expect(fitBounds(kept, [])).toEqual(kept);
  });
});
