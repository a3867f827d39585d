import { count } from './text.ts';

/** ISO 8601 as a cell shows it: `2026-11-24 10:31:07 UTC`, which no spreadsheet takes for a date of its own. */
export const instantText = (iso: string): string => iso.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC');

/** A moment on paper: `November 24, 2026 at 10:31:07 AM GMT+1`. */
export function momentText(iso: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  });
  const time = Date.parse(iso);
  // ICU puts a narrow space before AM, which not every font has.
  return Number.isNaN(time) ? iso : format.format(time).replace(/\u202f/g, ' ');
}

/** A limit of time as it was chosen: `45 seconds`, `1 minute`, `90 seconds`, never rounded to another one. */
export function limitText(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  return seconds % 60 === 0 && seconds > 0 ? count(seconds / 60, 'minute') : count(seconds, 'second');
}
