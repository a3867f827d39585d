import { z } from './zod.ts';

/** Whole numbers that may be chosen, both bounds included, and what holds where nobody chose. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly usual: number;
}

/** The one table of what a person may choose about how dry runs and runs work. */
export const WORK_BOUNDS = {
  /** Percent of the rate that Atlas allows a key. A live key may serve other systems as well. */
  shareTest: { least: 10, most: 100, usual: 95 },
  shareLive: { least: 10, most: 100, usual: 75 },
  /** Customers at work at a time. */
  concurrency: { least: 1, most: 8, usual: 4 },
  /** Up to so many customers each is read just before its write: two requests a row are affordable. */
  rowsReadEach: { least: 0, most: 5_000, usual: 500 },
  /** In larger runs a customer was read at most so long before its write leaves. */
  freshnessSeconds: { least: 15, most: 300, usual: 60 },
  /** Of a run with a live key so many rows are written first, to be looked at; 0: none. */
  pilotRows: { least: 0, most: 50, usual: 5 },
  /** How often a row is sent at most. */
  triesPerRow: { least: 1, most: 10, usual: 5 },
  /** Percent of the last 50 rows that may end otherwise than wanted before a run pauses; 100: it never does. */
  pauseShare: { least: 5, most: 100, usual: 20 },
  /** Until a connection stands, until an answer begins, and between its pieces. */
  phaseSeconds: { least: 5, most: 90, usual: 30 },
  /** A whole request. Less than the gate waits for the one that it sends ahead. */
  totalSeconds: { least: 10, most: 110, usual: 60 },
} as const satisfies { readonly [name: string]: Bounds };

export type WorkSettingName = keyof typeof WORK_BOUNDS;
export type WorkSettings = { readonly [name in WorkSettingName]: number };

export const WORK_SETTING_NAMES = Object.keys(WORK_BOUNDS) as readonly WorkSettingName[];

export const boundsOf = (name: WorkSettingName): Bounds => WORK_BOUNDS[name];

const settingsFrom = (valueOf: (name: WorkSettingName) => number): WorkSettings =>
  Object.fromEntries(WORK_SETTING_NAMES.map((name) => [name, valueOf(name)])) as WorkSettings;

export const USUAL_WORK_SETTINGS: WorkSettings = settingsFrom((name) => boundsOf(name).usual);

export const isAllowed = (name: WorkSettingName, value: number): boolean => {
  const { least, most } = boundsOf(name);
  return Number.isInteger(value) && value >= least && value <= most;
};

const shape = Object.fromEntries(
  WORK_SETTING_NAMES.map((name) => {
    const { least, most } = boundsOf(name);
    return [name, z.int().min(least).max(most)];
  }),
) as { readonly [name in WorkSettingName]: z.ZodInt };

export const workSettingsSchema: z.ZodType<WorkSettings> = z.strictObject(shape);

/** Those that somebody chose; the others are as usual. */
export type ChosenWorkSettings = { readonly [name in WorkSettingName]?: number | undefined };

export const chosenWorkSettingsSchema: z.ZodType<ChosenWorkSettings> = z.strictObject(shape).partial();

export const workSettingsOf = (chosen: ChosenWorkSettings): WorkSettings =>
  settingsFrom((name) => chosen[name] ?? boundsOf(name).usual);

/** Without those that are as usual anyway: what is usual may be another number in a later version. */
export const chosenOf = (settings: WorkSettings): ChosenWorkSettings =>
  Object.fromEntries(
    WORK_SETTING_NAMES.flatMap((name) =>
      settings[name] === boundsOf(name).usual ? [] : [[name, settings[name]]],
    ),
  );
