import { count } from '../../core/words/text.ts';

const clockFormat = new Intl.DateTimeFormat('en-US', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const timeFormat = new Intl.DateTimeFormat('en-US', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const secondsFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const dayFormat = new Intl.DateTimeFormat('en-US', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const dateFormat = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'short', year: 'numeric' });
const percentFormat = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 0 });

/** `10:31:07` */
export const clockTime = (iso: string): string => clockFormat.format(new Date(iso));

/** `10:31` */
export const timeOfDay = (iso: string): string => timeFormat.format(new Date(iso));

const LEAST_SECONDS = 0.1;

/** `0.4 s`, `12 s`: how long an answer was waited for. */
export const seconds = (ms: number): string =>
  `${secondsFormat.format(Math.max(LEAST_SECONDS, ms / 1_000))} s`;

/** `Nov 24, 10:31` */
export const dayAndTime = (iso: string): string => dayFormat.format(new Date(iso));

/** `Nov 24, 2026` */
export const day = (iso: string): string => dateFormat.format(new Date(iso));

export const percent = (share: number): string => percentFormat.format(share);

const MINUTE_MS = 60_000;
const MINUTES_PER_HOUR = 60;

/** How long something takes, as coarse as people say it: `less than a minute`, `4 minutes`, `1 hour 5 minutes`. */
export function duration(ms: number): string {
  if (ms < MINUTE_MS) return 'less than a minute';
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < MINUTES_PER_HOUR) return count(minutes, 'minute');
  const rest = minutes % MINUTES_PER_HOUR;
  const hours = count(Math.floor(minutes / MINUTES_PER_HOUR), 'hour');
  return rest === 0 ? hours : `${hours} ${count(rest, 'minute')}`;
}
