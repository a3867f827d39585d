import Papa from 'papaparse';
import type { Delimiter } from './dialect.ts';

/**
 * Records to CSV text that parses back to the same cells: every cell quoted, delimiter and newline pinned
 * (with PapaParse's defaults, thousands of random tables in 100,000 did not come back).
 */
export const printCsv = (records: readonly (readonly string[])[], delimiter: Delimiter = ','): string =>
  records.length === 0
    ? ''
    : `${Papa.unparse(records as string[][], { quotes: true, delimiter, newline: '\r\n' })}\r\n`;
