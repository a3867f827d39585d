import type { RunEstimate } from '../../../core/estimate-run.ts';
import { count, list, number } from '../../../core/words/text.ts';
import { limitText } from '../../../core/words/times.ts';
import type { WorkSettings } from '../../../core/work-settings.ts';
import { duration } from '../formats.ts';

/** `about 4 minutes: 328 requests at 90 a minute` */
export const estimateText = ({ ms, requests, perMinute }: RunEstimate): string =>
  `${ms < MINUTE_MS ? '' : 'about '}${duration(ms)}: ${count(requests, 'request')} at ${number(Math.floor(perMinute))} a minute`;

const MINUTE_MS = 60_000;

export const APPLY = {
  title: (customers: number) => `Apply changes to ${count(customers, 'customer')}`,
  time: (estimate: RunEstimate) => `Takes ${estimateText(estimate)}. You can pause or stop at any time.`,
  safety: (customers: number, { rowsReadEach, freshnessSeconds }: WorkSettings) =>
    `Each customer is read again ${customers <= rowsReadEach ? 'just' : `at most ${limitText(freshnessSeconds * 1_000)}`} before it is written. Where somebody changed the same values since the dry run, nothing is written.`,
  pilot: ({ pilotRows }: WorkSettings) =>
    `${pilotRows === 1 ? 'The first one is' : `The first ${number(pilotRows)} are`} written, then the run pauses so that you can look at ${pilotRows === 1 ? 'it' : 'them'}.`,
  undo: 'Afterwards the run can be taken back: the values from before are kept.',
  missing: (what: readonly string[]) => `Still to do: ${list(what)}.`,
  todo: {
    warnings: (left: number) => (left === 1 ? 'tick the warning' : `tick ${number(left)} warnings`),
    reason: 'give a reason',
    number: (customers: number) => `type ${number(customers)}`,
  },
  changes: 'What changes',
  clears: (clears: number) => (clears === 1 ? '1 cleared' : `${number(clears)} cleared`),
  left: 'Left alone',
  liveTitle: 'This changes real customers.',
  liveLead: 'Check that these are the customers you mean:',
  warnings: 'Warnings to acknowledge',
  acknowledge: (rows: number) => count(rows, 'row'),
  reason: 'Reason or ticket, kept with the run and in its report',
  reasonExample: 'FIN-1234: new addresses after the move',
  type: (customers: number) => `Type the number of customers, ${number(customers)}, to confirm`,
  typeMissing: 'The number does not match.',
  cancel: 'Cancel',
  apply: (customers: number) => `Apply to ${count(customers, 'customer')}`,
  connection: 'Connection',
  madeAt: (time: string) => `Dry run of ${time}`,
  noReading: 'This key can’t read customers: what they have now is not known and can’t be compared.',
  leftOut: (rows: number) =>
    `${count(rows, 'row')} ${rows === 1 ? 'was' : 'were'} left out of this plan by hand.`,
  stale: (rows: number) =>
    `${count(rows, 'row')} edited since the dry run ${rows === 1 ? 'is' : 'are'} left out.`,
} as const;
