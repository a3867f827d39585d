/** ISO 8601 as a cell shows it: `2026-11-24 10:31:07 UTC`, which no spreadsheet takes for a date of its own. */
export const instantText = (iso: string): string => iso.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC');
