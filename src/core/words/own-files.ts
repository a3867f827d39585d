import type { RowState } from '../row-state.ts';
import { STATE_LABELS } from './states.ts';
import { count } from './text.ts';

/**
 * Headers by which a file of ours is known when it is imported again. In a report everything from this column on is
 * ours; of failed rows this column alone.
 */
export const OWN_COLUMNS = {
  report: 'Patchsheet report',
  failed: 'Patchsheet: why this row is here',
} as const;

export const CELLS_BEYOND = 'Cells beyond the last column';

/** In each row of a report: of which plan it tells. */
export const reportOfText = (hash: string, cellsFound: number | undefined): string =>
  `plan ${shortHash(hash)}${cellsFoundText(cellsFound)}`;

export const whyHereText = (state: RowState, message: string, cellsFound: number | undefined): string =>
  `${STATE_LABELS[state]}${message === '' ? '' : `: ${message}`}${cellsFoundText(cellsFound)}`;

/** Of how many cells the row was, where that is not as the header: a spreadsheet makes all rows even. */
const cellsFoundText = (cells: number | undefined): string =>
  cells === undefined ? '' : `, row of ${count(cells, 'cell')}`;

/** Read back. */
export function cellsFoundIn(reportOf: string): number | undefined {
  const digits = /, row of (\d+) cells?$/.exec(reportOf.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const SHORT_HASH = 8;

/** So much of a plan's hash is enough to name it on paper. */
export const shortHash = (hash: string): string => hash.slice(0, SHORT_HASH);
