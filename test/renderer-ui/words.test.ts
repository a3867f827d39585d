import { describe, expect, it } from 'vitest';
import { ALL_STATES } from '../../src/core/row-state.ts';
import { USUAL_WORK_SETTINGS } from '../../src/core/work-settings.ts';
import { estimateRunMs } from '../../src/renderer/ui/estimate.ts';
import { duration, percent } from '../../src/renderer/ui/formats.ts';
import { iconShape } from '../../src/renderer/ui/icon-shapes.ts';
import { tabLabel } from '../../src/renderer/ui/words/app.ts';
import { APPLY } from '../../src/renderer/ui/words/apply.ts';

describe('what is said on screen', () => {
  it.each([
    [20_000, 'less than a minute'],
    [60_000, '1 minute'],
    [230_000, '4 minutes'],
    [3_600_000, '1 hour'],
    [3_900_000, '1 hour 5 minutes'],
  ])('says %d ms as people do', (ms, text) => {
    expect(duration(ms)).toBe(text);
  });

  it('says shares without decimals', () => {
    expect(percent(0.4243)).toBe('42%');
  });

  it('expects two requests a customer for small runs, and hardly more than one for large ones', () => {
    const usual = USUAL_WORK_SETTINGS;
    expect(duration(estimateRunMs(90, 'TEST', usual))).toBe('2 minutes');
    expect(duration(estimateRunMs(10_000, 'TEST', usual))).toBe('1 hour 56 minutes');
    expect(estimateRunMs(300, 'LIVE', usual)).toBeGreaterThan(estimateRunMs(300, 'TEST', usual));
  });

  it('expects what the settings make of it', () => {
    const usual = USUAL_WORK_SETTINGS;
    const half = { ...usual, shareTest: 50 };
    expect(estimateRunMs(90, 'TEST', half) / estimateRunMs(90, 'TEST', usual)).toBeCloseTo(1.9);
    expect(estimateRunMs(90, 'LIVE', half)).toBe(estimateRunMs(90, 'LIVE', usual));
    const shared = { ...usual, rowsReadEach: 89 };
    expect(estimateRunMs(90, 'TEST', shared)).toBeLessThan(estimateRunMs(90, 'TEST', usual));
  });

  it('says before applying how the settings have customers read, and how many rows go ahead', () => {
    const work = { ...USUAL_WORK_SETTINGS, rowsReadEach: 10, freshnessSeconds: 90, pilotRows: 12 };
    expect(APPLY.safety(10, work)).toMatch(/read again just before/);
    expect(APPLY.safety(11, work)).toMatch(/read again at most 90 seconds before/);
    expect(APPLY.pilot(work)).toMatch(/^The first 12 are written/);
  });

  it('has a word and a shape of its own for every state, so that none is told by colour alone', () => {
    expect(new Set(ALL_STATES.map(tabLabel)).size).toBe(ALL_STATES.length);
    const shapes = ALL_STATES.map((state) => JSON.stringify(iconShape(state)));
    expect(new Set(shapes).size).toBe(ALL_STATES.length);
  });
});
