import { count, number } from '../../../core/words/text.ts';
import { duration } from '../formats.ts';
import { START } from './start.ts';

const PAUSED: { readonly [reason: string]: string } = {
  person: 'Paused.',
  no_connection:
    'Waiting: Atlas can’t be reached. Nothing is lost; the run goes on by itself when the network is back.',
  long_rate_limit: 'Paused: Atlas asks for a break of more than ten minutes.',
  budget_spent: 'Paused: too many requests had to be sent again. Look at the failed rows before going on.',
  too_many_failures:
    'Paused: more than a fifth of the last 50 rows did not go well. Look at them before going on.',
  pilot_done: 'Paused: the first rows are written. Look at them before going on with the rest.',
  long_absence:
    'Paused: this computer or its network was away for over 15 minutes. Go on only if the changes are still meant.',
};

const ENDED: { readonly [how: string]: string } = {
  completed: 'Done',
  stopped: 'Stopped',
  aborted: 'Aborted',
  failed: 'Ended early',
};

export const STATUS = {
  rows: (rows: number) => count(rows, 'row'),
  shown: (shown: number, all: number) => `${number(shown)} of ${count(all, 'row')}`,
  validating: 'Checking every row',
  planning: 'Dry run: reading customers',
  planned: (time: string) => `Dry run of ${time}`,
  readAndKnown: (read: number, known: number, time: string) =>
    `${count(read, 'customer')} read, ${number(known)} known from ${time}`,
  running: 'Applying',
  stopping: 'Stopping: waiting for what was already sent',
  of: (done: number, total: number) => `${number(done)} of ${number(total)}`,
  perMinute: (rate: number) => `${number(Math.round(rate))} a minute`,
  left: (ms: number) => `${duration(ms)} left`,
  saved: (time: string) => `Saved ${time}`,
  paused: (reason: string) => PAUSED[reason] ?? 'Paused.',
  ended: (how: string) => ENDED[how] ?? 'Ended',
  goOn: START.goOn,
  reportSaved: 'Report saved',
  showReport: 'Show in folder',
} as const;
