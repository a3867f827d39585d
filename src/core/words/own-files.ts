import type { RowState } from '../row-state.ts';
import { STATE_LABELS } from './states.ts';

/** Headers by which a file of ours is known when it is imported again; the columns are ours, not the sheet's. */
export const OWN_COLUMNS = {
  report: 'Patchsheet report',
  failed: 'Patchsheet: why this row is here',
} as const;

/** In each row of a report: of which plan it tells. */
export const reportOfText = (hash: string): string => `plan ${shortHash(hash)}`;

export const whyHereText = (state: RowState, message: string): string =>
  message === '' ? STATE_LABELS[state] : `${STATE_LABELS[state]}: ${message}`;

const SHORT_HASH = 8;

/** So much of a plan's hash is enough to name it on paper. */
export const shortHash = (hash: string): string => hash.slice(0, SHORT_HASH);
