import type { Contrast, Theme } from '../../../contract/settings-schemas.ts';
import { number } from '../../../core/words/text.ts';
import type { WorkSettingName } from '../../../core/work-settings.ts';

/** A value with its unit: `95 %`, `60 seconds`, `5 rows`. */
type Unit = '%' | 'seconds' | 'rows' | 'customers' | 'times';

interface NumberWords {
  readonly label: string;
  readonly unit: Unit;
  /** What it does, in a sentence or two. */
  readonly meaning: string;
}

export const NUMBER_SETTINGS: { readonly [name in WorkSettingName]: NumberWords } = {
  pilotRows: {
    label: 'First rows of a LIVE run',
    unit: 'rows',
    meaning: 'So many rows are written, then the run pauses so that you can look at them. 0: no pause.',
  },
  pauseShare: {
    label: 'Pause when rows fail',
    unit: '%',
    meaning:
      'A run pauses when more than this share of its last 50 rows did not end as wanted. 100: it never pauses for that.',
  },
  rowsReadEach: {
    label: 'Read each customer just before writing, up to',
    unit: 'rows',
    meaning: 'The safest way, and takes two requests a row. Larger runs share their reading, as below.',
  },
  freshnessSeconds: {
    label: 'Freshness in larger runs',
    unit: 'seconds',
    meaning:
      'A customer was read at most so long before it is written. What somebody else changes inside that time may be overwritten; less is safer and slower.',
  },
  triesPerRow: {
    label: 'Tries for a row',
    unit: 'times',
    meaning: 'How often a row is sent at most when Atlas fails. It is never sent again blindly.',
  },
  shareLive: {
    label: 'Share of the rate with a LIVE key',
    unit: '%',
    meaning: 'Of the requests a minute that Atlas allows. The rest is left to whatever else uses the key.',
  },
  shareTest: {
    label: 'Share of the rate with a TEST key',
    unit: '%',
    meaning: 'The same for test keys, which seldom serve anything else.',
  },
  concurrency: {
    label: 'Customers at a time',
    unit: 'customers',
    meaning: 'More helps only where Atlas answers slowly: the rate stays the same.',
  },
  phaseSeconds: {
    label: 'Wait for each part of an answer',
    unit: 'seconds',
    meaning: 'Until the connection stands, until the answer begins, and between its parts.',
  },
  totalSeconds: {
    label: 'Wait for a whole answer',
    unit: 'seconds',
    meaning: 'Then the request counts as unanswered, and what became of it is looked up.',
  },
};

export const SETTINGS = {
  title: 'Settings',
  lead: 'Changes hold at once and are kept. A run that is on keeps the settings it began with.',
  safety: 'Safety',
  speed: 'Speed',
  network: 'Network',
  history: 'History',
  appearance: 'Appearance',
  theme: 'Theme',
  themeMeaning: 'Light or dark, for the window and its menus.',
  contrast: 'Contrast',
  contrastMeaning:
    'More of it: darker or lighter text, plainer lines and a stronger mark where the keyboard is.',
  bounds: (least: number, most: number, usual: number) =>
    `${number(least)} to ${number(most)} · default ${number(usual)}`,
  refused: (least: number, most: number, value: number) =>
    `Only whole numbers from ${number(least)} to ${number(most)}. ${number(value)} still holds.`,
  toDefault: 'Back to default',
  toDefaultOf: (label: string, usual: number) => `${label}: back to default, ${number(usual)}`,
  close: 'Close',
} as const;

export const themeText = (theme: Theme): string =>
  ({ system: 'As the system', light: 'Light', dark: 'Dark' })[theme];

export const contrastText = (contrast: Contrast): string =>
  ({ system: 'As the system', more: 'More' })[contrast];
