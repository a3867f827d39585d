import { count } from '../../core/words/text.ts';

/** Texts are English, and so are their numbers: what is read as 1,350 is typed as 1,350, and reports say the same. */
const ENGLISH = 'en-US';

const clockFormats = (hour12: boolean) => {
  const time = {
    hour: hour12 ? 'numeric' : '2-digit',
    minute: '2-digit',
    hourCycle: hour12 ? 'h12' : 'h23',
  } as const;
  return {
    clock: new Intl.DateTimeFormat(ENGLISH, { ...time, second: '2-digit' }),
    timeOfDay: new Intl.DateTimeFormat(ENGLISH, time),
    dayAndTime: new Intl.DateTimeFormat(ENGLISH, { ...time, day: 'numeric', month: 'short' }),
  };
};
const dateFormat = new Intl.DateTimeFormat(ENGLISH, { day: 'numeric', month: 'short', year: 'numeric' });
const secondsFormat = new Intl.NumberFormat(ENGLISH, { maximumFractionDigits: 1 });
const percentFormat = new Intl.NumberFormat(ENGLISH, { style: 'percent', maximumFractionDigits: 0 });

let formats = clockFormats(false);

/**
 * From now on hours are counted to 12 or to 24, as is usual where the system is set up for. Dates stay as they are:
 * with the month as a word, everybody reads them alike.
 *
 * @param locale of the system, as BCP 47
 */
export function takeHoursOf(locale: string): void {
  const { hour12 = false } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  formats = clockFormats(hour12);
}

/** `10:31:07`, or `10:31:07 AM` */
export const clockTime = (iso: string): string => formats.clock.format(new Date(iso));

/** `10:31`, or `10:31 AM` */
export const timeOfDay = (iso: string): string => formats.timeOfDay.format(new Date(iso));

const LEAST_SECONDS = 0.1;

/** `0.4 s`, `12 s`: how long an answer was waited for. */
export const seconds = (ms: number): string =>
  `${secondsFormat.format(Math.max(LEAST_SECONDS, ms / 1_000))} s`;

/** `Nov 24, 10:31` */
export const dayAndTime = (iso: string): string => formats.dayAndTime.format(new Date(iso));

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
