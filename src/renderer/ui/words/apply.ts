import { count, number } from '../../../core/words/text.ts';
import { limitText } from '../../../core/words/times.ts';
import type { WorkSettings } from '../../../core/work-settings.ts';
import { duration } from '../formats.ts';

export const APPLY = {
  title: (customers: number) => `Apply changes to ${count(customers, 'customer')}`,
  time: (ms: number) =>
    `Takes ${ms < 60_000 ? '' : 'about '}${duration(ms)} at the rate Atlas allows. You can pause or stop at any time.`,
  safety: (customers: number, { rowsReadEach, freshnessSeconds }: WorkSettings) =>
    `Each customer is read again ${customers <= rowsReadEach ? 'just' : `at most ${limitText(freshnessSeconds * 1_000)}`} before it is written. Where somebody changed the same values since the dry run, nothing is written.`,
  pilot: ({ pilotRows }: WorkSettings) =>
    `${pilotRows === 1 ? 'The first one is' : `The first ${number(pilotRows)} are`} written, then the run pauses so that you can look at ${pilotRows === 1 ? 'it' : 'them'}.`,
  changes: 'What changes',
  clears: (clears: number) => (clears === 1 ? '1 cleared' : `${number(clears)} cleared`),
  left: 'Left alone',
  liveTitle: 'This changes real customers.',
  liveLead: 'Check that these are the customers you mean:',
  warnings: 'Warnings to acknowledge',
  acknowledge: (rows: number) => count(rows, 'row'),
  type: (customers: number) => `Type the number of customers, ${number(customers)}, to confirm`,
  typeMissing: 'The number does not match.',
  cancel: 'Cancel',
  apply: (customers: number) => `Apply to ${count(customers, 'customer')}`,
  connection: 'Connection',
  madeAt: (time: string) => `Dry run of ${time}`,
  noReading: 'This key can’t read customers: what they have now is not known and can’t be compared.',
  stale: (rows: number) =>
    `${count(rows, 'row')} edited since the dry run ${rows === 1 ? 'is' : 'are'} left out.`,
} as const;
