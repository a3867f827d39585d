import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  chosenOf,
  chosenWorkSettingsSchema,
  isAllowed,
  USUAL_WORK_SETTINGS,
  WORK_SETTING_NAMES,
  workSettingsOf,
  workSettingsSchema,
} from '../../src/core/work-settings.ts';

describe('how dry runs and runs work', () => {
  it.each(WORK_SETTING_NAMES)('%s is allowed from bound to bound, in whole numbers', (name) => {
    const { least, most, usual } = boundsOf(name);
    const allowed = [least, usual, most];
    const refused = [least - 1, most + 1, usual + 0.5, Number.NaN, Number.POSITIVE_INFINITY];
    expect(allowed.map((value) => isAllowed(name, value))).toEqual([true, true, true]);
    expect(refused.filter((value) => isAllowed(name, value))).toEqual([]);
    const accepts = (value: unknown): boolean =>
      workSettingsSchema.safeParse({ ...USUAL_WORK_SETTINGS, [name]: value }).success;
    expect(allowed.map(accepts)).toEqual([true, true, true]);
    expect([...refused, String(usual), null].filter(accepts)).toEqual([]);
  });

  it('is as it was designed where nobody chose', () => {
    expect(USUAL_WORK_SETTINGS).toEqual({
      shareTest: 95,
      shareLive: 75,
      concurrency: 4,
      rowsReadEach: 500,
      freshnessSeconds: 60,
      pilotRows: 5,
      triesPerRow: 5,
      pauseShare: 20,
      phaseSeconds: 30,
      totalSeconds: 60,
    });
  });

  it('keeps what was chosen, and nothing that is as usual', () => {
    const chosen = { concurrency: 2, pilotRows: 0 };
    const settings = workSettingsOf(chosen);
    expect(settings).toEqual({ ...USUAL_WORK_SETTINGS, ...chosen });
    expect(chosenOf(settings)).toEqual(chosen);
    expect(chosenOf({ ...settings, concurrency: 4 })).toEqual({ pilotRows: 0 });
  });

  it('refuses what is no setting', () => {
    expect(chosenWorkSettingsSchema.safeParse({ speed: 9 }).success).toBe(false);
    expect(chosenWorkSettingsSchema.safeParse({ concurrency: 9 }).success).toBe(false);
    expect(chosenWorkSettingsSchema.safeParse({}).success).toBe(true);
  });
});
