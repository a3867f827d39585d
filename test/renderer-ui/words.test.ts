import { describe, expect, it } from 'vitest';
import { ALL_STATES } from '../../src/core/row-state.ts';
import { USUAL_WORK_SETTINGS } from '../../src/core/work-settings.ts';
import { clockTime, day, dayAndTime, duration, percent, takeHoursOf } from '../../src/renderer/ui/formats.ts';
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

  it('writes times of day as the system does, in English', () => {
    const iso = new Date(2026, 10, 29, 15, 4, 5).toISOString();
    const texts = (locale: string): readonly string[] => {
      takeHoursOf(locale);
      return [clockTime(iso), dayAndTime(iso), day(iso)].map((text) => text.replace(/\u202f/g, ' '));
    };
    expect(texts('de-DE')).toEqual(['15:04:05', 'Nov 29, 15:04', 'Nov 29, 2026']);
    expect(texts('en-US')).toEqual(['3:04:05 PM', 'Nov 29, 3:04 PM', 'Nov 29, 2026']);
    expect(texts('en-GB')).toEqual(texts('de-DE'));
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
