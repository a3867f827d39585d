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
